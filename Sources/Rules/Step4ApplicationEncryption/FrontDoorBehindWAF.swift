import JSON
import Topology

extension Control {
    /// E4-17: no host name around the firewall of Front Door.
    package static let frontDoorBehindWAF = Control(
        id: "E4-17",
        name: "front-door-waf",
        title: "Every host name of Front Door is covered by a WAF security policy",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Cdn/profiles/afdEndpoints", "Microsoft.Cdn/profiles/customDomains"],
        why: """
            An attacker takes the name nobody covered: the endpoint's own azurefd.net name leads to the same \
            origins as the domain behind the firewall.
            """,
        remediation: Remediation(
            "Associate the endpoint and each custom domain with a security policy.",
            command: """
                az afd security-policy create -g GROUP --profile-name PROFILE --security-policy-name NAME \
                --domains DOMAIN-ID --waf-policy POLICY-ID
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-encryption#azure-front-door",
        benchmarks: [
            "mcsb": ["NS-6"],
            "policy": ["055aa869-bc98-4af8-bafc-23f1ab6ffe2c"],
            "alz": ["D05.03"],
            "nist-800-53": ["SC-7"],
        ],
        decision: .each(judge),
        examples: [
            .passes(profile(policy(domain: "afdEndpoints/WEB"), enabled: "Enabled")),
            .fails(profile(policy(domain: "afdEndpoints/other"), enabled: "Enabled")),
            .passes(profile(policy(domain: "none", more: #""isProfileLevel": true,"#), enabled: "Enabled")),
            .unknown(profile("", enabled: "Enabled")),
            .unknown(
                profile(
                    #", {"id": "/p/afd/securityPolicies/s", "type": "\#(policyType)"}"#,
                    enabled: "Enabled"
                )
            ),
            .notApplicable(profile("", enabled: "Disabled")),
        ]
    )

    private static let policyType: ResourceType = "Microsoft.Cdn/profiles/securityPolicies"

    private static func judge(_ domain: Resource, _ topology: Topology) -> Judgement? {
        if domain.fields.text("enabledState").is("Disabled") {
            return .notApplicable("\(domain.name) is disabled")
        }
        guard let profile = domain.id.parent else { return nil }
        let policies = topology.children(of: profile).filter { $0.type == policyType }
        guard !policies.isEmpty else {
            // An export that lists endpoints alone says nothing of the policies beside them.
            return topology.resources(of: policyType).isEmpty
                ? .unknown("the input holds no security policies of Front Door")
                : .fail("\(domain.name) belongs to a profile without any security policy", Proof("hostName"))
        }
        var doubt: Judgement?
        for policy in policies {
            let parameters = policy.fields.object("parameters")
            guard case .set(let fields) = parameters else {
                doubt = .unknown(
                    parameters.gap("parameters of \(policy.name)") ?? "",
                    Proof("parameters", in: policy)
                )
                continue
            }
            let covered = fields.items("associations").flatMap { $0.references("domains") }
            guard fields.flag("isProfileLevel").value == true || covered.contains(domain.id) else { continue }
            let waf = fields.link("wafPolicy")
            let proof = Proof("parameters.wafPolicy.id", expected: "the id of a WAF policy", in: policy)
            if waf.value != nil {
                return .pass("\(domain.name) is covered by \(policy.name)", proof)
            }
            doubt = .unknown(waf.gap("wafPolicy of \(policy.name)") ?? "", proof)
        }
        return doubt
            ?? .fail(
                "\(domain.name) is in no security policy",
                [
                    Proof("hostName"), Proof("parameters.associations", expected: "its id", in: policies[0]),
                ]
            )
    }

    private static func profile(_ policy: String, enabled: String) -> String {
        """
        [{"id": "/p/afd/afdEndpoints/web", "type": "Microsoft.Cdn/profiles/afdEndpoints", "properties": {
           "hostName": "web-abc.z01.azurefd.net", "enabledState": "\(enabled)"}}\(policy)]
        """
    }

    private static func policy(domain: String, more: String = "") -> String {
        """
        , {"id": "/p/afd/securityPolicies/s", "type": "Microsoft.Cdn/profiles/securityPolicies", "properties": {
           "parameters": {"type": "WebApplicationFirewall", \(more) "wafPolicy": {"id": "/wafPolicies/w"},
             "associations": [{"domains": [{"id": "/p/afd/\(domain)"}], "patternsToMatch": ["/*"]}]}}}
        """
    }
}
