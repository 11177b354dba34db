/// Private addresses: handed out in order, from the fourth address of the subnet on, where they are dynamic.
enum AddressCompletion {
    /// The types with configurations that take an address, and the members that hold these.
    private static let holders = [
        "microsoft.network/networkinterfaces": "ipConfigurations",
        "microsoft.network/loadbalancers": "frontendIPConfigurations",
        "microsoft.network/applicationgateways": "frontendIPConfigurations",
        "microsoft.network/azurefirewalls": "ipConfigurations",
    ]

    static func complete(_ resources: inout [EvaluatedResource]) {
        let ranges = subnets(resources)
        var used: [String: Set<UInt128>] = [:]
        for resource in resources where !resource.isExisting {
            guard let member = holders[resource.type.lowercased()] else { continue }
            for configuration in resource.body["properties"]?.object?[member]?.array ?? [] {
                guard let inner = configuration.object?["properties"]?.object, let subnet = subnet(of: inner),
                    let text = inner["privateIPAddress"]?.string,
                    let address = AddressRange(text + "/32")?.network
                else { continue }
                used[subnet, default: []].insert(address)
            }
        }
        for index in resources.indices where !resources[index].isExisting {
            guard let member = holders[resources[index].type.lowercased()] else { continue }
            var assumed: [String] = []
            resources[index].body.update("properties") { properties in
                properties.updateEach(member) { number, configuration in
                    configuration.update("properties") { inner in
                        guard inner["privateIPAddress"] == nil, let subnet = subnet(of: inner),
                            let range = ranges[subnet],
                            let address = next(in: range, &used[subnet, default: []])
                        else { return }
                        inner.set("privateIPAddress", .string(range.text(of: address)))
                        let path = "properties.\(member)[\(number)].properties"
                        assumed.append("\(path).privateIPAddress")
                        guard inner["privateIPAllocationMethod"] == nil else { return }
                        inner.set("privateIPAllocationMethod", "Dynamic")
                        assumed.append("\(path).privateIPAllocationMethod")
                    }
                }
            }
            resources[index].assumed += assumed
        }
    }

    private static func next(in range: AddressRange, _ used: inout Set<UInt128>) -> UInt128? {
        guard range.bits - range.length >= 3 else { return nil }
        var address = range.network + 4
        while address < range.last {
            if used.insert(address).inserted { return address }
            address += 1
        }
        return nil
    }

    private static func subnet(of configuration: TemplateObject) -> String? {
        let isV6 = configuration["privateIPAddressVersion"]?.string?.lowercased() == "ipv6"
        return isV6 ? nil : configuration["subnet"]?.object?["id"]?.spelled?.lowercased()
    }

    /// The first IPv4 range of each subnet, by id in lower case.
    private static func subnets(_ resources: [EvaluatedResource]) -> [String: AddressRange] {
        var ranges: [String: AddressRange] = [:]
        func take(_ id: String, _ properties: TemplateObject?) {
            let prefixes =
                [properties?["addressPrefix"]] + (properties?["addressPrefixes"]?.array ?? []).map { $0 }
            ranges[id.lowercased()] = prefixes.lazy.compactMap { $0?.string }.compactMap(AddressRange.init)
                .first { !$0.isV6 }
        }
        for resource in resources {
            if resource.isNew("microsoft.network/virtualNetworks") {
                for subnet in resource.body["properties"]?.object?["subnets"]?.array ?? [] {
                    guard let name = subnet.object?["name"]?.spelled else { continue }
                    take("\(resource.id)/subnets/\(name)", subnet.object?["properties"]?.object)
                }
            } else if resource.isNew("microsoft.network/virtualNetworks/subnets") {
                take(resource.id, resource.body["properties"]?.object)
            }
        }
        return ranges
    }
}
