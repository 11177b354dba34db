import Canvas
import Reachability

/// A service as people write it and as they call it.
struct ServiceName: Sendable, Hashable {
    let service: Service

    init(_ service: Service) { self.service = service }

    /// Reads `tcp/443`, `udp/53`, `icmp`; nil for anything else.
    init?(_ text: some StringProtocol) {
        guard let service = Service(text) else { return nil }
        self.service = service
    }

    var text: String { service.description }

    /// What people call it; nil where it has no common name.
    var nickname: String? { Self.nicknames[text] }

    private static let nicknames: [String: String] = [
        "tcp/22": "SSH", "tcp/53": "DNS", "tcp/80": "HTTP", "tcp/135": "RPC", "tcp/443": "HTTPS",
        "tcp/445": "SMB", "tcp/1433": "SQL Server", "tcp/3306": "MySQL", "tcp/3389": "RDP",
        "tcp/5432": "PostgreSQL", "tcp/5985": "WinRM", "tcp/6379": "Redis", "tcp/8080": "HTTP, second port",
        "tcp/8443": "HTTPS, second port", "tcp/27017": "MongoDB", "udp/53": "DNS", "udp/123": "NTP",
        "icmp": "ping",
    ]
}

extension Picker {
    /// Picks a service, or all of them.
    static func services(all: String) -> Picker {
        let items = [Item(value: "", entry: .init("all", note: all))]
        return Picker(
            .service,
            "Service",
            items
                + Service.common.map { service in
                    let name = ServiceName(service)
                    return Item(value: name.text, entry: .init(name.text, note: name.nickname ?? ""))
                },
            in: nil
        )
    }
}
