import JSON
import Topology

/// Fills in what Azure fills in when a plan is applied, and marks each such value.
///
/// Peerings are connected where both halves are there, and private addresses are handed out in order from the fourth
/// of a subnet on, where they are dynamic; a route to such an address gets it, too.
enum TerraformCompletion {
    /// The types with configurations that take an address, and the members that hold these.
    private static let holders: [ResourceType: String] = [
        "Microsoft.Network/networkInterfaces": "ipConfigurations",
        "Microsoft.Network/loadBalancers": "frontendIPConfigurations",
        "Microsoft.Network/azureFirewalls": "ipConfigurations",
    ]
    private static let peering: ResourceType = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings"

    static func complete(_ drafts: inout [TerraformDraft]) {
        completePeerings(&drafts)
        completeRoles(&drafts)
        let addresses = completeAddresses(&drafts)
        completeRoutes(&drafts, addresses)
    }

    // MARK: Peerings

    private static func completePeerings(_ drafts: inout [TerraformDraft]) {
        var spaces: [ResourceID: GeneratedValue] = [:]
        var links: Set<[ResourceID]> = []
        for draft in drafts {
            let properties = draft.content["properties"]
            if draft.type == "Microsoft.Network/virtualNetworks" {
                spaces[draft.id] = properties?["addressSpace"]
            } else if let link = link(of: draft) {
                links.insert(link)
            }
        }
        for index in drafts.indices {
            guard !drafts[index].isData, let link = link(of: drafts[index]) else { continue }
            let isConnected = links.contains(link.reversed())
            drafts[index].assume(
                .text(isConnected ? "Connected" : "Initiated", from: nil),
                at: [.name("properties"), .name("peeringState")]
            )
            guard let space = spaces[link[1]] else { continue }
            drafts[index].assume(space, at: [.name("properties"), .name("remoteAddressSpace")])
        }
    }

    /// The two networks of a peering, its own first.
    private static func link(of draft: TerraformDraft) -> [ResourceID]? {
        guard draft.type == peering, let local = draft.id.parent,
            let remote = draft.content["properties"]?["remoteVirtualNetwork"]?["id"]?.string
        else { return nil }
        return [local, ResourceID(remote)]
    }

    // MARK: Roles

    /// Roles that are assigned by name: those of the configuration, and the built-in ones.
    private static func completeRoles(_ drafts: inout [TerraformDraft]) {
        var ids: [String: String] = [:]
        for role in EmbeddedReference.data.roleDefinitions() {
            if let name = role.fields["roleName"]?.string { ids[name.lowercased()] = role.id.text }
        }
        for draft in drafts where draft.type == "Microsoft.Authorization/roleDefinitions" {
            let name = draft.content["properties"]?["roleName"]?.string
            if let name { ids[name.lowercased()] = draft.id.text }
        }
        for index in drafts.indices where drafts[index].type == "Microsoft.Authorization/roleAssignments" {
            let properties = drafts[index].content["properties"]
            guard properties?["roleDefinitionId"]?.isSymbolic != false,
                let name = properties?["roleDefinitionName"]?.string, let id = ids[name.lowercased()]
            else { continue }
            drafts[index].assume(.text(id, from: nil), at: [.name("properties"), .name("roleDefinitionId")])
        }
    }

    // MARK: Addresses

    /// Hands out addresses; answers them by the address of their resource.
    private static func completeAddresses(_ drafts: inout [TerraformDraft]) -> [String: String] {
        var ranges: [ResourceID: AddressPrefix] = [:]
        var used: [ResourceID: Set<IPAddress>] = [:]
        for draft in drafts {
            if draft.type == "Microsoft.Network/virtualNetworks/subnets" {
                let prefixes = draft.content["properties"]?["addressPrefixes"]?.items ?? []
                ranges[draft.id] = prefixes.lazy.compactMap { $0.string.flatMap { AddressPrefix($0) } }
                    .first { $0.version == .v4 }
            }
            for configuration in configurations(of: draft) {
                guard let (subnet, address) = place(of: configuration),
                    let text = address?.string, let address = IPAddress(text)
                else { continue }
                used[subnet, default: []].insert(address)
            }
        }
        var given: [String: String] = [:]
        for index in drafts.indices where !drafts[index].isData {
            guard let member = holders[drafts[index].type] else { continue }
            for (number, configuration) in configurations(of: drafts[index]).enumerated() {
                guard let (subnet, address) = place(of: configuration), address?.isSymbolic != false,
                    let range = ranges[subnet],
                    let next = next(in: range, &used[subnet, default: []])
                else { continue }
                let text = next.description
                drafts[index].assume(
                    .text(text, from: address?.origin),
                    at: path(member, number, "privateIPAddress")
                )
                if number == 0 { given[drafts[index].address] = text }
            }
        }
        return given
    }

    private static func configurations(of draft: TerraformDraft) -> [GeneratedValue] {
        holders[draft.type].flatMap { draft.content["properties"]?[$0]?.items } ?? []
    }

    /// The subnet of a configuration of IPv4, and its address as far as the file says it.
    private static func place(
        of configuration: GeneratedValue
    ) -> (subnet: ResourceID, address: GeneratedValue?)? {
        let properties = configuration["properties"]
        guard let subnet = properties?["subnet"]?["id"]?.string,
            properties?["privateIPAddressVersion"]?.string?.lowercased() != "ipv6"
        else { return nil }
        return (ResourceID(subnet), properties?["privateIPAddress"])
    }

    /// The first address of a subnet that is free; Azure keeps the first four and the last.
    private static func next(in range: AddressPrefix, _ used: inout Set<IPAddress>) -> IPAddress? {
        guard range.length <= 29 else { return nil }
        var bits = range.first.bits + 4
        while bits < range.last.bits {
            let address = IPAddress(version: .v4, bits: bits)
            if used.insert(address).inserted { return address }
            bits += 1
        }
        return nil
    }

    // MARK: Routes

    /// Routes whose next hop is the address of a resource that was handed one out.
    private static func completeRoutes(_ drafts: inout [TerraformDraft], _ addresses: [String: String]) {
        for index in drafts.indices {
            let properties = drafts[index].content["properties"]
            if drafts[index].type == "Microsoft.Network/routeTables/routes" {
                guard let address = address(properties?["nextHopIpAddress"], addresses) else { continue }
                drafts[index].assume(address, at: [.name("properties"), .name("nextHopIpAddress")])
            } else if drafts[index].type == "Microsoft.Network/routeTables" {
                for (number, route) in (properties?["routes"]?.items ?? []).enumerated() {
                    let hop = route["properties"]?["nextHopIpAddress"]
                    guard let address = address(hop, addresses) else { continue }
                    drafts[index].assume(address, at: path("routes", number, "nextHopIpAddress"))
                }
            }
        }
    }

    /// The address that a symbolic value such as `azurerm_firewall.f.ip_configuration[0].private_ip_address` stands for.
    private static func address(_ value: GeneratedValue?, _ addresses: [String: String]) -> GeneratedValue? {
        guard case .symbolic(let name, _, let origin)? = value, name.hasSuffix("private_ip_address") else {
            return nil
        }
        // What stands in front of the attribute is the address of the resource.
        var holder = name[...]
        while let dot = holder.lastIndex(of: ".") {
            holder = holder[..<dot]
            if let found = addresses[String(holder)] { return .text(found, from: origin) }
        }
        return nil
    }

    /// The place of a property of an element.
    private static func path(_ member: String, _ number: Int, _ name: String) -> [GeneratedValue.Step] {
        [.name("properties"), .name(member), .at(number), .name("properties"), .name(name)]
    }
}
