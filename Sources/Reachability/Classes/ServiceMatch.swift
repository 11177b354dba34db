/// The protocols and ports of a rule, as the sets of packets see them: every packet leaves from an ephemeral port.
struct ServiceMatch: Hashable, Sendable {
    let protocols: IntervalSet<UInt8>
    let ports: IntervalSet<UInt16>
    /// Whether the rule takes every source port.
    let isFromAnyPort: Bool
    /// Whether the rule takes the source port that packets have.
    let takesSource: Bool

    init(_ entry: RuleList.Entry, _ reading: RuleList.Reading) {
        protocols = entry.protocols
        ports = entry.destinationPorts
        isFromAnyPort = entry.sourcePorts.isEverything
        takesSource =
            reading == .atPrivateEndpoint
            || entry.sourcePorts.neighbourhood(of: Probe.ephemeralPort).isInside
    }

    /// Whether packets of a protocol with ports may be matched at all.
    func takes(_ number: UInt8) -> Bool { takesSource && protocols.neighbourhood(of: number).isInside }

    enum Meaning { case yes, no, open }

    /// What the rule means for a protocol without ports (azure-semantics 1.3).
    func meaning(withoutPorts number: UInt8) -> Meaning {
        guard protocols.neighbourhood(of: number).isInside else { return .no }
        guard !ports.isEverything || !isFromAnyPort else { return .yes }
        return !protocols.isEverything && (number == 1 || number == 58) ? .open : .no
    }
}
