import Canvas
import JSON
import Reachability
import Topology

extension Verdict {
    /// The shape of a verdict.
    var glyph: Glyph {
        switch self {
        case .allow: .pass
        case .deny: .fail
        case .unknown: .unknown
        }
    }

    var role: Role {
        switch self {
        case .allow: .pass
        case .deny: .fail
        case .unknown: .unknown
        }
    }

    /// What is so, in a word or two.
    var words: String {
        switch self {
        case .allow: "gets through"
        case .deny: "is stopped"
        case .unknown: "cannot be said"
        }
    }
}

extension Step.Action {
    /// The shape of what happened.
    var glyph: Glyph {
        switch self {
        case .allow, .alwaysAllow: .pass
        case .deny: .fail
        case .unknown: .unknown
        case .noMatch: .replacement
        case .translate: .arrowBoth
        case .forward: .arrowRight
        }
    }

    var role: Role {
        switch self {
        case .allow, .alwaysAllow: .pass
        case .deny: .fail
        case .unknown: .unknown
        case .noMatch: .muted
        case .translate, .forward: .accent
        }
    }

    /// What happened, in a word or two.
    var words: String {
        switch self {
        case .allow: "lets it through"
        case .alwaysAllow: "lets it through, and no security group is asked"
        case .deny: "stops it"
        case .unknown: "cannot be said"
        case .noMatch: "does not speak of it"
        case .translate: "sends it on with another address"
        case .forward: "sends it on"
        }
    }
}

extension Step.Stage {
    /// What it is called on a line.
    var name: String {
        switch self {
        case .platform: "platform"
        case .adminOutbound: "admin out"
        case .securityGroupOutbound: "NSG out"
        case .route: "route"
        case .appliance: "appliance"
        case .firewallDNAT: "DNAT"
        case .firewallNetwork: "firewall"
        case .firewallApplication: "fw app"
        case .gateway: "gateway"
        case .hub: "hub"
        case .translation: "address"
        case .adminInbound: "admin in"
        case .securityGroupInbound: "NSG in"
        case .privateEndpoint: "endpoint"
        case .serviceFirewall: "service"
        case .endpoint: "arrives"
        }
    }

    /// What it is, in words.
    var meaning: String {
        switch self {
        case .platform: "what Azure itself filters"
        case .adminOutbound: "admin rules of a network manager, on the way out"
        case .securityGroupOutbound: "network security group, on the way out"
        case .route: "effective route"
        case .appliance: "network appliance"
        case .firewallDNAT: "firewall, translation of destinations"
        case .firewallNetwork: "firewall, network rules"
        case .firewallApplication: "firewall, application rules"
        case .gateway: "gateway"
        case .hub: "virtual hub"
        case .translation: "public address or translation"
        case .adminInbound: "admin rules of a network manager, on the way in"
        case .securityGroupInbound: "network security group, on the way in"
        case .privateEndpoint: "private endpoint"
        case .serviceFirewall: "network rules of the service"
        case .endpoint: "the end itself"
        }
    }
}

extension Step {
    /// What acted, in a line: the stage, its resource and its rule.
    var summary: StyledLine {
        var line = StyledLine("\(stage.name)", .muted)
        if let layer { line.append(" \(layer.rawValue)", .muted) }
        if let resource { line.append(" \(resource.displayName)", .security) }
        if let rule { line.append(" \(rule)", .strong) }
        if let priority { line.append(" \(priority)", .muted) }
        if stage == .route { line = line + routeWords }
        if action == .noMatch, rule == nil { line.append(" no rule speaks of it", .muted) }
        return line
    }

    private var routeWords: StyledLine {
        var line = StyledLine()
        if let prefix { line.append(" \(prefix)", .text) }
        if let nextHop {
            line.append(" \(Glyph.arrowRight.character) ", .accent)
            line.append(nextHop.words, .strong)
        }
        if let routeSource { line.append(" \(routeSource.rawValue)", .muted) }
        return line
    }

    /// Where Enter leads from it: the rule or route itself where the input holds it.
    func target(in map: ReachabilityMap) -> Target? {
        let topology = map.tracer.network.topology
        guard let id = resource ?? place, let found = topology.resource(id) else { return nil }
        guard let rule else { return .resource(found.id) }
        let fields = found.fields
        for list in ["securityRules", "routes"] {
            let elements = fields[list]?.elements ?? []
            let index = elements.firstIndex { $0.fields["name"]?.string?.lowercased() == rule.lowercased() }
            if let index { return .resource(found.id, property: "\(list)[\(index)]") }
        }
        return .resource(found.id)
    }
}

extension NextHop.Kind {
    /// In words.
    var words: String {
        switch self {
        case .virtualNetwork: "virtual network"
        case .peering: "peering"
        case .connectedGroup: "connected group"
        case .internet: "internet"
        case .appliance: "appliance"
        case .gateway: "gateway"
        case .hub: "virtual hub"
        case .serviceEndpoint: "service endpoint"
        case .privateEndpoint: "private endpoint"
        case .none: "nowhere"
        }
    }
}

extension Packet {
    /// The protocol and destination port, for example `tcp/443`.
    var service: String {
        destinationPort.map { "\(networkProtocol)/\($0)" } ?? networkProtocol.description
    }
}

extension String {
    /// A list with blanks behind its commas, so that it can be wrapped.
    var spaced: String { split(separator: ",").joined(separator: ", ") }
}
