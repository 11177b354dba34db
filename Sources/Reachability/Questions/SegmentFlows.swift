import Topology

/// What decides between two groups of endpoints: every rule that lets something through or stops it, each with a
/// packet that shows it.
package struct SegmentFlows: Sendable {
    /// Packets that one rule decides alike.
    package struct Decision: Sendable {
        package let verdict: Verdict
        /// What decides; nil where no filter was asked.
        package let decidedBy: Step?
        /// The services, of those asked about, that are decided so for some pair.
        package private(set) var flows: FlowSet
        /// Of the service for which there are most, how many pairs are decided so.
        package private(set) var pairs: Int
        /// One of the packets, followed anew.
        package let witness: Trace
        /// The ends of the witness, as places in the table.
        package let sender: Int
        package let receiver: Int
        private var pairsOfService: [Service: Int]

        fileprivate init(_ trace: Trace, _ service: Service, _ class: PairClass) {
            verdict = trace.verdict
            decidedBy = trace.decidedBy
            witness = trace
            sender = `class`.sender
            receiver = `class`.receiver
            flows = FlowSet()
            flows.insert(service)
            pairs = `class`.count
            pairsOfService = [service: `class`.count]
        }

        fileprivate mutating func add(_ count: Int, _ service: Service) {
            flows.insert(service)
            pairsOfService[service, default: 0] += count
            pairs = pairsOfService.values.max() ?? 0
        }
    }

    /// What lets most through first, then what cannot be said, then what stops most.
    package let decisions: [Decision]
    /// Whether every pair was looked at; else those of the first senders were.
    package let isWhole: Bool

    /// More pairs and services than this are not looked at one by one.
    private static let most = 2_000_000

    /// Pairs that fare alike by one service, with one that stands for all.
    fileprivate struct PairClass {
        let sender: Int
        let receiver: Int
        var count: Int
    }

    private struct ClassKey: Hashable {
        let sender: Int32
        let receiver: Int32
        let verdict: Verdict
    }

    private struct DecisionKey: Hashable {
        let verdict: Verdict
        let stage: Step.Stage?
        let layer: Step.Layer?
        let resource: ResourceID?
        let rule: String?

        init(_ trace: Trace) {
            verdict = trace.verdict
            stage = trace.decidedBy?.stage
            layer = trace.decidedBy?.layer
            resource = trace.decidedBy?.resource
            rule = trace.decidedBy?.rule
        }
    }

    /// - Parameters:
    ///   - map: The estate.
    ///   - senders: Places in the table; those that never send are left out.
    ///   - receivers: Places in the table.
    ///   - services: By which services.
    package init(_ map: ReachabilityMap, from senders: [Int], to receivers: [Int], services: [Service]) {
        let able = senders.filter { map.table.sites[$0].initiates }
        let room = Self.most / max(1, receivers.count * services.count)
        let asked = able.prefix(max(1, room))
        isWhole = asked.count == able.count
        var classOf = [Int32](repeating: -1, count: map.table.count)
        for number in 0..<map.classCount {
            for member in map.members(ofClass: number) { classOf[member] = Int32(number) }
        }
        var found: [DecisionKey: Decision] = [:]
        for service in services {
            for pair in Self.classes(map, asked, receivers, service, classOf) {
                let trace = map.tracer.trace(
                    from: .site(map.table.sites[pair.sender]),
                    to: .site(map.table.sites[pair.receiver]),
                    protocolNumber: service.protocolNumber,
                    destinationPort: service.port
                )
                let key = DecisionKey(trace)
                if found[key] == nil {
                    found[key] = Decision(trace, service, pair)
                } else {
                    found[key]?.add(pair.count, service)
                }
            }
        }
        decisions = found.values.sorted { $0.rank < $1.rank }
    }

    private static func classes(
        _ map: ReachabilityMap,
        _ senders: ArraySlice<Int>,
        _ receivers: [Int],
        _ service: Service,
        _ classOf: [Int32]
    ) -> [PairClass] {
        let classOf = map.classes.classOf
        var classes: [ClassKey: PairClass] = [:]
        for sender in senders {
            let row = map.row(from: sender, service)
            for receiver in receivers where receiver != sender {
                let verdict: Verdict =
                    row.certain[receiver] ? .allow : row.possible[receiver] ? .unknown : .deny
                let key = ClassKey(
                    sender: classOf[sender],
                    receiver: classOf[receiver],
                    verdict: verdict
                )
                classes[key, default: PairClass(sender: sender, receiver: receiver, count: 0)].count += 1
            }
        }
        return classes.values.sorted { ($0.sender, $0.receiver) < ($1.sender, $1.receiver) }
    }
}

extension SegmentFlows.Decision {
    /// The lower, the sooner it is told.
    fileprivate var rank: (Int, Int, String, String) {
        let order = [Verdict.allow, .unknown, .deny]
        return (
            order.firstIndex(of: verdict) ?? 0, -pairs, decidedBy?.resource?.text.lowercased() ?? "",
            decidedBy?.rule ?? ""
        )
    }
}
