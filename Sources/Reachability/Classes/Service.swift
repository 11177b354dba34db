package import Topology

/// One service: a protocol and, where it has ports, a destination port.
package struct Service: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let protocolNumber: UInt8
    /// 0 for a protocol without ports.
    package let port: UInt16

    package init(protocolNumber: UInt8, port: UInt16 = 0) {
        self.protocolNumber = protocolNumber
        self.port = protocolNumber == 6 || protocolNumber == 17 ? port : 0
    }

    /// Reads `tcp/443`, `udp/53`, `icmp`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let word = parts.first, let number = NetworkProtocol(String(word)).number else { return nil }
        let hasPorts = number == 6 || number == 17
        guard parts.count == (hasPorts ? 2 : 1) else { return nil }
        guard hasPorts else {
            self.init(protocolNumber: number)
            return
        }
        guard let port = UInt16(parts[1]) else { return nil }
        self.init(protocolNumber: number, port: port)
    }

    package var networkProtocol: NetworkProtocol { NetworkProtocol(number: protocolNumber) }

    package var hasPorts: Bool { protocolNumber == 6 || protocolNumber == 17 }

    package var description: String {
        let name = NetworkProtocol(number: protocolNumber).description
        return hasPorts ? "\(name)/\(port)" : name
    }

    package static func < (left: Service, right: Service) -> Bool {
        (left.protocolNumber, left.port) < (right.protocolNumber, right.port)
    }
}

extension Service {
    /// What is asked about where nobody says: remote access, the web, files, names, databases, and a ping.
    package static let common: [Service] = [
        "tcp/22", "tcp/53", "tcp/80", "tcp/135", "tcp/443", "tcp/445", "tcp/1433", "tcp/3306", "tcp/3389",
        "tcp/5432",
        "tcp/5985", "tcp/6379", "tcp/8080", "tcp/8443", "tcp/27017", "udp/53", "udp/123", "icmp",
    ]
    .compactMap { Service($0) }
}
