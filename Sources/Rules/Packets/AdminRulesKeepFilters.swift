import JSON
import Topology

extension Control {
    /// R-05: nothing from above opens what the filters close.
    package static let adminRulesKeepFilters = Control(
        id: "R-05",
        name: "admin-rule-always-allow",
        title: "No admin rule lets the internet past the security groups",
        severity: .high,
        principles: [.leastPrivilege, .assumeBreach],
        types: AdminRule.types,
        why: """
            A rule that always allows ends the decision: no security group is asked any more, in all networks it \
            is deployed to, and whoever reads the group does not see it.
            """,
        remediation: Remediation(
            "Let the rule allow instead, so that the security groups still decide, or name the sources."
        ),
        documentation: "https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins",
        benchmarks: [
            "mcsb": ["NS-1", "NS-3"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .each { resource, topology in
            topology.find(AdminRule.self, resource.id).map(judge)
        },
        examples: [
            .passes(rule(#""access": "Allow", "direction": "Inbound""#, from: "*")),
            .passes(rule(#""access": "AlwaysAllow", "direction": "Inbound""#, from: "10.0.0.0/8")),
            .passes(rule(#""access": "AlwaysAllow", "direction": "Outbound""#, from: "*")),
            .passes(rule(#""access": "AlwaysAllow", "direction": "Inbound""#, from: "203.0.113.0/28")),
            .fails(rule(#""access": "AlwaysAllow", "direction": "Inbound""#, from: "*")),
            .fails(rule(#""access": "alwaysallow", "direction": "inbound""#, from: "Internet")),
            .fails(rule(#""access": "AlwaysAllow", "direction": "Inbound""#, from: "128.0.0.0/2")),
            .unknown(rule(#""direction": "Inbound""#, from: "*")),
            .unknown(rule(#""access": "AlwaysAllow""#, from: "*")),
            .unknown(rule(#""access": "AlwaysAllow", "direction": "Inbound""#, from: "AzureCloud")),
            .notApplicable("[]"),
        ]
    )

    private static func judge(_ rule: AdminRule) -> Judgement {
        let access = Proof("access", expected: "Allow or Deny")
        let direction = Proof("direction")
        let source = Proof("sources[0].addressPrefix", expected: "sources of your own")
        return rule.access.judged(by: access, of: rule.name) { word in
            guard word == .alwaysAllow else {
                return .pass("\(rule.name) leaves the filters their say", access)
            }
            return rule.direction.judged(by: direction, of: rule.name) { way in
                guard way == .inbound else { return .pass("\(rule.name) is about what goes out", direction) }
                if let reason = rule.resource.fields.objects("sources").gap("sources of \(rule.name)") {
                    return .unknown(reason, source)
                }
                if let symbolic = rule.resource.fields["sources"]?.symbolicInside {
                    return .unknown("only Azure knows \(symbolic)", source)
                }
                if let wide = rule.sourceAddresses.first(where: isWide) {
                    return .fail("\(rule.name) lets \(wide) past every security group", source, access)
                }
                if let tag = rule.sourceAddresses.first(where: { $0.tag != nil || $0.isUnreadable }) {
                    return .unknown("which addresses \(tag) stands for is not looked up here", source)
                }
                return .pass("\(rule.name) names who may pass", source)
            }
        }
    }

    /// The whole internet, or public addresses by the million.
    private static func isWide(_ term: AddressTerm) -> Bool {
        term.isInternet
            || term.prefix.map { !$0.isInside && $0.length < ($0.version == .v4 ? 8 : 16) } ?? false
    }

    private static func rule(_ properties: String, from source: String) -> String {
        """
        {"id": "/subscriptions/s/rules/r", "name": "r",
         "type": "Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules",
         "properties": {\(properties), "protocol": "Tcp", "destinationPortRanges": ["22"],
          "sources": [{"addressPrefix": "\(source)", "addressPrefixType": "IPPrefix"}],
          "destinations": [{"addressPrefix": "*", "addressPrefixType": "IPPrefix"}]}}
        """
    }
}

extension AddressTerm {
    fileprivate var isUnreadable: Bool {
        if case .unreadable = meaning { true } else { false }
    }
}

extension AddressPrefix {
    /// Whether it lies in the private ranges.
    fileprivate var isInside: Bool {
        ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]
            .compactMap { AddressPrefix($0) }.contains { $0.contains(self) }
    }
}
