import Topology

/// Who reaches whom by any number of hops: the estate in islands of endpoints that all reach each other.
package struct LateralClosure: Sendable {
    /// The islands, the largest first, each by places in the table.
    package let islands: [[Int]]

    /// - Parameters:
    ///   - map: The estate.
    ///   - services: By which services.
    package init(_ map: ReachabilityMap, services: [Service]) {
        let graph = ReachGraph(map, services: services)
        let classes = graph.classes
        var islands: [[Int]] = []
        for component in StrongComponents(graph.rows, rowOf: graph.rowOf).components {
            let members = component.flatMap { classes.members(of: $0).map { Int($0) } }
            // Endpoints of one class that do not reach each other, nor by way of another class, are islands each.
            if component.count == 1, members.count > 1, !graph.reaches(component[0], component[0]) {
                islands += members.map { [$0] }
            } else {
                islands.append(members.sorted())
            }
        }
        self.islands = islands.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }
}

/// The classes of an estate and which of them certainly reach which, as rows of bits.
package struct ReachGraph: Sendable {
    let classes: EndpointClasses
    /// The rows, each once.
    package let rows: [Bitset]
    /// The row of each class; -1 for one that sends nothing.
    package let rowOf: [Int32]

    /// - Parameters:
    ///   - map: The estate.
    ///   - services: By any of which services.
    package init(_ map: ReachabilityMap, services: [Service]) {
        var graph = ClassGraph(map, services: services)
        classes = graph.classes
        let count = classes.count
        var known: [Bitset: Int32] = [:]
        var rows: [Bitset] = []
        rowOf = (0..<count).map { number in
            guard graph.classes.outbound[number] >= 0 else { return -1 }
            var bits = Bitset(count: count)
            for axis in graph.axes.indices {
                graph.row(of: number, axis: axis) { receiver, certain, _ in
                    if certain != 0 { bits[receiver] = true }
                }
            }
            if let row = known[bits] { return row }
            known[bits] = Int32(rows.count)
            rows.append(bits)
            return Int32(rows.count - 1)
        }
        self.rows = rows
    }

    /// Whether some endpoint of a class reaches another one of a class.
    package func reaches(_ sender: Int, _ receiver: Int) -> Bool {
        rowOf[sender] >= 0 && rows[Int(rowOf[sender])][receiver]
    }
}
