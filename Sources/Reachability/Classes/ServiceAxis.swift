import Topology

/// Up to 64 services, one bit each, so that a rule is held against all of them at once.
///
/// A bit stands for one service, or for a range of ports that everything asked treats alike.
struct ServiceAxis: Sendable {
    /// Services that are alike.
    struct Atom: Hashable, Sendable, Comparable {
        let protocolNumber: UInt8
        let ports: ClosedRange<UInt16>

        /// The lowest, which is asked about for all.
        var service: Service { Service(protocolNumber: protocolNumber, port: ports.lowerBound) }

        static func < (left: Atom, right: Atom) -> Bool {
            (left.protocolNumber, left.ports.lowerBound) < (right.protocolNumber, right.ports.lowerBound)
        }
    }

    /// What rules match of the services, bit by bit.
    struct Words: Sendable {
        /// Services that are matched.
        var certain: UInt64 = 0
        /// Services of which it cannot be said.
        var open: UInt64 = 0
    }

    static let width = 64

    let atoms: [Atom]
    /// A bit for each atom.
    let everything: UInt64
    /// Where the atoms of TCP and UDP stand.
    private let portful: [UInt8: Range<Int>]

    private init(_ atoms: [Atom]) {
        self.atoms = atoms
        everything = atoms.count >= Self.width ? .max : (1 << UInt64(atoms.count)) - 1
        var portful: [UInt8: Range<Int>] = [:]
        for number in [6, 17] as [UInt8] {
            let first = atoms.partitioningIndex { $0.protocolNumber >= number }
            let end = atoms.partitioningIndex { $0.protocolNumber > number }
            if first < end { portful[number] = first..<end }
        }
        self.portful = portful
    }

    /// The services, 64 at a time.
    static func axes(_ services: [Service]) -> [ServiceAxis] {
        chunks(Set(services).map { Atom(protocolNumber: $0.protocolNumber, ports: $0.port...$0.port) })
    }

    /// Every service of some protocols, the ports parted at the cuts, each of which starts a range.
    static func axes(_ protocols: [NetworkProtocol], cuts: Set<UInt16>) -> [ServiceAxis] {
        let starts = cuts.union([0]).sorted()
        let ranges = starts.indices.map { index -> ClosedRange<UInt16> in
            starts[index]...(index + 1 < starts.count ? starts[index + 1] - 1 : .max)
        }
        return chunks(
            Set(protocols.compactMap(\.number)).flatMap { number -> [Atom] in
                guard Service(protocolNumber: number).hasPorts else {
                    return [Atom(protocolNumber: number, ports: 0...0)]
                }
                return ranges.map { Atom(protocolNumber: number, ports: $0) }
            }
        )
    }

    private static func chunks(_ atoms: [Atom]) -> [ServiceAxis] {
        let sorted = atoms.sorted()
        return stride(from: 0, to: sorted.count, by: width).map { start in
            ServiceAxis(Array(sorted[start..<min(start + width, sorted.count)]))
        }
    }

    /// What a rule matches by its protocols and ports.
    func words(_ match: ServiceMatch, endsEarly: Bool = false) -> Words {
        var words = Words()
        for (number, bits) in portful where match.takes(number) {
            for range in match.ports.ranges {
                let first = atoms[bits].partitioningIndex { $0.ports.lowerBound >= range.lowerBound }
                let end = atoms[bits].partitioningIndex {
                    endsEarly
                        ? $0.ports.lowerBound >= range.upperBound : $0.ports.lowerBound > range.upperBound
                }
                words.certain |= Self.bits(first..<max(first, end))
            }
        }
        for (bit, atom) in atoms.enumerated() where portful[atom.protocolNumber] == nil {
            switch match.meaning(withoutPorts: atom.protocolNumber) {
            case .yes: words.certain |= 1 << UInt64(bit)
            case .open: words.open |= 1 << UInt64(bit)
            case .no: break
            }
        }
        return words
    }

    /// The services with the protocol of one of them whose ports lie in a window.
    ///
    /// Ports at which an atom would have to be cut are added to the cuts.
    func bits(like bit: Int, in window: ClosedRange<UInt16>, cuts: inout Set<UInt16>) -> UInt64 {
        guard let all = portful[atoms[bit].protocolNumber] else { return 1 << UInt64(bit) }
        let first = atoms[all].partitioningIndex { $0.ports.lowerBound >= window.lowerBound }
        let end = atoms[all].partitioningIndex { $0.ports.lowerBound > window.upperBound }
        // The lowest port of the atom itself lies in the window.
        if atoms[end - 1].ports.upperBound > window.upperBound { cuts.insert(window.upperBound + 1) }
        return Self.bits(first..<end)
    }

    private static func bits(_ range: Range<Int>) -> UInt64 {
        guard !range.isEmpty else { return 0 }
        return (UInt64.max << UInt64(range.lowerBound)) & (UInt64.max >> UInt64(64 - range.upperBound))
    }

    /// The services of a word as people read them.
    func insert(_ word: UInt64, into flows: inout FlowSet) {
        word.forEachBit { bit in
            let atom = atoms[bit]
            flows.insert(
                NetworkProtocol(number: atom.protocolNumber),
                atom.service.hasPorts ? atom.ports : nil
            )
        }
    }
}

extension UInt64 {
    /// Calls with the place of every bit that is set.
    @inline(__always)
    func forEachBit(_ body: (Int) -> Void) {
        var rest = self
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element meets a condition that all behind it meet too.
    func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
