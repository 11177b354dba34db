import JSON
import Topology

/// A vault that holds the key of a MACsec link, with the places at ports that point there; E1-18 and E1-19 judge it.
struct MACsecVault {
    let vault: KeyVault
    let ports: [ExpressRoutePort]
    /// The properties that name one of its secrets.
    let pointers: [Proof]

    /// Judges each vault of a key, and says of a port what cannot be followed from there.
    static func judge(_ topology: Topology, _ judge: (MACsecVault) -> Judgement) -> [(Resource, Judgement)] {
        var judged: [(Resource, Judgement)] = []
        var found: [(vault: KeyVault, port: ExpressRoutePort, pointer: Proof)] = []
        let vaults = topology.all(KeyVault.self)
        for port in topology.all(ExpressRoutePort.self) {
            var lost: [Judgement] = []
            switch MACsecLinks.keyed(port.resource) {
            case .absent: lost.append(.unknown("the input does not show the links of \(port.name)"))
            case .unknown(let reason): lost.append(.unknown(reason, Proof("links")))
            case .set(let links):
                for (pointer, secret) in links.flatMap({ secrets(of: $0, at: port) }) {
                    guard let host = secret.value.flatMap(host) else {
                        let gap = secret.gap("secret that \(port.name) reads")
                        lost.append(.unknown(gap ?? "\(secret.value ?? "") names no vault", pointer))
                        continue
                    }
                    guard let vault = vaults.first(where: { $0.answers(at: host) }) else {
                        lost.append(.unknown("the input does not hold the vault \(host)", pointer))
                        continue
                    }
                    found.append((vault, port, pointer))
                }
            }
            if !lost.isEmpty { judged.append((port.resource, .combining(lost, pass: ""))) }
        }
        for entries in Dictionary(grouping: found, by: { $0.vault.id }).values {
            let ports = Dictionary(entries.map { ($0.port.id, $0.port) }) { first, _ in first }
            let vault = MACsecVault(
                vault: entries[0].vault,
                ports: ports.values.sorted { $0.name < $1.name },
                pointers: entries.map(\.pointer)
            )
            judged.append((vault.vault.resource, judge(vault)))
        }
        return judged
    }

    private static func secrets(
        of link: MACsecLinks.Keyed,
        at port: ExpressRoutePort
    ) -> [(Proof, Setting<String>)] {
        MACsecLinks.secrets.map {
            (Proof("\(link.path).\($0)", in: port.resource), link.configuration.text($0))
        }
    }

    /// The host of a secret's address, in lower case.
    private static func host(_ address: String) -> String? {
        let parts = address.split(separator: "/")
        guard parts.count > 1, parts[0].isSame(as: "https:") else { return nil }
        return parts[1].lowercased()
    }
}

extension KeyVault {
    /// Whether it is the vault of that host: by its address, or by its name where the input leaves the address out.
    fileprivate func answers(at host: String) -> Bool {
        if let address = uri.value {
            return address.lowercased().split(separator: "/").dropFirst().first.map(String.init) == host
        }
        return host.prefix { $0 != "." } == name.lowercased()
    }
}
