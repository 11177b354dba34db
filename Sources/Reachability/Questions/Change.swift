import Topology

/// One change to the estate that opens or closes a way.
package struct Change: Hashable, Sendable {
    /// What is to be done, in kebab case.
    package enum Kind: String, Sendable, CaseIterable {
        case allowInSecurityGroup = "allow-in-security-group"
        case denyInSecurityGroup = "deny-in-security-group"
        case attachSecurityGroup = "attach-security-group"
        case changeAdminRule = "change-admin-rule"
        case allowInFirewall = "allow-in-firewall"
        case denyInFirewall = "deny-in-firewall"
        case changeRoute = "change-route"
        case joinNetworks = "join-networks"
        case enableForwarding = "enable-ip-forwarding"
        case changeGateway = "change-gateway"
        case changeHubRouting = "change-hub-routing"
        case publish
        case addWayOut = "add-way-out"
        case changeBalancing = "change-load-balancing"
        case approveEndpoint = "approve-endpoint"
        case changeServiceAccess = "change-service-access"
        case addListener = "add-listener"
    }
    package let kind: Kind
    package let checkpoint: Checkpoint
    /// What to do; one sentence.
    package let detail: String
}

extension Change {
    /// What opens the way at a step that stops the packet; nil where nothing does.
    init?(opening step: Step, for packet: Packet) {
        guard let kind = Kind(opening: step) else { return nil }
        let what = packet.sentence
        let place = step.resource?.displayName ?? step.place?.displayName ?? "there"
        let before = step.rule.map { " before \($0)" + (step.priority.map { " (\($0))" } ?? "") } ?? ""
        let detail =
            switch kind {
            case .allowInSecurityGroup:
                "Allow \(what) in \(place), \(step.stage.direction), with a rule\(before)."
            case .changeAdminRule: "Change admin rule \(step.rule ?? place), or allow \(what) before it."
            case .allowInFirewall:
                "Allow \(what) in the rules of \(step.place?.displayName ?? place)\(before)."
            case .changeRoute:
                "Change or take out route \(step.rule ?? step.prefix ?? "") of \(place)."
            case .joinNetworks:
                "Join the networks: no route of \(step.place?.displayName ?? place) leads to \(packet.destination)."
            case .enableForwarding: "Enable IP forwarding on \(step.place?.displayName ?? place)."
            case .attachSecurityGroup: "Attach a security group that allows \(what) to \(place)."
            case .publish: "Give \(place) a public address, or a rule of a load balancer or firewall."
            case .addWayOut: "Give \(place) a NAT gateway or another way out."
            case .changeBalancing: "Give \(place) a rule for port \(packet.portText) with members behind it."
            case .approveEndpoint: "Approve the connection of private endpoint \(place)."
            case .changeServiceAccess: "Let the sender in at \(place)."
            case .addListener: "Give \(place) a listener on port \(packet.portText)."
            case .changeGateway: "Let a gateway lead there: \(step.detail ?? "none does")"
            case .changeHubRouting: "Let \(place) lead there: \(step.detail ?? "it does not")"
            case .denyInSecurityGroup, .denyInFirewall: ""
            }
        self.init(kind: kind, checkpoint: Checkpoint(step), detail: detail)
    }

    /// What closes the way at a step that lets the packet pass; nil where nothing does.
    init?(closing step: Step, for packet: Packet) {
        let what = packet.sentence
        let place = step.resource?.displayName ?? step.place?.displayName ?? "there"
        let before = step.rule.map { " before \($0)" + (step.priority.map { " (\($0))" } ?? "") } ?? ""
        switch step.stage {
        case .securityGroupInbound, .securityGroupOutbound:
            let isBare = step.resource == nil
            self.init(
                kind: isBare ? .attachSecurityGroup : .denyInSecurityGroup,
                checkpoint: Checkpoint(step),
                detail: isBare
                    ? "Attach a security group that denies \(what), \(step.stage.direction), to \(place)."
                    : "Deny \(what) in \(place), \(step.stage.direction), with a rule\(before)."
            )
        case .adminInbound, .adminOutbound:
            guard let rule = step.rule else { return nil }
            let detail = "Change admin rule \(rule), or deny \(what) before it."
            self.init(kind: .changeAdminRule, checkpoint: Checkpoint(step), detail: detail)
        case .firewallNetwork, .firewallApplication, .firewallDNAT:
            let detail = "Deny \(what) in the rules of \(step.place?.displayName ?? place)\(before)."
            self.init(kind: .denyInFirewall, checkpoint: Checkpoint(step), detail: detail)
        case .serviceFirewall:
            let detail = "Refuse the sender at \(place)."
            self.init(kind: .changeServiceAccess, checkpoint: Checkpoint(step), detail: detail)
        default: return nil
        }
    }
}

extension Change.Kind {
    /// Nil for what Azure itself drops, and for ends that send or receive nothing.
    fileprivate init?(opening step: Step) {
        switch step.stage {
        case .securityGroupInbound, .securityGroupOutbound: self = .allowInSecurityGroup
        case .adminInbound, .adminOutbound: self = .changeAdminRule
        case .firewallNetwork, .firewallApplication, .firewallDNAT: self = .allowInFirewall
        case .route: self = step.routeSource == .user || step.resource != nil ? .changeRoute : .joinNetworks
        case .appliance:
            self = step.detail?.hasPrefix("IP forwarding") == true ? .enableForwarding : .changeRoute
        case .gateway: self = .changeGateway
        case .hub: self = .changeHubRouting
        case .translation:
            switch step.rule {
            case "secure-by-default": self = .attachSecurityGroup
            case "no-public-path": self = .publish
            case "no-outbound": self = .addWayOut
            default: self = .changeBalancing
            }
        case .privateEndpoint:
            guard step.place != nil else { return nil }
            self = .approveEndpoint
        case .serviceFirewall: self = .changeServiceAccess
        case .endpoint:
            guard step.resource?.type == ApplicationGateway.types[0] else { return nil }
            self = .addListener
        case .platform: return nil
        }
    }
}

extension Step.Stage {
    fileprivate var direction: String {
        switch self {
        case .securityGroupInbound, .adminInbound: "inbound"
        default: "outbound"
        }
    }
}

extension Packet {
    fileprivate var portText: String { destinationPort.map(String.init) ?? "any" }

    /// For example `tcp/443 from 10.0.1.4 to 10.0.2.4`.
    fileprivate var sentence: String {
        let service = destinationPort.map { "\(networkProtocol)/\($0)" } ?? networkProtocol.description
        return "\(service) from \(source) to \(destination)"
    }
}
