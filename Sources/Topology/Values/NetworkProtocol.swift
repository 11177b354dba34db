/// The protocol of a rule, compared without case.
package enum NetworkProtocol: Hashable, Sendable, CustomStringConvertible {
    /// `*`, `Any` or `All`.
    case any
    case tcp, udp, icmp, esp, ah
    /// Another word or number, as it was spelled.
    case other(String)

    package init(_ text: String) {
        switch text.lowercased() {
        case "*", "any", "all": self = .any
        case "tcp": self = .tcp
        case "udp": self = .udp
        case "icmp": self = .icmp
        case "esp": self = .esp
        case "ah": self = .ah
        default: self = .other(text)
        }
    }

    package var description: String {
        switch self {
        case .any: "any"
        case .tcp: "tcp"
        case .udp: "udp"
        case .icmp: "icmp"
        case .esp: "esp"
        case .ah: "ah"
        case .other(let text): text
        }
    }

    /// Whether a rule of this protocol matches packets of the other one.
    package func covers(_ other: NetworkProtocol) -> Bool { self == .any || self == other }
}
