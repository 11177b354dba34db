import JSON
import Reachability
import Topology

/// A public application gateway behind Front Door, and who its filters admit.
struct GatewayOrigin {
    /// What is judged: the security group before the gateway, or the gateway where it has none.
    let judgement: (Resource, Judgement)

    /// Nil for a gateway without a public address.
    init?(_ gateway: ApplicationGateway, _ topology: Topology) {
        guard gateway.isPublic else { return nil }
        let place = Proof("gatewayIPConfigurations[0].subnet.id", in: gateway.resource)
        guard let subnet = topology.subnet(gateway.subnet) else {
            judgement = (
                gateway.resource, .unknown("the input does not hold the subnet of \(gateway.name)", place)
            )
            return
        }
        switch subnet.networkSecurityGroup {
        case .absent:
            judgement = (
                gateway.resource,
                .fail(
                    "No filter stands before \(gateway.name), which answers who goes round Front Door",
                    place
                )
            )
        case .unknown(let reason): judgement = (gateway.resource, .unknown(reason, place))
        case .set(let id):
            guard let group = topology.find(NetworkSecurityGroup.self, id) else {
                judgement = (gateway.resource, .unknown("the input does not hold \(id.name)", place))
                return
            }
            judgement = (group.resource, Self.judge(group, before: gateway, topology))
        }
    }

    private static let backend = ServiceTag("AzureFrontDoor.Backend")

    private static func judge(
        _ group: NetworkSecurityGroup,
        before gateway: ApplicationGateway,
        _ topology: Topology
    ) -> Judgement {
        let ports = gateway.frontendPorts.compactMap { $0.port.value.flatMap { UInt16(exactly: $0) } }
        let question = PacketBox(
            from: .internet,
            ports: IntervalSet((ports.isEmpty ? [80, 443] : ports).map { $0...$0 })
        )
        let decisions = Filter(group, .inbound).decisions(for: question)
        if let open = decisions.first(where: { $0.rule.action == .allow && $0.certain.sources.isWide }) {
            let packet = open.witness.map { ", for example \($0)" } ?? ""
            return .fail(
                "\(group.name) lets clients go round Front Door to \(gateway.name) by \(open.rule.title)\(packet)",
                open.rule.proofs(in: group.resource, expected: backend.text)
            ).mended(by: narrowing)
        }
        let doubt = decisions.first { $0.isDoubtful && ($0.rule.isUnread || $0.openTags != [backend]) }
        if let doubt { return .unknown(doubt.doubt, doubt.rule.proofs(in: group.resource)) }
        guard let admitting = decisions.first(where: { $0.openTags == [backend] && $0.rule.action == .allow })
        else { return .pass("\(group.name) admits nobody from the internet", Proof("securityRules")) }
        return header(gateway, topology, admitting.rule.proofs(in: group.resource))
    }

    /// The tag holds the Front Door of every customer: only the header tells whose it is.
    private static func header(
        _ gateway: ApplicationGateway,
        _ topology: Topology,
        _ admitting: [Proof]
    ) -> Judgement {
        let link = gateway.firewallPolicy
        if let reason = link.reason {
            return .unknown(reason, Proof("firewallPolicy.id", in: gateway.resource))
        }
        if let id = link.value, topology.resource(id) == nil {
            return .unknown(
                "the input does not hold \(id.name)",
                Proof("firewallPolicy.id", in: gateway.resource)
            )
        }
        let fault = Judgement.fail(
            """
            \(gateway.name) answers the Front Door of any customer: no rule of its firewall policy compares \
            X-Azure-FDID
            """,
            admitting,
            severity: .medium
        ).mended(by: comparing)
        guard let policy = link.value.flatMap(topology.resource) else { return fault }
        let (rules, path) = WAFPolicy.customRules(of: policy)
        let proof = Proof(path, expected: "a rule that compares X-Azure-FDID", in: policy)
        return rules.judged(by: proof, of: policy.name) { rules in
            let comparing = rules.enumerated().filter {
                $1.comparesFrontDoorID && WAFPolicy.isEnabled($1).value != false
            }
            guard let (index, rule) = comparing.first else {
                let unread = rules.lazy.flatMap { $0.items("matchConditions") }.flatMap {
                    $0.items("matchVariables")
                }
                .compactMap { $0.text("selector").reason }.first
                return unread.map { .unknown($0, proof) } ?? fault
            }
            if let reason = WAFPolicy.isEnabled(rule).reason { return .unknown(reason, proof) }
            return .pass(
                "\(gateway.name) answers its own Front Door only",
                admitting + [Proof("\(path)[\(index)].matchConditions", in: policy)]
            )
        }
    }

    private static let narrowing = Control.Remediation(
        "Let the rule admit the service tag of Front Door alone, and compare X-Azure-FDID in the firewall policy.",
        command: """
            az network nsg rule update -g GROUP --nsg-name NSG -n RULE --source-address-prefixes AzureFrontDoor.Backend \
            --destination-port-ranges 443
            """
    )

    private static let comparing = Control.Remediation(
        "Add a rule to the gateway's firewall policy that blocks what does not carry the id of your profile.",
        command: """
            az network application-gateway waf-policy custom-rule create -g GROUP --policy-name WAF-POLICY \
            -n OnlyOurFrontDoor --priority 5 --rule-type MatchRule --action Block --match-conditions \
            '[{"variables": [{"variable-name": "RequestHeaders", "selector": "X-Azure-FDID"}], "operator": "Equal", \
            "negate": true, "values": ["FRONT-DOOR-ID"]}]'
            """
    )
}

extension JSONObject {
    /// Whether the rule looks at the header in which Front Door names itself.
    fileprivate var comparesFrontDoorID: Bool {
        items("matchConditions").flatMap { $0.items("matchVariables") }
            .contains { $0.text("selector").is("X-Azure-FDID") }
    }
}
