import Topology

/// Where a blast radius can be cut: what each rule and link on its ways is worth, and the fewest that cut it.
///
/// Every way is that of a trace; a change counts where it stops every flow of an edge, and what is left is walked
/// again. The cut is followed once more by ``Tracer`` before it is shown.
package struct ChokePoints: Sendable {
    /// One rule or link, with what changing it alone is worth.
    package struct Point: Sendable {
        package let carrier: Carrier
        /// How many endpoints of the blast radius are then no longer reached in as many hops.
        package let cutsOff: Int
    }
    /// By what they cut off, the most first; those that cut off nothing by themselves are left out.
    package let points: [Point]
    /// A set of changes after which the origin reaches nothing; nil where none was found.
    package let cut: [Carrier]?
    /// Whether no smaller set does; else it is a small one.
    package let isFewest: Bool
    /// Whether every way was looked at; a very large blast radius is followed over its first ways alone.
    package let isComplete: Bool

    /// Flows beyond this many are not followed.
    package static let mostFlows = 20_000

    /// - Parameters:
    ///   - map: The estate.
    ///   - blast: The blast radius.
    ///   - hops: How far it was asked to go.
    ///   - services: By which services; by any where it is nil.
    package init(_ map: ReachabilityMap, _ blast: BlastRadius, hops: Int = 1, services: [Service]? = nil) {
        let graph = CarrierGraph(map, blast, hops: hops, services: services, mostFlows: Self.mostFlows)
        isComplete = graph.isComplete
        let all = graph.reached(without: nil)
        points = graph.carriers.indices.map { index in
            Point(carrier: graph.carriers[index], cutsOff: all - graph.reached(without: index))
        }
        .filter { $0.cutsOff > 0 }
        .sorted { ($1.cutsOff, $0.carrier) < ($0.cutsOff, $1.carrier) }
        let search = HittingSet(graph.directFlows)
        isFewest = search.isSmallest && graph.isComplete
        cut = search.elements.flatMap { elements in
            graph.stopsEverything(elements) ? elements.map { graph.carriers[$0] }.sorted() : nil
        }
    }
}

/// The ways of a blast radius: who reaches whom by which flows, and what carries each flow.
struct CarrierGraph {
    private(set) var carriers: [Carrier] = []
    private(set) var isComplete = true
    private var numbers: [Carrier: Int] = [:]
    private var edges: [Int: [Edge]] = [:]
    private let origin: Int
    private let hops: Int
    private let tracer: Tracer
    private var direct: [Flow] = []

    private struct Edge {
        let to: Int
        /// The carriers of each flow, all flows that need the same taken as one.
        var flows: Set<Set<Int>>
    }
    /// A flow of the origin itself, to be followed again.
    private struct Flow {
        let from: Site
        let to: Site
        let service: Service
        let carriers: Set<Int>
    }

    init(
        _ map: ReachabilityMap,
        _ blast: BlastRadius,
        hops: Int,
        services: [Service]?,
        mostFlows: Int
    ) {
        origin = blast.origin
        self.hops = hops
        tracer = map.tracer
        let reached = blast.reached.filter(\.isCertain)
        let senders = [blast.origin] + reached.filter { $0.hop < hops }.map(\.index)
        var work = mostFlows
        let reach = Reach(map.tracer)
        for sender in senders where map.table.sites[sender].initiates {
            let from = map.table.sites[sender]
            for receiver in reached.map(\.index) where receiver != sender {
                guard work > 0 else {
                    isComplete = false
                    return
                }
                let to = map.table.sites[receiver]
                var edge = Edge(to: receiver, flows: [])
                for (service, trace) in Self.open(reach, from, to, services) {
                    work -= 1
                    let tracer = tracer
                    let found = tracer.carriers(of: trace, from: .site(from)) {
                        tracer.follow(from, to, service, supposing: $0)
                    }
                    let set = Set(found.map { number($0) })
                    edge.flows.insert(set)
                    if sender == origin {
                        direct.append(Flow(from: from, to: to, service: service, carriers: set))
                    }
                }
                if !edge.flows.isEmpty { edges[sender, default: []].append(edge) }
            }
        }
    }

    /// What flows from one site to another for certain, one service for all that fare alike.
    private static func open(
        _ reach: Reach,
        _ from: Site,
        _ to: Site,
        _ services: [Service]?
    ) -> [(Service, Trace)] {
        guard let services else {
            return reach.flows(from: .site(from), to: .site(to)).filter { $0.trace.verdict == .allow }.map {
                let service = Service(
                    protocolNumber: $0.trace.probe.protocolNumber,
                    port: $0.ports?.lowerBound ?? 0
                )
                return (service, $0.trace)
            }
        }
        return services.compactMap { service in
            let trace = reach.tracer.trace(
                from: .site(from),
                to: .site(to),
                protocolNumber: service.protocolNumber,
                destinationPort: service.port
            )
            return trace.verdict == .allow ? (service, trace) : nil
        }
    }

    private mutating func number(_ carrier: Carrier) -> Int {
        if let known = numbers[carrier] { return known }
        numbers[carrier] = carriers.count
        carriers.append(carrier)
        return carriers.count - 1
    }

    /// What each flow of the origin itself needs.
    var directFlows: [Set<Int>] { direct.map(\.carriers) }

    /// How many endpoints are reached where one carrier is changed.
    func reached(without removed: Int?) -> Int {
        var seen: Set<Int> = [origin]
        var frontier = [origin]
        for _ in 0..<max(1, hops) where !frontier.isEmpty {
            var next: [Int] = []
            for sender in frontier {
                for edge in edges[sender] ?? [] where !seen.contains(edge.to) {
                    let isOpen =
                        removed.map { number in edge.flows.contains { !$0.contains(number) } } ?? true
                    if isOpen, seen.insert(edge.to).inserted { next.append(edge.to) }
                }
            }
            frontier = next
        }
        return seen.count - 1
    }

    /// Whether every flow of the origin is stopped by the one of the carriers that it needs, as ``Tracer`` has it.
    func stopsEverything(_ elements: [Int]) -> Bool {
        direct.allSatisfy { flow in
            guard let needed = elements.first(where: flow.carriers.contains) else { return false }
            let carrier = carriers[needed]
            let supposition =
                carrier.kind == .link
                ? Supposition(removed: Set([carrier.resource].compactMap { $0 }))
                : Supposition(closed: [carrier.checkpoint])
            return tracer.follow(flow.from, flow.to, flow.service, supposing: supposition).verdict == .deny
        }
    }
}

extension Tracer {
    /// What becomes of a packet between two sites under a supposition.
    fileprivate func follow(
        _ from: Site,
        _ to: Site,
        _ service: Service,
        supposing supposition: Supposition
    ) -> Trace {
        follow(
            from: .site(from),
            to: .site(to),
            protocolNumber: service.protocolNumber,
            sourcePort: Probe.ephemeralPort,
            destinationPort: service.port,
            supposing: supposition
        ).trace
    }
}
