import Reachability
import Topology

/// Ways of managing a machine over the network, and how far a security group opens them to the internet.
///
/// The first rule that matches decides: an Allow behind a Deny of lower number opens nothing (azure-semantics 1.1).
struct ManagementDoors: Sendable {
    let doors: [Door]

    struct Door: Sendable {
        let name: String
        let ports: ClosedRange<UInt16>
        let protocols: IntervalSet<UInt8>

        /// A door over TCP, by which sessions begin, those of RDP too; `protocols` says otherwise.
        init(
            _ name: String,
            _ ports: ClosedRange<UInt16>,
            over protocols: IntervalSet<UInt8> = IntervalSet(6)
        ) {
            self.name = name
            self.ports = ports
            self.protocols = protocols
        }

        /// Packets from the internet to the door.
        var question: PacketBox {
            PacketBox(from: .internet, protocols: protocols, ports: IntervalSet([ports]))
        }
    }

    static let remoteDesktopAndShell = ManagementDoors(doors: [
        Door("SSH", 22...22), Door("RDP", 3389...3389),
    ])

    /// Whether the group keeps all doors closed to the internet at large; a site that is named may come in.
    func judge(_ group: NetworkSecurityGroup) -> Judgement {
        let filter = Filter(group, .inbound)
        return .combining(
            doors.map { door in judge(door, filter, group) },
            pass: "\(group.name) closes \(doors.map(\.name).joined(separator: ", ")) to the internet"
        )
    }

    private func judge(_ door: Door, _ filter: Filter, _ group: NetworkSecurityGroup) -> Judgement {
        let decisions = filter.decisions(for: door.question)
        let open = decisions.filter { $0.rule.action == .allow && !$0.certain.isEmpty }
        let sources = open.reduce(AddressSet.empty) { $0.union($1.certain.sources) }
        if sources.isWide, let widest = open.max(by: { $0.certain.sources.count < $1.certain.sources.count })
        {
            let packet = widest.witness.map { ", for example \($0)" } ?? ""
            return .fail(
                "\(group.name) opens \(door.name) to the internet by \(widest.rule.title)\(packet)",
                widest.rule.proofs(in: group.resource, expected: "the Bastion subnet, or a site of your own")
            )
        }
        guard let doubt = decisions.first(where: \.isDoubtful) else {
            return .pass("", Proof("securityRules"))
        }
        return Judgement(
            outcome: .unknown,
            message: "Whether \(door.name) is open to the internet is not known: \(doubt.doubt)",
            evidence: doubt.rule.proofs(in: group.resource),
            severity: nil
        )
    }

    /// Whether a packet from the internet at large passes all the filters, one behind the other.
    func isOpen(through filters: [Filter]) -> Bool {
        doors.contains { door in
            let passed = filters.reduce([door.question]) { packets, filter in
                packets.flatMap { filter.decisions(for: $0) }
                    .filter { $0.rule.action == .allow }
                    .flatMap(\.certain.boxes)
            }
            return passed.reduce(AddressSet.empty) { $0.union($1.sources) }.isWide
        }
    }
}
