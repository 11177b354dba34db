import JSON
import Topology

/// Whether the links of an ExpressRoute Direct port are encrypted; E1-14 asks it, and E2-07 of a circuit's port.
enum MACsecLinks {
    /// MACsec is on where both links name the secrets of their key.
    static func judge(_ port: Resource) -> Judgement {
        switch port.fields.array("links") {
        case .absent:
            return .unknown("the input does not show the links of \(port.name)", Proof("links", in: port))
        case .unknown(let reason): return .unknown(reason, Proof("links", in: port))
        case .set(let links):
            guard !links.isEmpty else {
                return .unknown("\(port.name) lists no links", Proof("links", in: port))
            }
            return .combining(
                links.enumerated().map { judge($1, at: "links[\($0)]", of: port) },
                pass: "Every link of \(port.name) is encrypted by MACsec"
            )
        }
    }

    private static func judge(_ link: JSONValue, at path: String, of port: Resource) -> Judgement {
        let name = "\(link.member("name")?.string ?? path) of \(port.name)"
        let proofs = secrets.map {
            Proof("\(path).macSecConfig.\($0)", expected: "a secret in a vault", in: port)
        }
        switch link.fields.object("macSecConfig") {
        case .unknown(let reason): return .unknown(reason, Proof("\(path).macSecConfig", in: port))
        case .absent: return .fail("\(name) carries clear text: MACsec is not configured", proofs)
        case .set(let configuration):
            let settings = secrets.map(configuration.text)
            let missing = zip(proofs, settings).filter { ($1.value ?? "").isEmpty }
            guard !missing.isEmpty else {
                return .pass("\(name) is encrypted", Proof("\(path).macSecConfig.cipher", in: port))
            }
            if let gap = missing.lazy.compactMap({ $1.reason }).first {
                return .unknown(gap, missing[0].0)
            }
            return .fail("\(name) carries clear text: its MACsec key is not set", missing.map(\.0))
        }
    }

    /// A Direct port with these links.
    static func estate(_ links: String, beside: String = "") -> String {
        """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/expressRoutePorts/erp-direct",
         "name": "erp-direct", "type": "Microsoft.Network/expressRoutePorts", \(beside)
         "properties": {"bandwidthInGbps": 10, "links": [\(links)]}}
        """
    }

    /// A link whose key is set.
    static func keyed(_ name: String) -> String {
        """
        {"name": "\(name)", "properties": {"adminState": "Enabled", "macSecConfig": {"cipher": "GcmAesXpn256",
         "cknSecretIdentifier": "https://kv.vault.azure.net/secrets/ckn",
         "cakSecretIdentifier": "https://kv.vault.azure.net/secrets/cak"}}}
        """
    }

    /// A link without a key.
    static func clear(_ name: String) -> String {
        """
        {"name": "\(name)", "properties": {"adminState": "Enabled", "macSecConfig": {"cipher": "GcmAes256"}}}
        """
    }
}
