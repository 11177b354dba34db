import Topology

extension Subnet {
    /// The name of its virtual network.
    var networkName: String { virtualNetwork.map { String($0.name) } ?? name }

    /// The subnet with its network, for example `vnet-web/front`; many networks have a subnet `default`.
    var title: String { "\(networkName)/\(name)" }

    /// Why the subnet is not one of workloads that its owner filters and routes; nil where it is.
    ///
    /// Azure keeps its own subnets in order, and so does the service a subnet is delegated to.
    var platformRole: String? {
        if reservedFor != nil { return "\(title) is kept in order by Azure" }
        return delegations.isEmpty ? nil : "\(title) is delegated to a service"
    }
}

extension Topology {
    /// The subnets in which an application gateway stands; they need a way straight out (azure-semantics 1.7).
    var subnetsOfGateways: Set<ResourceID> { Set(all(ApplicationGateway.self).compactMap(\.subnet)) }
}
