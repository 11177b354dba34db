import JSON
import Topology

/// How users dial in to a VPN gateway; E1-12, E2-01, E2-02 and E2-05 look at it.
enum DialIn {
    static let property = "vpnClientConfiguration"

    /// Judges the configuration for clients; a gateway without one lets nobody dial in.
    static func judge(_ gateway: Resource, _ judge: (JSONObject) -> Judgement) -> Judgement {
        switch gateway.fields.object(property) {
        case .absent: .notApplicable("\(gateway.name) lets no clients dial in.")
        case .unknown(let reason): .unknown(reason, Proof(property))
        case .set(let clients): judge(clients)
        }
    }

    /// A VPN gateway with this configuration for clients.
    static func estate(_ configuration: String) -> String {
        GatewayForVPN.estate(#""\#(property)": {\#(configuration)}"#)
    }
}
