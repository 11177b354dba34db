package import Topology

/// Reads the names people give the ends of a question (contracts, section 3).
package struct EndpointResolver: Sendable {
    package let network: Network

    package init(_ network: Network) { self.network = network }

    /// Why a name is no end of a question.
    package struct Failure: Error, Sendable, Equatable {
        /// One sentence for people.
        package let message: String
        /// What the name may mean, where it fits several.
        package let candidates: [String]

        package init(_ message: String, candidates: [String] = []) {
            self.message = message
            self.candidates = candidates
        }
    }

    /// The forms, for help and messages.
    package static let forms =
        "vm:NAME nic:NAME pe:NAME lb:NAME appgw:NAME pip:NAME subnet:VNET/SUBNET ip:ADDRESS ip:VNET/ADDRESS internet "
        + "internet:ADDRESS onprem onprem:ADDRESS service:TAG service:TAG/ADDRESS platform:ADDRESS or a resource id"

    /// The end that a text names.
    ///
    /// - Throws: ``Failure`` for a text that names nothing, or several things.
    package func resolve(_ text: String) throws(Failure) -> Endpoint {
        if text.hasPrefix("/") { return try endpoint(of: ResourceID(text)) }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let word = parts[0].lowercased()
        let rest = parts.count > 1 ? String(parts[1]) : nil
        switch (word, rest) {
        case ("internet", nil): return .internet(Self.someoneOnTheInternet)
        case ("internet", let text?): return .internet(try address(text))
        case ("onprem", nil): return .onPremises(someoneOnPremises)
        case ("onprem", let text?): return .onPremises(try address(text))
        case ("platform", let text?): return .platform(try address(text))
        case ("service", let text?): return try service(text)
        case ("ip", let text?): return try host(text)
        case ("subnet", let text?): return try anyHost(in: text)
        case ("vm", let name?): return try endpoint(of: find(name, VirtualMachine.types, "virtual machine"))
        case ("nic", let name?):
            return try endpoint(of: find(name, NetworkInterface.types, "network interface"))
        case ("pe", let name?): return try endpoint(of: find(name, PrivateEndpoint.types, "private endpoint"))
        case ("lb", let name?): return try endpoint(of: find(name, LoadBalancer.types, "load balancer"))
        case ("appgw", let name?):
            return try endpoint(of: find(name, ApplicationGateway.types, "application gateway"))
        case ("pip", let name?):
            return try endpoint(of: find(name, PublicIPAddress.types, "public IP address"))
        case ("vnet", _?):
            throw Failure("'\(text)' is a whole virtual network; name a subnet of it: subnet:VNET/SUBNET.")
        default: throw Failure("'\(text)' names no endpoint. The forms are \(Self.forms).")
        }
    }

    /// An address of nobody in particular (RFC 5737), which stands for everyone on the internet.
    package static let someoneOnTheInternet = IPAddress(version: .v4, bits: 0xCB00_710A)

    /// The first host of the first prefix that a gateway brings, else a private address that no network here has.
    private var someoneOnPremises: IPAddress {
        let listed = network.gateways.values.flatMap { $0 }.flatMap(\.prefixes).filter { !$0.isEverything }
            .min()
        return listed.map { IPAddress(version: $0.version, bits: $0.first.bits &+ 10) }
            ?? IPAddress(version: .v4, bits: 0xAC1F_FE0A)
    }

    // MARK: - Resources

    /// The end that a resource is.
    package func endpoint(of id: ResourceID) throws(Failure) -> Endpoint {
        guard let resource = network.topology.resource(id) else {
            throw Failure("The input does not hold \(id.text).")
        }
        if let site = site(of: resource.id) { return .site(site) }
        switch resource.type {
        case LoadBalancer.types[0]: return .loadBalancer(resource.id)
        case ApplicationGateway.types[0]: return .applicationGateway(resource.id)
        case PublicIPAddress.types[0]: return .publicAddress(resource.id)
        case Subnet.types[0]: return try anyHost(of: resource.id)
        case VirtualNetwork.types[0]:
            throw Failure("\(resource.name) is a whole virtual network; name a subnet of it.")
        case VirtualMachine.types[0], NetworkInterface.types[0], PrivateEndpoint.types[0]:
            throw Failure("The input tells no private address of \(resource.name).")
        default: return .resource(resource.id)
        }
    }

    /// The place of an interface, a machine or an endpoint: of several addresses the primary one.
    private func site(of id: ResourceID) -> Site? {
        if let machine = network.topology.find(VirtualMachine.self, id) {
            let interfaces = network.topology.networkInterfaces(of: machine)
            let primary = interfaces.first { $0.primary == .set(true) } ?? interfaces.first
            return primary.flatMap { site(of: $0.id) }
        }
        let sites = network.sites.sites(of: id).filter { site in
            switch site.occupant {
            case .machine, .privateEndpoint: true
            default: false
            }
        }
        return sites.first { site in
            network.topology.find(IPConfiguration.self, site.ipConfiguration)?.primary == .set(true)
        } ?? sites.first
    }

    /// The one resource of that name, which may have its resource group before it.
    private func find(_ name: String, _ types: [ResourceType], _ noun: String) throws(Failure) -> ResourceID {
        let parts = name.split(separator: "/").map { $0.lowercased() }
        let all = types.flatMap { network.topology.resources(of: $0) }
        let found = all.filter { resource in
            guard let last = parts.last, resource.name.lowercased() == last else { return false }
            return parts.count < 2 || resource.id.resourceGroup?.lowercased() == parts[parts.count - 2]
        }
        guard let first = found.first else {
            throw Failure("The input holds no \(noun) '\(name)'.")
        }
        guard found.count == 1 else {
            throw Failure(
                "'\(name)' fits \(found.count) resources; write GROUP/NAME or a resource id.",
                candidates: found.map(\.id.text)
            )
        }
        return first.id
    }

    // MARK: - Addresses

    private func address(_ text: String) throws(Failure) -> IPAddress {
        guard let address = IPAddress(text) else { throw Failure("'\(text)' is no IP address.") }
        return address
    }

    private func service(_ text: String) throws(Failure) -> Endpoint {
        let parts = text.split(separator: "/", maxSplits: 1)
        guard let name = parts.first else { throw Failure("service: needs a service tag, such as Storage.") }
        let tag = ServiceTag(String(name))
        if parts.count == 2 { return .service(tag, try address(String(parts[1]))) }
        guard let first = network.tags[tag]?.intersection(AddressSpace.version4).first else {
            throw Failure("The service tag \(tag) is in no list; give an address: service:\(tag)/ADDRESS.")
        }
        return .service(tag, IPAddress(line: first))
    }

    /// A host at an address, in the network named before it where one is.
    private func host(_ text: String) throws(Failure) -> Endpoint {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        guard let last = parts.last else { throw Failure("ip: needs an address.") }
        let address = try address(last)
        var networks = network.topology.all(VirtualNetwork.self)
        if parts.count == 2 {
            networks = networks.filter { $0.name.lowercased() == parts[0].lowercased() }
            guard !networks.isEmpty else {
                throw Failure("The input holds no virtual network '\(parts[0])'.")
            }
        }
        let holding = networks.filter { network.holds(address, $0.id) }
        guard let home = holding.first else {
            if !address.isPrivate { return .internet(address) }
            let reaches = network.gateways.values.flatMap { $0 }
            if reaches.contains(where: { $0.prefixes.contains { $0.contains(address) } }) {
                return .onPremises(address)
            }
            throw Failure(
                "No virtual network of the input holds \(address); for on-premises write onprem:\(address)."
            )
        }
        guard holding.count == 1 else {
            throw Failure(
                "\(address) lies in \(holding.count) virtual networks; write ip:VNET/\(address).",
                candidates: holding.map(\.id.text)
            )
        }
        if let site = network.sites.site(at: address, in: home.id) { return .site(site) }
        guard let subnet = network.subnet(at: address, in: home.id) else {
            throw Failure("No subnet of \(home.name) holds \(address).")
        }
        return .host(address, subnet: subnet.id)
    }

    private func anyHost(in text: String) throws(Failure) -> Endpoint {
        let parts = text.split(separator: "/").map { $0.lowercased() }
        guard parts.count >= 2 else { throw Failure("subnet: needs VNET/SUBNET.") }
        let found = network.topology.all(Subnet.self).filter { subnet in
            guard subnet.name.lowercased() == parts[parts.count - 1],
                subnet.virtualNetwork?.name.lowercased() == parts[parts.count - 2]
            else { return false }
            return parts.count < 3 || subnet.id.resourceGroup?.lowercased() == parts[parts.count - 3]
        }
        guard let first = found.first else { throw Failure("The input holds no subnet '\(text)'.") }
        guard found.count == 1 else {
            throw Failure(
                "'\(text)' fits \(found.count) subnets; write GROUP/VNET/SUBNET or a resource id.",
                candidates: found.map(\.id.text)
            )
        }
        return try anyHost(of: first.id)
    }

    /// The first address of a subnet that Azure gives to hosts and at which nothing stands.
    private func anyHost(of id: ResourceID) throws(Failure) -> Endpoint {
        let taken = Set(network.sites.sites(in: id).map(\.address))
        guard let prefix = network.topology.find(Subnet.self, id)?.addressPrefixes.prefixes.first else {
            throw Failure("The input tells no address of subnet \(id.name).")
        }
        // Azure keeps the first four addresses and the last one (azure-semantics 1.7).
        let hosts = (4..<260).lazy.map {
            IPAddress(version: prefix.version, bits: prefix.first.bits &+ UInt128($0))
        }
        guard let free = hosts.first(where: { prefix.contains($0) && !taken.contains($0) }) else {
            guard let site = network.sites.sites(in: id).first else {
                throw Failure("Subnet \(id.name) has no address for hosts.")
            }
            return .host(site.address, subnet: id)
        }
        return .host(free, subnet: id)
    }
}

extension ReachabilityMap {
    /// A name in the grammar of endpoints by which the resolver finds the endpoint at a place of the table again.
    ///
    /// That is the id of what stands there, or its address where the id means another of its addresses.
    package func name(of index: Int) -> String {
        let site = table.sites[index]
        if case .site(let found)? = try? EndpointResolver(tracer.network).endpoint(of: site.owner),
            found.address == site.address, found.subnet == site.subnet
        {
            return site.owner.text
        }
        return "ip:\(site.virtualNetwork.map { "\($0.name)/" } ?? "")\(site.address)"
    }
}
