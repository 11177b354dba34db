/// What the network provider sets where a template says nothing.
enum ProvisioningDefaults {
    static func complete(_ resources: inout [EvaluatedResource]) {
        for index in resources.indices where !resources[index].isExisting {
            let version = resources[index].apiVersion
            switch resources[index].type.lowercased() {
            case "microsoft.network/virtualnetworks":
                var assumed: [String] = []
                resources[index].body.update("properties") { properties in
                    properties.updateEach("subnets") { number, subnet in
                        subnet.update("properties") { inner in
                            for name in fill(&inner, version) {
                                assumed.append("properties.subnets[\(number)].properties.\(name)")
                            }
                        }
                    }
                }
                resources[index].assumed += assumed
            case "microsoft.network/virtualnetworks/subnets":
                var assumed: [String] = []
                resources[index].body.update("properties") { properties in
                    assumed = fill(&properties, version).map { "properties.\($0)" }
                }
                resources[index].assumed += assumed
            case "microsoft.network/publicipaddresses":
                resources[index].assume("publicIPAllocationMethod", "Dynamic")
                resources[index].assume("publicIPAddressVersion", "IPv4")
            case "microsoft.network/virtualnetworkgateways":
                resources[index].assume("activeActive", .bool(false))
                resources[index].assume("enableBgp", .bool(false))
            case "microsoft.network/networkinterfaces":
                resources[index].assume("enableIPForwarding", .bool(false))
            case "microsoft.network/routetables":
                resources[index].assume("disableBgpRoutePropagation", .bool(false))
            default: break
            }
        }
    }

    /// Fills in a subnet; answers the names.
    private static func fill(_ subnet: inout TemplateObject, _ version: String) -> [String] {
        var defaults: [(String, TemplateValue)] = [
            // Since 2022 network policies for private endpoints are off unless a subnet asks for them.
            ("privateEndpointNetworkPolicies", version < "2022-07-01" ? "Enabled" : "Disabled"),
            ("privateLinkServiceNetworkPolicies", "Enabled"),
        ]
        // Subnets are private unless they say otherwise from this version on.
        if version > "2026-03-31" { defaults.append(("defaultOutboundAccess", .bool(false))) }
        var names: [String] = []
        for (name, value) in defaults where subnet[name] == nil {
            subnet.set(name, value)
            names.append(name)
        }
        return names
    }
}
