package import Topology

/// The rules that packets of one place meet, in the order in which they are asked, each with the addresses that its
/// tags stand for there (azure-semantics 1.1, 1.4, 1.5, 2.1).
package struct EffectiveRules: Sendable {
    /// The rules of one filter in one direction.
    package struct Layer: Sendable {
        package let direction: SecurityRule.Direction
        /// To what the filter is attached; nil for the admin rules of network managers.
        package let layer: Step.Layer?
        /// The security group; nil for admin rules, and where there is none.
        package let group: ResourceID?
        /// Why the rules cannot be told; nil where they can.
        package let problem: String?
        package let rules: [Rule]
    }

    /// One rule.
    package struct Rule: Sendable {
        package let name: String
        package let priority: Int
        package let action: Step.Action
        /// The resource that holds it.
        package let resource: ResourceID
        package let networkProtocol: String
        package let source: String
        package let destination: String
        package let ports: String
        /// The tags it names, with the addresses each stands for here.
        package let tags: [Tag]
    }

    /// A service tag at this place.
    package struct Tag: Sendable {
        package let name: String
        /// The fewest prefixes; nil where the input and the published list do not tell.
        package let prefixes: [AddressPrefix]?
    }

    /// Outbound in the order asked, then inbound.
    package let layers: [Layer]
    package let subnet: ResourceID

    /// - Parameters:
    ///   - network: The estate.
    ///   - subnet: Where it stands.
    ///   - site: The interface; nil for the subnet alone.
    package init?(_ network: Network, subnet: ResourceID, site: Site? = nil) {
        guard let environment = network.environment(of: subnet) else { return nil }
        self.subnet = subnet
        let own = environment.subnet.networkSecurityGroup
        var layers: [Layer] = []
        for direction in [SecurityRule.Direction.outbound, .inbound] {
            if let lists = network.adminRules.lists(of: environment.network, subnet) {
                let list = direction == .inbound ? lists.inbound : lists.outbound
                if !list.entries.isEmpty { layers.append(Self.layer(of: list, direction)) }
            }
            let atSubnet = Self.layer(of: own, .subnet, direction, environment.place, network)
            guard let site else {
                layers.append(atSubnet)
                continue
            }
            let atInterface = Self.layer(
                of: site.securityGroup,
                .networkInterface,
                direction,
                environment.place,
                network
            )
            layers += direction == .inbound ? [atSubnet, atInterface] : [atInterface, atSubnet]
        }
        self.layers = layers
    }

    private static func layer(of list: RuleList, _ direction: SecurityRule.Direction) -> Layer {
        let rules = list.entries.map { entry in
            Rule(
                name: entry.name,
                priority: entry.shownPriority ?? entry.priority,
                action: entry.action.shown,
                resource: entry.resource,
                networkProtocol: "",
                source: "",
                destination: "",
                ports: "",
                tags: []
            )
        }
        return Layer(direction: direction, layer: nil, group: nil, problem: nil, rules: rules)
    }

    private static func layer(
        of setting: Setting<ResourceID>,
        _ layer: Step.Layer,
        _ direction: SecurityRule.Direction,
        _ place: Place,
        _ network: Network
    ) -> Layer {
        func without(_ problem: String?) -> Layer {
            Layer(direction: direction, layer: layer, group: nil, problem: problem, rules: [])
        }
        switch setting {
        case .absent: return without(nil)
        case .unknown(let reason): return without("The security group cannot be read: \(reason).")
        case .set(let id):
            guard let group = network.topology.find(NetworkSecurityGroup.self, id) else {
                return without("The input does not hold security group \(id.name).")
            }
            let rules = group.rules(direction).map { Self.rule($0, of: id, place, network) }
            return Layer(direction: direction, layer: layer, group: id, problem: nil, rules: rules)
        }
    }

    private static func rule(
        _ rule: SecurityRule,
        of group: ResourceID,
        _ place: Place,
        _ network: Network
    ) -> Rule {
        func end(_ terms: [AddressTerm], _ groups: [ResourceID]) -> String {
            let all = terms.map(\.text) + groups.map(\.displayName)
            return all.isEmpty ? "not readable" : all.joined(separator: ", ")
        }
        let terms = rule.sourceAddresses + rule.destinationAddresses
        let tags = Set(terms.compactMap(\.tag)).sorted { $0.text < $1.text }
        let action: Step.Action =
            switch rule.access {
            case .set(.allow): .allow
            case .set(.deny): .deny
            case .absent, .unknown: .unknown
            }
        return Rule(
            name: rule.name,
            priority: rule.priority.value ?? 0,
            action: action,
            resource: group,
            networkProtocol: rule.networkProtocol.value?.description ?? "unknown",
            source: end(rule.sourceAddresses, rule.sourceApplicationSecurityGroups),
            destination: end(rule.destinationAddresses, rule.destinationApplicationSecurityGroups),
            ports: rule.destinationPorts.map(\.text).joined(separator: ", "),
            tags: tags.map { Tag(name: $0.text, prefixes: addresses(of: $0, place, network)?.blocks) }
        )
    }

    private static func addresses(of tag: ServiceTag, _ place: Place, _ network: Network) -> AddressSet? {
        switch tag {
        case .virtualNetwork: place.virtualNetwork
        case .internet: place.internet
        case .azureLoadBalancer: AddressSpace.probes
        default: PlatformService(tag)?.addresses ?? network.tags[tag]
        }
    }
}

extension RuleList.Entry.Action {
    /// What it does, as a step says it.
    fileprivate var shown: Step.Action {
        switch self {
        case .allow: .allow
        case .deny: .deny
        case .alwaysAllow: .alwaysAllow
        case .unknown: .unknown
        }
    }
}
