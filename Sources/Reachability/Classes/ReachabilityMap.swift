import Topology

/// Who reaches whom in the whole estate, by any services at once.
///
/// Each answer is that of ``Tracer`` for the packet in question. It is quick because endpoints that no rule tells apart
/// are one class, lists that say the same are one list, and a rule is held against 64 services in one step. Where only
/// a trace knows the way, through an appliance, a firewall, a hub or a load balancer, the trace tells for which other
/// packets it holds.
package struct ReachabilityMap: Sendable {
    package let tracer: Tracer
    private let models = Shared<Int, SetModel>()
    private let kinds = Shared<Int, EndpointClasses>()
    private let tracedPorts = TracedPorts()
    private let latest = LatestGraph()

    package init(_ network: Network) { tracer = Tracer(network) }

    var model: SetModel { models.value(for: 0) { SetModel(tracer.network) } }

    package var table: EndpointTable { model.table }

    /// The classes as far as rules tell endpoints apart.
    var classes: EndpointClasses { kinds.value(for: 0) { model.classes(cuts: []) } }

    /// Ports at which traces have turned out to part the services.
    var portCutsOfTraces: Set<UInt16> { tracedPorts.cuts }

    /// The graph for some services: the last one, where it is the same.
    func graph(of services: [Service], make: () -> ClassGraph) -> ClassGraph {
        latest.graph(of: services, make: make)
    }

    func remember(portCuts: Set<UInt16>) { tracedPorts.add(portCuts) }

    /// Receivers of one sender.
    package struct Row: Sendable {
        /// Those that are certainly reached.
        package var certain: Bitset
        /// Those of which it cannot be said.
        package var possible: Bitset

        init(count: Int) {
            certain = Bitset(count: count)
            possible = Bitset(count: count)
        }
    }

    /// Whom a site reaches by a service; itself left out.
    ///
    /// The index is the place of the sender in ``table``.
    package func row(from index: Int, _ service: Service) -> Row {
        rows(from: index, [service]).first ?? Row(count: table.count)
    }

    /// Whom a site reaches by each of some services; itself left out.
    package func rows(from index: Int, _ services: [Service]) -> [Row] {
        let model = model
        let classes = classes
        var rows: [Service: Row] = [:]
        for axis in ServiceAxis.axes(services) {
            var run = AxisRun(model, axis, isForMany: false)
            var found = axis.atoms.map { _ in Row(count: model.table.count) }
            _ = run.row(from: index, classes) { number, part, certain, possible in
                let all = part ?? Int(classes.starts[number])..<Int(classes.starts[number + 1])
                for place in all {
                    let receiver = Int(classes.members[place])
                    guard receiver != index else { continue }
                    certain.forEachBit { found[$0].certain[receiver] = true }
                    possible.forEachBit { found[$0].possible[receiver] = true }
                }
            }
            for (atom, row) in zip(axis.atoms, found) { rows[atom.service] = row }
        }
        return services.map { rows[$0] ?? Row(count: model.table.count) }
    }

    /// The verdict for one pair, as the row has it.
    package func verdict(from sender: Int, to receiver: Int, _ service: Service) -> Verdict {
        let row = row(from: sender, service)
        return row.certain[receiver] ? .allow : row.possible[receiver] ? .unknown : .deny
    }

    /// Senders that share their row for a service, but for their own bit.
    package func senders(_ service: Service) -> [[Int]] {
        let classes = ClassGraph(self, services: [service]).classes
        return (0..<classes.count).filter { classes.outbound[$0] >= 0 }
            .map { classes.members(of: $0).map { Int($0) } }
    }

    /// How many classes the endpoints fall into.
    package var classCount: Int { classes.count }

    /// The endpoints of a class, by their places in the table.
    package func members(ofClass number: Int) -> [Int] { classes.members(of: number).map { Int($0) } }
}

extension ReachabilityMap {
    /// The place in the table of an endpoint that people name.
    ///
    /// - Throws: Why the name is none, or none of something with a private address.
    package func index(of name: String) throws(EndpointResolver.Failure) -> Int {
        let endpoint = try EndpointResolver(tracer.network).resolve(name)
        guard case .site(let site) = endpoint,
            let index = table.index(at: site.address.line, in: site.virtualNetwork ?? site.id)
        else {
            throw EndpointResolver.Failure(
                "'\(name)' is nothing that stands at a private address of the input."
            )
        }
        return index
    }
}
