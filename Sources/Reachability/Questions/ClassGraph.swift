import Topology

/// The estate as classes of endpoints and what passes between them, for questions about everything at once.
struct ClassGraph {
    let classes: EndpointClasses
    private let model: SetModel
    private var runs: [AxisRun]

    /// The graph of an estate, which is kept until one for other services is asked for.
    init(_ map: ReachabilityMap, services: [Service]) {
        self = map.graph(of: services) { ClassGraph(cutting: map, services: services) }
    }

    /// Classes are cut until every row is true of all members; where that goes on and on, every endpoint is a class.
    private init(cutting map: ReachabilityMap, services: [Service]) {
        model = map.model
        let model = model
        runs = ServiceAxis.axes(services).map { AxisRun(model, $0, isForMany: true) }
        var classes = map.classes
        var cuts: Set<Int32> = []
        for round in 0... {
            let before = cuts.count
            for index in runs.indices {
                var checked: Set<AxisRun.SendingKey> = []
                for number in 0..<classes.count where classes.outbound[number] >= 0 {
                    runs[index].addCuts(of: number, classes, &checked, &cuts)
                }
            }
            guard cuts.count > before else { break }
            if round >= 6 { cuts = Set(0..<Int32(model.table.world.count)) }
            classes = model.classes(cuts: cuts)
        }
        self.classes = classes
    }

    /// How many words a row has for each class.
    var axes: [ServiceAxis] { runs.map(\.axis) }

    /// Whom a class reaches by the services of an axis, class by class.
    ///
    /// A class may reach itself; no endpoint counts as its own receiver.
    @inline(__always)
    mutating func row(
        of number: Int,
        axis: Int,
        _ body: (_ receiver: Int, _ certain: UInt64, _ possible: UInt64) -> Void
    ) {
        let sender = Int(classes.members[Int(classes.starts[number])])
        _ = runs[axis].row(from: sender, classes) { receiver, _, certain, possible in
            body(receiver, certain, possible)
        }
    }
}

extension AxisRun {
    /// Adds where classes would have to be cut for the row of a class to be true of all its members, and for it to
    /// reach whole classes only.
    mutating func addCuts(
        of number: Int,
        _ classes: EndpointClasses,
        _ checked: inout Set<SendingKey>,
        _ cuts: inout Set<Int32>
    ) {
        let sending = parts(from: Int(classes.members[Int(classes.starts[number])]))
        if !classes.isWhole(number, sending.sources) {
            cuts.formUnion([sending.sources.lowerBound, sending.sources.upperBound])
        }
        guard checked.insert(SendingKey(key: sending.key, telling: sending.telling)).inserted else { return }
        let table = model.table
        sending.forEach(table) { part, network in
            classes.forEach(in: network, part.range) { receiver in
                if !classes.isWhole(receiver, part.range),
                    !classes.members(of: receiver, in: part.range, table).isEmpty
                {
                    cuts.formUnion([part.range.lowerBound, part.range.upperBound])
                }
                // What is asked pair by pair may differ within a class.
                if part.isAsked, classes.size(receiver) > 1 {
                    for member in classes.members(of: receiver) { cuts.insert(table.ranks[Int(member)]) }
                }
            }
        }
        if sending.traced.contains(where: \.isAsked), classes.size(number) > 1 {
            for member in classes.members(of: number) { cuts.insert(table.ranks[Int(member)]) }
        }
    }

    /// Senders that send alike.
    struct SendingKey: Hashable {
        let key: WayKey?
        let telling: Int
    }
}
