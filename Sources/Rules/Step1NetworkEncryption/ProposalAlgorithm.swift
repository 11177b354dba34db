import JSON
import Topology

/// One algorithm of an IPsec/IKE policy and how its values are graded.
struct ProposalAlgorithm: Sendable {
    /// The property of the policy, for example `dhGroup`.
    let property: String
    /// What the messages call it, for example "DH group".
    let noun: String
    let strong: [String]
    /// The values that fail, in lower case, with the severity where it differs from the control's own.
    let weak: [String: Severity?]
    /// What is said of values that pass and are not the best choice, by the value in lower case.
    var caveats: [String: String] = [:]

    /// Judges these algorithms in every policy of every tunnel of a connection.
    ///
    /// Without a policy of its own a tunnel negotiates from Azure's default set, and which algorithm comes out
    /// is the other side's choice: that is unknown, never a pass.
    static func judge(
        _ algorithms: [ProposalAlgorithm],
        of resource: Resource,
        _ topology: Topology
    ) -> Judgement? {
        let nouns = algorithms.map(\.noun).joined(separator: " and ")
        let message = "\(resource.name) negotiates a strong \(nouns)"
        let judgement = Tunnel.judge(resource, topology, pass: message) { tunnel in
            let path = tunnel.path + "ipsecPolicies"
            switch tunnel.fields.array("ipsecPolicies") {
            case .unknown(let reason): return [.unknown(reason, Proof(path))]
            case .set(let policies) where !policies.isEmpty:
                return policies.enumerated().flatMap { index, policy in
                    algorithms.map { $0.judge(policy.fields, at: "\(path)[\(index)].", of: tunnel.name) }
                }
            case .set, .absent:
                let reason =
                    "\(tunnel.name) has no policy of its own: the other side chooses the \(nouns)"
                return [.unknown(reason, Proof(path))]
            }
        }
        guard let judgement, judgement.outcome == .pass else { return judgement }
        let values = judgement.evidence.compactMap {
            resource.body.locate($0.path).value?.string?.lowercased()
        }
        let caveat = values.lazy.compactMap { value in algorithms.lazy.compactMap { $0.caveats[value] }.first
        }
        return .pass(message + (caveat.first ?? ""), judgement.evidence)
    }

    private func judge(_ policy: JSONObject, at path: String, of name: String) -> Judgement {
        let proof = Proof(path + property, expected: strong.joined(separator: ", "))
        let setting = policy.text(property)
        guard let value = setting.value else {
            return .unknown("\(setting.gap(property) ?? property) in the policy of \(name)", proof)
        }
        if strong.contains(where: { $0.lowercased() == value.lowercased() }) {
            return .pass("\(name) negotiates \(value)", proof)
        }
        guard let severity = weak[value.lowercased()] else {
            return .unknown(
                "\(name) negotiates the \(noun) \(value), which this control does not know",
                proof
            )
        }
        return .fail(wording(value, of: name), proof, severity: severity)
    }

    private func wording(_ value: String, of name: String) -> String {
        guard value.lowercased() == "none" else { return "\(name) negotiates \(value) as \(noun)" }
        return property == "ipsecEncryption"
            ? "\(name) encrypts nothing: its tunnel comes up and carries clear text"
            : "\(name) negotiates no \(noun) at all"
    }
}

extension Example {
    /// A site-to-site connection with these properties beside its type.
    static func tunnelEstate(_ properties: String) -> String {
        """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/connections/cn-branch",
         "name": "cn-branch", "type": "Microsoft.Network/connections",
         "properties": {"connectionType": "IPsec"\(properties.isEmpty ? "" : ", ")\(properties)}}
        """
    }

    /// An ExpressRoute connection, which no IPsec policy concerns.
    static let expressRouteEstate = """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/connections/cn-circuit",
         "name": "cn-circuit", "type": "Microsoft.Network/connections",
         "properties": {"connectionType": "ExpressRoute"}}
        """

    /// A gateway of a Virtual WAN with a connection inside, of one link with these properties.
    static func hubGatewayEstate(_ properties: String) -> String {
        """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/gw", "name": "gw",
         "type": "Microsoft.Network/vpnGateways", "properties": {"connections": [{"name": "cn", "properties": {
          "vpnLinkConnections": [{"name": "link-1", "properties": {\(properties)}}]}}]}}
        """
    }

    /// A Virtual WAN site connection of one link with these properties.
    static func siteLinkEstate(_ properties: String) -> String {
        """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/gw/vpnConnections/cn",
         "name": "cn", "type": "Microsoft.Network/vpnGateways/vpnConnections",
         "properties": {"vpnLinkConnections": [{"name": "link-1", "properties": {\(properties)}}]}}
        """
    }
}
