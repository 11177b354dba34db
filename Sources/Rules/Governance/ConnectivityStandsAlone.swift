import Topology

extension Control {
    /// S0-01: the subscription is the wall that no role below it crosses.
    package static let connectivityStandsAlone = Control(
        id: "S0-01",
        name: "connectivity-subscription",
        title: "What joins networks stands in a subscription without workloads",
        severity: .medium,
        principles: [.assumeBreach],
        types: ConnectivityScope.types,
        why: """
            Rights given for an application end at its subscription. If firewall, gateways or circuits stand in \
            the same one, whoever runs the application is one role away from everybody's network.
            """,
        remediation: Remediation(
            "Move the workloads, or build the hub anew, so that a subscription of its own holds connectivity.",
            command: "az resource move --destination-group GROUP --destination-subscription-id ID --ids IDS"
        ),
        question: "Which subscription is meant for connectivity?",
        documentation:
            "https://github.com/Azure/review-checklists/blob/main/checklists/alz_checklist.en.json",
        benchmarks: [
            "mcsb": ["GS-2", "NS-1"],
            "alz": ["C02.04"],
            "nist-800-53": ["AC-4", "SC-7", "SC-2"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in
            let scope = ConnectivityScope(topology)
            let workloads = Workloads(topology)
            return topology.subscriptions.compactMap { subscription in
                guard scope.connectivity.contains(subscription.id.name.lowercased()),
                    let resource = subscription.standIn(in: topology)
                else { return nil }
                return (resource, judge(subscription, workloads, topology))
            }
        },
        examples: [
            .passes(WorkloadEstate.estate(machineIn: "app")),
            .passes(WorkloadEstate.estate(machineIn: "app", WorkloadEstate.appliance(forwards: true))),
            .fails(WorkloadEstate.estate(machineIn: "hub")),
            .fails(WorkloadEstate.estate(machineIn: "app", WorkloadEstate.appliance(forwards: false))),
            .unknown(WorkloadEstate.estate(machineIn: nil)),
            .notApplicable(
                #"{"id": "/subscriptions/s/vms/vm", "type": "Microsoft.Compute/virtualMachines"}"#
            ),
        ]
    )

    private static func judge(
        _ subscription: Topology.SubscriptionScope,
        _ workloads: Workloads,
        _ topology: Topology
    ) -> Judgement {
        let number = subscription.id.name.lowercased()
        let joining = ConnectivityScope.types.flatMap(topology.resources(of:))
            .filter { $0.id.subscription?.lowercased() == number }
        let beside = workloads.all.filter { $0.id.subscription?.lowercased() == number }
        let proofs = (beside + joining).prefix(6).map { Proof("type", in: $0) }
        guard let first = beside.first else {
            return workloads.all.isEmpty
                ? .unknown(
                    "The input holds no machines, sites or databases, so it does not show where they stand",
                    proofs
                )
                : .pass("\(subscription.displayName) holds connectivity and no workload", proofs)
        }
        let more = beside.count > 1 ? " and \(beside.count - 1) more workloads" : ""
        let hub = joining.first.map { " beside \($0.name)" } ?? ""
        return .fail("\(subscription.displayName) holds \(first.name)\(more)\(hub)", proofs)
    }
}
