import JSON
import Topology

/// Which versions of TLS a policy of an application gateway still accepts: the gateway's own, or that of a profile.
enum GatewayTLSPolicy {
    /// The predefined policies by what they still offer.
    private static let strong: Set = [
        "appgwsslpolicy20170401s", "appgwsslpolicy20220101", "appgwsslpolicy20220101s",
    ]
    private static let weak: Set = ["appgwsslpolicy20150501", "appgwsslpolicy20170401"]

    /// Judges the policy at a path by its minimum, or by its name where it sets none.
    static func judge(_ policy: JSONObject, at path: String, of owner: String) -> Judgement {
        let minimum = policy.text("minProtocolVersion")
        guard !minimum.isAbsent else {
            return judge(named: policy.text("policyName"), at: "\(path).policyName", of: owner)
        }
        let proof = Proof("\(path).minProtocolVersion", expected: "TLSv1_2 or TLSv1_3")
        return minimum.judged(by: proof, of: owner) { word in
            switch word.lowercased() {
            case "tlsv1_2", "tlsv1_3": .pass("\(owner) starts at TLS 1.2 or newer", proof)
            case "tlsv1_0", "tlsv1_1": .fail("\(owner) still accepts TLS older than 1.2", proof)
            default: .unknown("\(word) is no TLS version known here", proof)
            }
        }
    }

    /// Judges a predefined policy by its name.
    static func judge(named name: Setting<String>, at path: String, of owner: String) -> Judgement {
        let proof = Proof(path, expected: "AppGwSslPolicy20220101S or another policy from TLS 1.2 on")
        guard case .set(let word) = name else {
            return .unknown(
                "\(name.gap(path) ?? ""); the policy in force depends on when the gateway was made",
                proof
            )
        }
        if strong.contains(word.lowercased()) { return .pass("\(owner) uses \(word)", proof) }
        if weak.contains(word.lowercased()) {
            return .fail("\(owner) uses \(word), which still accepts TLS 1.0 and 1.1", proof)
        }
        return .unknown("\(word) is no predefined policy known here", proof)
    }
}
