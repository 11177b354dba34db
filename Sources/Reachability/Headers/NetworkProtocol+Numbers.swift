package import Topology

extension NetworkProtocol {
    /// The IP protocol numbers it stands for; nil for a word that names none.
    package var numbers: IntervalSet<UInt8>? {
        switch self {
        case .any: .everything
        case .tcp: IntervalSet(6)
        case .udp: IntervalSet(17)
        case .icmp: IntervalSet([1...1, 58...58])
        case .esp: IntervalSet(50)
        case .ah: IntervalSet(51)
        case .other(let text): UInt8(text).map { IntervalSet($0) }
        }
    }

    init(number: UInt8) {
        switch number {
        case 6: self = .tcp
        case 17: self = .udp
        case 1, 58: self = .icmp
        case 50: self = .esp
        case 51: self = .ah
        default: self = .other(String(number))
        }
    }
}

extension IntervalSet<UInt8> {
    /// The protocols that have ports: TCP and UDP.
    package static var portful: IntervalSet { IntervalSet([6...6, 17...17]) }
}
