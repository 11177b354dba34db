import JSON
import Topology

extension Control {
    /// E4-01: no request in clear text at the gateway.
    package static let webTierListensOnHTTPS = Control(
        id: "E4-01",
        name: "appgw-https-listeners",
        title: "Application Gateway takes requests over HTTPS, and over HTTP only to redirect them",
        severity: .high,
        principles: [.verifyExplicitly, .assumeBreach],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            Whatever a browser sends to an HTTP listener crosses the network readable: session cookies and \
            passwords can be taken by anyone on the way.
            """,
        remediation: Remediation(
            "Give the listener a certificate and HTTPS, or let its rule redirect to the HTTPS listener.",
            command: """
                az network application-gateway redirect-config create -g GROUP --gateway-name GATEWAY -n to-https \
                --type Permanent --target-listener LISTENER
                """
        ),
        documentation: "https://learn.microsoft.com/azure/application-gateway/end-to-end-ssl-portal",
        benchmarks: [
            "mcsb": ["DP-3"],
            "alz": ["A01.56"],
            "nist-800-53": ["SC-8"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { gateway, _ in judge(gateway) },
        examples: [
            .passes(
                gateway(
                    listeners: #"{"name": "web", "properties": {"protocol": "Https"}}"#,
                    rules: #"{"name": "r", "properties": {"httpListener": {"id": "/gw/httpListeners/web"}}}"#
                )
            ),
            .passes(
                gateway(
                    listeners: """
                        {"name": "web", "properties": {"protocol": "Https"}},
                        {"name": "plain", "properties": {"protocol": "Http"}}
                        """,
                    rules: """
                        {"name": "r", "properties": {
                          "httpListener": {"id": "/gw/httpListeners/plain"},
                          "redirectConfiguration": {"id": "/gw/redirectConfigurations/up"}}}
                        """,
                    redirects: """
                        {"name": "up", "properties": {
                          "redirectType": "Permanent", "targetListener": {"id": "/gw/httpListeners/WEB"}}}
                        """
                )
            ),
            .fails(
                gateway(
                    listeners: #"{"name": "plain", "properties": {"protocol": "http"}}"#,
                    rules: """
                        {"name": "r", "properties": {
                          "httpListener": {"id": "/gw/httpListeners/plain"},
                          "backendHttpSettings": {"id": "/gw/backendHttpSettingsCollection/s"}}}
                        """
                )
            ),
            .unknown(gateway(listeners: #"{"name": "web", "properties": {}}"#, rules: "")),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ gateway: Resource) -> Judgement {
        let fields = gateway.fields
        let list = fields.objects("httpListeners")
        guard case .set(let listeners) = list else {
            return .unknown(list.gap("httpListeners") ?? "", Proof("httpListeners"))
        }
        let routes = GatewayRoute.routes(of: fields)
        let names = listeners.map { $0.text("name").value?.lowercased() ?? "" }
        let secure = Set(zip(names, listeners).filter { $1.text("protocol").is("Https") }.map(\.0))
        let upgrades = Set(
            fields.items("redirectConfigurations").filter { redirect in
                secure.contains(redirect.linkedName("targetListener") ?? "")
                    || redirect.text("targetUrl").value?.lowercased().hasPrefix("https://") == true
            }.compactMap { $0.text("name").value?.lowercased() }
        )
        var clear: [Proof] = []
        var isPublic = false
        for (index, listener) in listeners.enumerated() {
            let path = "httpListeners[\(index)].protocol"
            let word = listener.text("protocol")
            if let gap = word.gap(path) { return .unknown(gap, Proof(path)) }
            if word.is("Http"), let gap = fields.array("requestRoutingRules").gap("requestRoutingRules") {
                return .unknown(gap, Proof("requestRoutingRules"))
            }
            if word.is("Http"), names[index].isEmpty || routes.contains(where: { $0.listener == nil }) {
                return .unknown(
                    "the input does not show which rules serve \(path)",
                    Proof("requestRoutingRules")
                )
            }
            let served = routes.filter { $0.listener == names[index] }
            guard word.is("Http"), served.contains(where: { !upgrades.contains($0.redirect ?? "") })
            else { continue }
            clear.append(Proof(path, expected: "Https, or a rule that redirects to HTTPS"))
            isPublic = isPublic || frontend(of: listener, in: fields)
        }
        guard !clear.isEmpty else {
            return .pass("\(gateway.name) serves nothing over HTTP", Proof("httpListeners"))
        }
        let side = isPublic ? "from the internet " : ""
        return .fail(
            "\(gateway.name) takes requests \(side)in clear text on \(clear.count) of \(listeners.count) listeners",
            clear,
            severity: isPublic ? .critical : nil
        )
    }

    /// Whether the listener's frontend has a public address.
    private static func frontend(of listener: JSONObject, in gateway: JSONObject) -> Bool {
        let name = listener.linkedName("frontendIPConfiguration")
        return gateway.items("frontendIPConfigurations").contains {
            $0.text("name").value?.lowercased() == name && $0.link("publicIPAddress") != .absent
        }
    }

    private static func gateway(listeners: String, rules: String, redirects: String = "") -> String {
        """
        {"id": "/gw", "type": "Microsoft.Network/applicationGateways", "name": "gw", "properties": {
          "httpListeners": [\(listeners)],
          "requestRoutingRules": [\(rules)],
          "redirectConfigurations": [\(redirects)]}}
        """
    }
}
