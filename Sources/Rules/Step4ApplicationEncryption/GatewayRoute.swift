import JSON
import Topology

/// Where an application gateway sends the requests of one listener for one path.
struct GatewayRoute {
    /// The name of the listener, in lower case; nil where it cannot be read.
    let listener: String?
    /// The name of the HTTP settings with which it speaks to a pool, in lower case; nil where it redirects.
    let backendSettings: String?
    /// The name of the redirect, in lower case; nil where it goes to a pool.
    let redirect: String?

    /// The routes of every rule of the gateway, those of its path maps included.
    static func routes(of gateway: JSONObject) -> [GatewayRoute] {
        gateway.items("requestRoutingRules").flatMap { rule -> [GatewayRoute] in
            let listener = rule.linkedName("httpListener")
            guard let mapName = rule.linkedName("urlPathMap") else {
                return [GatewayRoute(listener: listener, target: rule, prefix: "")]
            }
            return gateway.items("urlPathMaps")
                .filter { $0.text("name").value?.lowercased() == mapName }
                .flatMap { map in
                    [GatewayRoute(listener: listener, target: map, prefix: "default")]
                        + map.items("pathRules").map {
                            GatewayRoute(listener: listener, target: $0, prefix: "")
                        }
                }
        }
    }

    private init(listener: String?, target: JSONObject, prefix: String) {
        self.listener = listener
        backendSettings = target.linkedName(prefix + "backendHttpSettings")
        redirect = target.linkedName(prefix + "redirectConfiguration")
    }
}

extension JSONObject {
    /// The name at the end of a reference within the gateway, in lower case.
    func linkedName(_ name: String) -> String? { reference(name)?.name.lowercased() }
}
