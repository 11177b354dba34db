import JSON
import Topology

/// The links of a port that have a key; E1-15 and E1-16 look at how they use it, E1-18 and E1-19 at where it lies.
extension MACsecLinks {
    /// A link with a key, or one whose key cannot be read.
    struct Keyed {
        /// What the messages call it.
        let name: String
        /// The path from the port to its settings.
        let path: String
        let configuration: JSONObject
    }

    static let secrets = ["cknSecretIdentifier", "cakSecretIdentifier"]

    /// The links that name a secret; unknown where the settings of one of them cannot be read.
    static func keyed(_ port: Resource) -> Setting<[Keyed]> {
        port.fields.array("links").flatMap { links in
            var found: [Keyed] = []
            for (index, link) in links.enumerated() {
                switch link.fields.object("macSecConfig") {
                case .absent: continue
                case .unknown(let reason): return .unknown(reason: reason)
                case .set(let configuration):
                    guard secrets.contains(where: { configuration.text($0).isNamed }) else { continue }
                    found.append(
                        Keyed(
                            name: "\(link.member("name")?.string ?? "links[\(index)]") of \(port.name)",
                            path: "links[\(index)].macSecConfig",
                            configuration: configuration
                        )
                    )
                }
            }
            return .set(found)
        }
    }

    /// Judges each link with a key; a port without one is for E1-14 to speak of.
    static func judgeKeyed(
        _ port: Resource,
        pass message: String,
        _ judge: (Keyed) -> Judgement
    ) -> Judgement {
        keyed(port).judged(by: Proof("links", in: port), of: port.name) { links in
            links.isEmpty
                ? .notApplicable("\(port.name) has no MACsec key (E1-14).")
                : .combining(links.map(judge), pass: message)
        }
    }
}

extension Setting<String> {
    /// Whether it names something, or may.
    fileprivate var isNamed: Bool { reason != nil || value?.isEmpty == false }
}
