import Topology

/// The routes of one table of a virtual hub, and which of them every address takes.
struct HubTable: Sendable {
    /// All of them, the strongest first.
    let entries: [HubRouting.Entry]
    /// The table's own name.
    let name: String
    private let every: Line
    /// What a packet takes that comes from the hub's own firewall.
    private let withoutFirewalls: Line

    /// The entries come in the order of their strength.
    init(_ entries: [HubRouting.Entry], name: String) {
        self.entries = entries
        self.name = name
        every = Line(entries) { _ in true }
        withoutFirewalls = Line(entries) { entry in
            if case .firewall = entry.hop { false } else { true }
        }
    }

    /// The strongest route that holds a destination; O(log entries).
    func route(to destination: inout Probe.Field<UInt128>, skipsFirewalls: Bool) -> HubRouting.Entry? {
        let place = (skipsFirewalls ? withoutFirewalls : every).entry(at: &destination)
        return place.map { entries[$0] }
    }

    /// The line of addresses, parted where the route changes.
    private struct Line: Sendable {
        private let starts: [UInt128]
        /// The entry from each start on; -1 where there is none.
        private let entries: [Int32]

        init(_ all: [HubRouting.Entry], where counts: (HubRouting.Entry) -> Bool) {
            var cuts: Set<UInt128> = [0]
            for entry in all {
                let line = entry.prefix.line
                cuts.insert(line.lowerBound)
                if line.upperBound < .max { cuts.insert(line.upperBound + 1) }
            }
            let sorted = cuts.sorted()
            var strongest = [Int32](repeating: -1, count: sorted.count)
            // The strongest comes last and covers the others.
            for (place, entry) in all.enumerated().reversed() where counts(entry) {
                let line = entry.prefix.line
                var next = sorted.partitioningIndex { $0 >= line.lowerBound }
                while next < sorted.count, sorted[next] <= line.upperBound {
                    strongest[next] = Int32(place)
                    next += 1
                }
            }
            let changes = sorted.indices.filter { $0 == 0 || strongest[$0] != strongest[$0 - 1] }
            starts = changes.map { sorted[$0] }
            entries = changes.map { strongest[$0] }
        }

        func entry(at destination: inout Probe.Field<UInt128>) -> Int? {
            let value = destination.value
            let next = starts.partitioningIndex { $0 > value }
            destination.narrow(to: starts[next - 1]...(next < starts.count ? starts[next] - 1 : .max))
            return entries[next - 1] < 0 ? nil : Int(entries[next - 1])
        }
    }
}
