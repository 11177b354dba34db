import JSON
import Reachability
import Topology

extension FilterRule {
    /// The rule's source, ports and priority as evidence, by their place in the group.
    ///
    /// Azure's own rules need not be in the input; that the group's rules leave the decision to them is the proof.
    func proofs(in group: Resource, expected: String? = nil) -> [Proof] {
        guard path != nil || !isDefault, let fields = resource?.fields else {
            return [Proof("securityRules", expected: expected, in: group)]
        }
        let ends = ["sourceAddressPrefix", "sourceAddressPrefixes", "sourceApplicationSecurityGroups"]
        let ports = ["destinationPortRange", "destinationPortRanges"]
        return (ends + ports + ["priority"]).filter { fields.isGiven($0) }.map { name in
            let wanted = ends.contains(name) ? expected : nil
            return path.map { Proof("\($0).\(name)", expected: wanted, in: group) }
                ?? Proof(name, expected: wanted, in: resource)
        }
    }

    /// For example `rule allow-ssh (priority 100)`.
    var title: String { "rule \(name) (priority \(priority))" }

    /// Whether it admits what Azure itself sends to gateways, Bastion and balanced machines (azure-semantics 1.7).
    var admitsPlatform: Bool {
        let terms = resource?.fields.addresses("sourceAddressPrefix", "sourceAddressPrefixes") ?? []
        return action == .allow && terms.contains { $0.tag.map(Self.platform.contains) == true }
    }

    private static let platform: Set = [ServiceTag.azureLoadBalancer, ServiceTag("GatewayManager")]

    /// Whether it could not be read in full what the rule matches or does.
    var isUnread: Bool {
        if case .unknown = action { return true }
        return matches.contains { box in
            box.marks.keys.contains { mark in
                if case .unread = mark { true } else { false }
            }
        }
    }
}

extension JSONObject {
    /// Whether the field holds anything: exports write empty lists beside the field that counts.
    fileprivate func isGiven(_ name: String) -> Bool {
        guard let value = self[name], !value.isNull else { return false }
        return value.kind != .array || !value.elements.isEmpty
    }
}
