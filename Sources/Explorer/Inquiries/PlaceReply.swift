import Canvas
import Reachability
import Review
import Topology

/// Where something stands in the network, with the rules and routes in effect there and its neighbours.
package struct PlaceReply: Sendable {
    let map: ReachabilityMap
    let rules: EffectiveRules?
    /// Those in effect first, then those overridden, each by prefix.
    let routes: [RouteEntry]
    /// Nil for a subnet, of which the segment matrix tells.
    let neighbours: Neighbourhood?

    /// What something reaches, and what reaches it, ready to be shown.
    struct Neighbourhood: Sendable {
        let reaches: [Entry]
        let reachedBy: [Entry]
        /// How many there are, for fewer may be listed.
        let counts: (reaches: Int, reachedBy: Int)

        struct Entry: Sendable {
            let line: StyledLine
            /// In the grammar of endpoints.
            let end: String
        }

        /// More neighbours of one kind than this are only counted.
        private static let most = 200

        init(_ found: Neighbours, in map: ReachabilityMap, _ estate: Estate) {
            func entries(_ neighbours: [Neighbours.Neighbour]) -> [Entry] {
                neighbours.prefix(Self.most).map { neighbour in
                    let end = PathEnd(neighbour.index.map { map.name(of: $0) } ?? "internet", in: estate)
                    let verdict: Verdict = neighbour.isCertain ? .allow : .unknown
                    var line = StyledLine("  \(verdict.glyph.character) ", verdict.role)
                    line.append(end.name, end.role)
                    line.append("  \(neighbour.flows.words)", .muted)
                    return Entry(line: line, end: end.text)
                }
            }
            reaches = entries(found.reaches)
            reachedBy = entries(found.reachedBy)
            counts = (found.reaches.count, found.reachedBy.count)
        }
    }

    /// What can be asked about: what has an address of its own, and subnets.
    static func isOne(_ resource: Resource) -> Bool {
        let types = VirtualMachine.types + NetworkInterface.types + PrivateEndpoint.types + Subnet.types
        return types.contains(resource.type)
    }

    static func answer(about id: ResourceID, in estate: Estate) -> Reply {
        let map = estate.reachability.value
        let network = map.tracer.network
        if let type = id.type, Subnet.types.contains(type) {
            guard let environment = network.environment(of: id) else {
                return .failed("The network of this subnet is not in the input.")
            }
            let rules = EffectiveRules(network, subnet: id)
            return .place(
                PlaceReply(map: map, rules: rules, routes: routes(of: environment), neighbours: nil)
            )
        }
        do {
            let index = try map.index(of: id.text)
            let site = map.table.sites[index]
            guard let environment = network.environment(of: site.subnet) else {
                return .failed("The input does not hold the subnet it stands in.")
            }
            return .place(
                PlaceReply(
                    map: map,
                    rules: EffectiveRules(network, subnet: site.subnet, site: site),
                    routes: routes(of: environment),
                    neighbours: Neighbourhood(
                        Neighbours(map, of: index, services: Service.common),
                        in: map,
                        estate
                    )
                )
            )
        } catch {
            return .failed(error.message)
        }
    }

    private static func routes(of environment: SubnetEnvironment) -> [RouteEntry] {
        environment.routes.entries.enumerated().sorted { left, right in
            (left.element.isActive ? 0 : 1, left.element.prefix, left.offset)
                < (right.element.isActive ? 0 : 1, right.element.prefix, right.offset)
        }.map(\.element)
    }
}

extension FlowSet {
    /// The services, or that they are all the common ones.
    var words: String { description == Self.common ? "all common services" : description.spaced }

    private static let common = Service.common.reduce(into: FlowSet()) { $0.insert($1) }.description
}
