/// Peerings: connected where both halves are there, with the address space of the other side.
enum PeeringCompletion {
    private static let peeringType = "microsoft.network/virtualnetworks/virtualnetworkpeerings"

    static func complete(_ resources: inout [EvaluatedResource]) {
        var spaces: [String: TemplateValue] = [:]
        var links: Set<String> = []
        for resource in resources where resource.isNew("microsoft.network/virtualNetworks") {
            let properties = resource.body["properties"]?.object
            spaces[resource.id.lowercased()] = properties?["addressSpace"]
            for peering in properties?["virtualNetworkPeerings"]?.array ?? [] {
                guard let remote = remote(peering.object) else { continue }
                links.insert("\(resource.id.lowercased()) \(remote)")
            }
        }
        for resource in resources where resource.isNew(peeringType) {
            guard let remote = remote(resource.body), let local = network(resource.id) else { continue }
            links.insert("\(local) \(remote)")
        }
        for index in resources.indices {
            if resources[index].isNew(peeringType), let local = network(resources[index].id),
                let remote = remote(resources[index].body)
            {
                let isConnected = links.contains("\(remote) \(local)")
                resources[index].assume("peeringState", .string(isConnected ? "Connected" : "Initiated"))
                if let space = spaces[remote] { resources[index].assume("remoteAddressSpace", space) }
            } else if resources[index].isNew("microsoft.network/virtualNetworks") {
                completeInner(&resources[index], spaces, links)
            }
        }
    }

    private static func completeInner(
        _ network: inout EvaluatedResource,
        _ spaces: [String: TemplateValue],
        _ links: Set<String>
    ) {
        let local = network.id.lowercased()
        var assumed: [String] = []
        network.body.update("properties") { properties in
            properties.updateEach("virtualNetworkPeerings") { number, peering in
                guard let remote = remote(peering) else { return }
                peering.update("properties") { inner in
                    var values: [(String, TemplateValue)] = [
                        (
                            "peeringState",
                            .string(links.contains("\(remote) \(local)") ? "Connected" : "Initiated")
                        )
                    ]
                    if let space = spaces[remote] { values.append(("remoteAddressSpace", space)) }
                    for (name, value) in values where inner[name] == nil {
                        inner.set(name, value)
                        assumed.append("properties.virtualNetworkPeerings[\(number)].properties.\(name)")
                    }
                }
            }
        }
        network.assumed += assumed
    }

    private static func remote(_ peering: TemplateObject?) -> String? {
        peering?["properties"]?.object?["remoteVirtualNetwork"]?.object?["id"]?.spelled?.lowercased()
    }

    /// The id of the network that holds a peering.
    private static func network(_ id: String) -> String? {
        let lowered = id.lowercased()
        return lowered.firstRange(of: "/virtualnetworkpeerings/").map { String(lowered[..<$0.lowerBound]) }
    }
}
