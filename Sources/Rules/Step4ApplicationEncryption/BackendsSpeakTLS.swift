import JSON
import Topology

extension Control {
    /// E4-02: no clear text behind the gateway.
    package static let backendsSpeakTLS = Control(
        id: "E4-02",
        name: "appgw-end-to-end-tls",
        title: "Application Gateway encrypts again towards its backends",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            A gateway that ends TLS and goes on in clear text leaves every request readable inside the network, \
            which is exactly where an intruder would listen.
            """,
        remediation: Remediation(
            "Give the backends certificates and let the HTTP settings use HTTPS.",
            command: """
                az network application-gateway http-settings update -g GROUP --gateway-name GATEWAY -n SETTINGS \
                --protocol Https --port 443 --host-name-from-backend-pool true
                """
        ),
        documentation: "https://learn.microsoft.com/azure/application-gateway/end-to-end-ssl-portal",
        benchmarks: [
            "mcsb": ["DP-3"],
            "alz": ["A01.54"],
            "nist-800-53": ["SC-8"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { gateway, _ in judge(gateway) },
        examples: [
            .passes(gateway(settings: #"{"name": "s", "properties": {"protocol": "Https", "port": 443}}"#)),
            .passes(
                gateway(
                    settings: """
                        {"name": "s", "properties": {"protocol": "Https"}},
                        {"name": "unused", "properties": {"protocol": "Http"}}
                        """
                )
            ),
            .fails(gateway(settings: #"{"name": "S", "properties": {"protocol": "HTTP", "port": 80}}"#)),
            .unknown(gateway(settings: #"{"name": "s", "properties": {"port": 443}}"#)),
            .notApplicable(
                """
                {"id": "/gw", "type": "Microsoft.Network/applicationGateways", "properties": {
                  "requestRoutingRules": [{"properties": {
                    "httpListener": {"id": "/gw/httpListeners/plain"},
                    "redirectConfiguration": {"id": "/gw/redirectConfigurations/up"}}}],
                  "backendHttpSettingsCollection": []}}
                """
            ),
        ]
    )

    private static func judge(_ gateway: Resource) -> Judgement {
        let fields = gateway.fields
        if let gap = fields.array("requestRoutingRules").gap("requestRoutingRules") { return .unknown(gap) }
        let collection = fields.objects("backendHttpSettingsCollection")
        guard case .set(let settings) = collection else {
            return .unknown(collection.gap("backendHttpSettingsCollection") ?? "")
        }
        let used = Set(GatewayRoute.routes(of: fields).compactMap(\.backendSettings))
        let inUse = settings.enumerated().filter { used.contains($1.text("name").value?.lowercased() ?? "") }
        guard !inUse.isEmpty else {
            return .notApplicable("\(gateway.name) sends no request to a backend over HTTP")
        }
        var clear: [Proof] = []
        for (index, setting) in inUse {
            let path = "backendHttpSettingsCollection[\(index)].protocol"
            let word = setting.text("protocol")
            if let gap = word.gap(path) { return .unknown(gap, Proof(path)) }
            if !word.is("Https") { clear.append(Proof(path, expected: "Https")) }
        }
        guard !clear.isEmpty else {
            return .pass(
                "\(gateway.name) reaches its backends over HTTPS",
                Proof("backendHttpSettingsCollection")
            )
        }
        // Behind a listener without TLS the way is clear text from end to end.
        let listeners = fields.items("httpListeners").map { $0.text("protocol") }
        let isPlain = !listeners.isEmpty && listeners.allSatisfy { $0.is("Http") }
        let way =
            isPlain
            ? "takes requests in clear text and passes them on so" : "speaks clear text to its backends"
        return .fail(
            "\(gateway.name) \(way) with \(clear.count) of \(inUse.count) HTTP settings",
            clear
        )
    }

    private static func gateway(settings: String) -> String {
        """
        {"id": "/gw", "type": "Microsoft.Network/applicationGateways", "name": "gw", "properties": {
          "requestRoutingRules": [{"name": "r", "properties": {
            "httpListener": {"id": "/gw/httpListeners/web"},
            "backendHttpSettings": {"id": "/gw/backendHttpSettingsCollection/s"}}}],
          "backendHttpSettingsCollection": [\(settings)]}}
        """
    }
}
