import Topology

extension Subnet {
    /// The name of its virtual network.
    var networkName: String { virtualNetwork.map { String($0.name) } ?? name }

    /// Why the subnet is not one of workloads that its owner filters and routes; nil where it is.
    ///
    /// Azure keeps its own subnets in order, and so does the service a subnet is delegated to.
    var platformRole: String? {
        if let role = reservedFor { return "\(role.rawValue) is kept in order by Azure" }
        return delegations.isEmpty ? nil : "\(name) is delegated to a service"
    }
}

extension Topology {
    /// The subnets in which an application gateway stands; they need a way straight out (azure-semantics 1.7).
    var subnetsOfGateways: Set<ResourceID> { Set(all(ApplicationGateway.self).compactMap(\.subnet)) }
}
