import Topology

/// The effective routes of a subnet: which route every destination takes.
package struct SubnetRoutes: Sendable {
    /// All routes, those in effect and those overridden, by prefix.
    package let entries: [RouteEntry]
    /// Addresses of which it cannot be said which route they take, and why.
    package let doubts: [Doubt]
    /// Where the line of addresses changes its route, and the entry from there on; -1 where there is none.
    let starts: [UInt128]
    private let routes: [Int32]

    /// What is not known of the routes to some addresses.
    package struct Doubt: Sendable {
        let addresses: AddressSet
        let reason: Assumption
    }

    /// - Parameters:
    ///   - entries: Every candidate.
    ///   - services: Routes of service endpoints, which nothing overrides (azure-semantics 3.2).
    ///   - doubts: Addresses for which there may be other routes that the input does not tell.
    init(_ entries: [RouteEntry], services: [RouteEntry] = [], doubts: [Doubt] = []) {
        self.doubts = doubts
        var entries = Self.settled(entries)
        let candidates = entries.indices.filter { entries[$0].isActive }.map { index in
            let line = entries[index].prefix.line
            return Span(range: line, weight: line.upperBound - line.lowerBound, entry: Int32(index))
        }
        let base = entries.count
        entries += services
        let above = services.enumerated().map { offset, service in
            Span(range: service.prefix.line, weight: 0, entry: Int32(base + offset))
        }
        let painted = Self.painted(candidates + above)
        self.entries = entries
        starts = painted.map(\.0)
        routes = painted.map(\.1)
    }

    /// The route of a destination; nil where none holds it.
    package func route(to destination: inout Probe.Field<UInt128>) -> RouteEntry? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= destination.value { low = middle + 1 } else { high = middle }
        }
        let start = low > 0 ? starts[low - 1] : .min
        let end = low < starts.count ? starts[low] - 1 : .max
        destination.narrow(to: start...end)
        guard low > 0, routes[low - 1] >= 0 else { return nil }
        return entries[Int(routes[low - 1])]
    }

    /// The parts of the address line with the route each takes, in order; parts without a route are left out.
    package var parts: [(range: ClosedRange<UInt128>, entry: RouteEntry)] {
        starts.indices.compactMap { index in
            guard routes[index] >= 0 else { return nil }
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : UInt128.max
            return (starts[index]...end, entries[Int(routes[index])])
        }
    }

    private struct Span {
        let range: ClosedRange<UInt128>
        /// The narrower, the stronger.
        let weight: UInt128
        let entry: Int32
    }

    /// Marks, of routes of one prefix, all but the first by rank as overridden, and routes of gateways inside what
    /// Azure itself routes: those lose even where they are longer (azure-semantics 3.2).
    private static func settled(_ entries: [RouteEntry]) -> [RouteEntry] {
        var entries = entries.enumerated().sorted { left, right in
            (left.element.prefix, left.element.rank, left.offset)
                < (right.element.prefix, right.element.rank, right.offset)
        }.map(\.element)
        let own = entries.filter { $0.source == .system && $0.nextHop.isDelivery }.map(\.prefix)
        let written = Set(entries.filter { $0.source == .user }.map(\.prefix))
        for index in entries.indices where entries[index].source == .gateway {
            let learned = entries[index].prefix
            let holders = own.filter { $0.contains(learned) }
            if holders.contains(where: { !written.contains($0) }) {
                entries[index].overriddenBy = "Azure's own route to a virtual network comes first"
            } else if !holders.isEmpty {
                entries[index].doubt = Assumption(
                    "learned-inside-replaced-route",
                    "A user-defined route replaces Azure's own around \(learned); whether the longer learned route then "
                        + "counts is not documented."
                )
            }
        }
        var first: Int?
        for index in entries.indices where entries[index].isActive {
            if let first, entries[first].prefix == entries[index].prefix {
                entries[index].overriddenBy =
                    entries[first].name ?? "a \(entries[first].source.rawValue) route"
            } else {
                first = index
            }
        }
        return entries
    }

    /// The strongest span at every address.
    private static func painted(_ spans: [Span]) -> [(UInt128, Int32)] {
        // Prefixes nest or are apart, so that a stack of what is open suffices, but for the spans of services, which
        // win over whatever is inside of them.
        let ordered = spans.sorted { left, right in
            (left.range.lowerBound, right.range.upperBound) < (right.range.lowerBound, left.range.upperBound)
        }
        var result: [(UInt128, Int32)] = []
        var open: [Span] = []
        func mark(_ start: UInt128) {
            let strongest = open.min { ($0.weight, $0.entry) < ($1.weight, $1.entry) }?.entry ?? -1
            if result.last?.0 == start { result.removeLast() }
            if result.last?.1 != strongest { result.append((start, strongest)) }
        }
        func close(before start: UInt128?) {
            while let next = open.map(\.range.upperBound).min(), start.map({ next < $0 }) ?? true {
                open.removeAll { $0.range.upperBound == next }
                guard next < .max else { return }
                mark(next + 1)
            }
        }
        for span in ordered {
            close(before: span.range.lowerBound)
            open.append(span)
            mark(span.range.lowerBound)
        }
        close(before: nil)
        return result
    }
}

extension NextHop {
    /// Whether Azure itself delivers into a virtual network this way.
    var isDelivery: Bool {
        switch self {
        case .virtualNetwork, .peering, .connectedGroup: true
        default: false
        }
    }
}
