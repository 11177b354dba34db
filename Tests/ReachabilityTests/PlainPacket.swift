import Reachability
import Topology

/// A packet of TCP or UDP over IPv4.
struct PlainPacket {
    let networkProtocol: String
    let source: UInt32
    let destination: UInt32
    let sourcePort: Int
    let destinationPort: Int
}

extension PlainPacket {
    /// The witness, where it is of the kind the plain evaluator knows.
    init?(_ witness: Packet?) {
        guard let witness, witness.source.version == .v4, witness.destination.version == .v4,
            let sourcePort = witness.sourcePort, let destinationPort = witness.destinationPort
        else { return nil }
        self.init(
            networkProtocol: witness.networkProtocol.description,
            source: UInt32(truncatingIfNeeded: witness.source.bits),
            destination: UInt32(truncatingIfNeeded: witness.destination.bits),
            sourcePort: Int(sourcePort),
            destinationPort: Int(destinationPort)
        )
    }

    /// The packet as a box of one.
    var box: PacketBox {
        func one(_ address: UInt32) -> AddressSet {
            AddressSet([AddressPrefix(IPAddress(version: .v4, bits: UInt128(address)), length: 32)])
        }
        var box = PacketBox()
        box.protocols = IntervalSet(networkProtocol == "tcp" ? 6 : 17)
        box.sources = one(source)
        box.destinations = one(destination)
        box.sourcePorts = IntervalSet(UInt16(sourcePort))
        box.destinationPorts = IntervalSet(UInt16(destinationPort))
        return box
    }
}

/// A small generator of repeatable numbers (SplitMix64).
struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
