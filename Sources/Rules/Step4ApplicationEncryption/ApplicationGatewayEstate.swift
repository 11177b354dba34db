/// Estates of one application gateway for examples.
enum ApplicationGatewayEstate {
    static func gateway(_ properties: String) -> String {
        #"{"id": "/gw", "name": "gw", "type": "Microsoft.Network/applicationGateways", "properties": {\#(properties)}}"#
    }
}
