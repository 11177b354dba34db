import Topology

extension Control {
    /// V3-06: somebody looks for attacks in what is logged.
    package static let defenderPlansAreOn = Control(
        id: "V3-06",
        name: "defender-plans",
        title: "The Defender plans for servers, data, apps, keys and posture are on",
        severity: .high,
        principles: [.assumeBreach],
        types: DefenderPlan.types + Subscription.types,
        why: """
            Alerts, recommendations and just-in-time access come from these plans. Where one is off, attacks on \
            what it would watch are recorded at best, and nobody is told.
            """,
        remediation: Remediation(
            "Switch the plan on for the subscription.",
            command: "az security pricing create -n PLAN --tier Standard"
        ),
        documentation:
            "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
        benchmarks: [
            "mcsb": ["LT-1", "LT-2"],
            "cis-2.0": ["2.1.1"],
            "cis-3.0": ["3.1.3.1"],
            "cis-4.0": ["9.1.3.1"],
            "policy": ["4da35fc9-c9e7-4960-aec9-797fe7d9051d", "1f90fc71-a595-4066-8974-d4d0802e8ef0"],
            "alz": ["G03.05"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .estate { topology in
            let plans = topology.all(DefenderPlan.self)
            let shown = Set(plans.compactMap { $0.id.subscription?.lowercased() })
            let unseen = topology.all(Subscription.self).filter {
                !shown.contains($0.id.subscription?.lowercased() ?? "")
            }
            return plans.filter { plan in wanted.contains { $0.isSame(as: plan.name) } }
                .map { ($0.resource, judge($0)) }
                + unseen.map { ($0.resource, .unknown(unseenReason($0), Proof("id"))) }
        },
        examples: [
            .passes(plan("VirtualMachines", #""pricingTier": "Standard", "subPlan": "P2""#)),
            .passes(plan("keyvaults", #""pricingTier": "standard""#)),
            .fails(plan("VirtualMachines", #""pricingTier": "Free""#)),
            .fails(plan("VirtualMachines", #""pricingTier": "Standard", "subPlan": "P1""#)),
            .fails(plan("CloudPosture", #""pricingTier": "Free""#)),
            .unknown(plan("VirtualMachines", #""pricingTier": "Standard""#)),
            .unknown(plan("SqlServers", #""subPlan": "P2""#)),
            .unknown(#"{"id": "/subscriptions/s", "type": "Microsoft.Resources/subscriptions"}"#),
            .notApplicable(plan("Containers", #""pricingTier": "Free""#)),
        ]
    )

    private static let wanted = [
        "VirtualMachines", "StorageAccounts", "SqlServers", "AppServices", "KeyVaults", "Arm", "CloudPosture",
    ]

    private static func judge(_ plan: DefenderPlan) -> Judgement {
        let tier = Proof("pricingTier", expected: "Standard")
        let level = Proof("subPlan", expected: "P2")
        return plan.pricingTier.judged(by: tier, of: plan.name) { name in
            guard name.isSame(as: "Standard") else {
                return .fail("Defender for \(plan.name) is off", tier).mended(by: switchingOn(plan))
            }
            guard plan.name.isSame(as: "VirtualMachines") else {
                return .pass("Defender for \(plan.name) is on", tier)
            }
            return plan.subPlan.judged(by: level, of: plan.name) { name in
                name.isSame(as: "P2")
                    ? .pass("Defender for servers is on with plan 2", tier, level)
                    : .fail(
                        "Defender for servers is on with plan \(name), without just-in-time access",
                        level,
                        severity: .medium
                    )
                    .mended(by: switchingOn(plan))
            }
        }
    }

    private static func switchingOn(_ plan: DefenderPlan) -> Remediation {
        let level = plan.name.isSame(as: "VirtualMachines") ? " --subplan P2" : ""
        let name = Remediation.shellWord(plan.name) ?? "PLAN"
        return Remediation(
            "Switch the plan on for the subscription.",
            command: "az security pricing create -n \(name) --tier Standard\(level)"
        )
    }

    private static func unseenReason(_ subscription: Subscription) -> String {
        """
        The input holds nothing of Defender for \(subscription.name): export securityresources, or \
        az security pricing list
        """
    }

    private static func plan(_ name: String, _ properties: String) -> String {
        """
        {"id": "/subscriptions/s/providers/Microsoft.Security/pricings/\(name)", "name": "\(name)",
         "type": "Microsoft.Security/pricings", "properties": {\(properties)}}
        """
    }
}
