import Topology

extension Connection {
    /// Leaves open whether it is a connection of that type at that gateway; nil where the input says so or denies it.
    func doubt(_ type: String, at gateway: VirtualNetworkGateway) -> Judgement? {
        let isOfType = connectionType.value.map { $0.lowercased() == type.lowercased() }
        let isThere = virtualNetworkGateway1.value.map { $0 == gateway.id }
        guard isOfType != false, isThere != false else { return nil }
        let sort = connectionType.gap("connectionType of \(name)")
        let place = virtualNetworkGateway1.gap("gateway of \(name)")
        guard let gap = sort ?? place else { return nil }
        let path = sort == nil ? "virtualNetworkGateway1" : "connectionType"
        return .unknown("\(name) may be one of \(gateway.name): \(gap)", Proof(path, in: resource))
    }
}
