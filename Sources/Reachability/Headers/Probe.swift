package import Topology

/// A packet on its way, and how far around it the same answers hold.
///
/// Whoever asks about a field of the packet narrows the field's window to the values for which the answer is the
/// same. What a trace finds is therefore true of every packet inside the windows, and stepping from window to window
/// gives the whole set of packets without ever asking about two that cannot differ.
package struct Probe: Sendable {
    /// One field of the header.
    package struct Field<Number: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
        /// The value at this point of the way.
        package private(set) var value: Number
        /// The values of the original field for which everything asked so far is answered alike.
        package private(set) var window: ClosedRange<Number>
        /// Whether a translation replaced the value, so that it no longer follows the original one.
        package private(set) var isReplaced = false

        package init(_ value: Number) {
            self.value = value
            window = Number.min...Number.max
        }

        /// Whether the value is in the set.
        package mutating func isIn(_ set: IntervalSet<Number>) -> Bool {
            if isReplaced { return set.neighbourhood(of: value).isInside }
            let (isInside, range) = set.neighbourhood(of: value)
            narrow(to: range)
            return isInside
        }

        /// Whether the value lies in the range.
        package mutating func isIn(_ range: ClosedRange<Number>) -> Bool { isIn(IntervalSet([range])) }

        /// Keeps of the window what lies in the range, which has to hold the value.
        package mutating func narrow(to range: ClosedRange<Number>) {
            guard !isReplaced, range.contains(value) else { return }
            window = max(window.lowerBound, range.lowerBound)...min(window.upperBound, range.upperBound)
        }

        /// Replaces the value by a fixed one.
        package mutating func replace(by new: Number) {
            value = new
            isReplaced = true
        }

        /// Replaces the value by one that depends on it, so that nothing is known of its neighbours.
        package mutating func shift(to new: Number) {
            narrow(to: value...value)
            replace(by: new)
        }
    }

    /// The IP protocol number.
    package let protocolNumber: UInt8
    /// Addresses stand on the line of both versions (``AddressSet``).
    package var source: Field<UInt128>
    package var destination: Field<UInt128>
    package var sourcePort: Field<UInt16>
    package var destinationPort: Field<UInt16>

    package init(
        protocolNumber: UInt8,
        source: IPAddress,
        destination: IPAddress,
        sourcePort: UInt16 = Probe.ephemeralPort,
        destinationPort: UInt16 = 0
    ) {
        self.protocolNumber = protocolNumber
        self.source = Field(source.line)
        self.destination = Field(destination.line)
        self.sourcePort = Field(sourcePort)
        self.destinationPort = Field(destinationPort)
    }

    /// The source port of a packet of which nothing else is said.
    package static let ephemeralPort: UInt16 = 49152

    /// Whether the protocol has ports: TCP and UDP.
    package var hasPorts: Bool { protocolNumber == 6 || protocolNumber == 17 }

    package var isICMP: Bool { protocolNumber == 1 || protocolNumber == 58 }

    /// The header as it is now.
    package var packet: Packet {
        Packet(
            networkProtocol: NetworkProtocol(number: protocolNumber),
            source: IPAddress(line: source.value),
            destination: IPAddress(line: destination.value),
            sourcePort: hasPorts ? sourcePort.value : nil,
            destinationPort: hasPorts ? destinationPort.value : nil
        )
    }

    /// Takes over from another probe of the same packet how far its answers hold.
    package mutating func narrow(as other: Probe) {
        source.narrow(to: other.source.window)
        destination.narrow(to: other.destination.window)
        sourcePort.narrow(to: other.sourcePort.window)
        destinationPort.narrow(to: other.destinationPort.window)
    }
}
