import JSON
import Topology

extension Control {
    /// E1-06: a cipher that authenticates by itself is named on both lines of the proposal.
    package static let gcmPairing = Control(
        id: "E1-06",
        name: "ipsec-gcm-pair",
        title: "A GCM cipher is paired with the same GCM for integrity",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: Tunnel.types,
        why: """
            GCM encrypts and authenticates in one pass, so both lines of a proposal name the same variant. Where \
            they differ, either the tunnel never comes up or the file was edited and is no copy of what runs.
            """,
        remediation: Remediation(
            "Clear the connection's policy and give it one that names the same GCM twice, on both sides.",
            command: """
                az network vpn-connection ipsec-policy clear -g RG --connection-name CONNECTION && \
                az network vpn-connection ipsec-policy add -g RG --connection-name CONNECTION \
                --ipsec-encryption GCMAES256 --ipsec-integrity GCMAES256 --ike-encryption AES256 \
                --ike-integrity SHA384 --dh-group ECP384 --pfs-group ECP384 \
                --sa-lifetime 27000 --sa-max-size 102400000
                """
        ),
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/ipsec-ike-policy-howto",
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"]],
        decision: .each { resource, topology in
            let message = "\(resource.name) pairs no GCM cipher with anything else"
            return Tunnel.judge(resource, topology, pass: message) { tunnel in
                let path = tunnel.path + "ipsecPolicies"
                switch tunnel.fields.array("ipsecPolicies") {
                case .unknown(let reason): return [.unknown(reason, Proof(path))]
                case .set(let policies) where !policies.isEmpty:
                    return policies.enumerated().map { index, policy in
                        judge(policy.fields, at: "\(path)[\(index)].", of: tunnel.name)
                    }
                case .set, .absent:
                    return [.notApplicable("\(tunnel.name) has no policy of its own (E1-01).")]
                }
            }
        },
        examples: [
            .fails(proposal(#""ipsecEncryption": "GCMAES256", "ipsecIntegrity": "SHA256""#)),
            .fails(proposal(#""ipsecEncryption": "GCMAES256", "ipsecIntegrity": "GCMAES128""#)),
            .fails(
                Example.siteLinkEstate(
                    #""ipsecPolicies": [{"ipsecEncryption": "GCMAES128", "ipsecIntegrity": "GCMAES256"}]"#
                )
            ),
            .passes(proposal(#""ipsecEncryption": "GCMAES256", "ipsecIntegrity": "gcmaes256""#)),
            .passes(proposal(#""ipsecEncryption": "AES256", "ipsecIntegrity": "SHA256""#)),
            .unknown(proposal(#""ipsecEncryption": "GCMAES256""#)),
            .unknown(proposal(#""ipsecIntegrity": "GCMAES256""#)),
            .unknown(Example.tunnelEstate(#""ipsecPolicies": {"$symbolic": "[parameters('policies')]"}"#)),
            .notApplicable(Example.tunnelEstate(#""ipsecPolicies": []"#)),
            .notApplicable(Example.expressRouteEstate),
        ]
    )

    private static func judge(_ policy: JSONObject, at path: String, of name: String) -> Judgement {
        let cipher = policy.text("ipsecEncryption")
        let integrity = policy.text("ipsecIntegrity")
        let proof = Proof(path + "ipsecEncryption")
        guard let word = cipher.value else {
            return .unknown("\(cipher.gap("ipsecEncryption") ?? "") in the policy of \(name)", proof)
        }
        guard word.lowercased().hasPrefix("gcm") else {
            return .pass("\(name) uses a cipher without GCM", proof)
        }
        let pair = Proof(path + "ipsecIntegrity", expected: word)
        return integrity.judged(by: pair, of: name) { other in
            integrity.is(word)
                ? .pass("\(name) names \(word) twice", proof, pair)
                : .fail("\(name) pairs \(word) with \(other)", pair, proof)
        }
    }

    private static func proposal(_ policy: String) -> String {
        Example.tunnelEstate(#""ipsecPolicies": [{\#(policy)}]"#)
    }
}
