import Topology

/// In which virtual networks machines and scale sets have interfaces.
struct MachinePlaces {
    /// The network of each interface; a network counts once for each.
    let networks: [ResourceID]

    init(_ topology: Topology) {
        let attached = Set(topology.all(VirtualMachine.self).flatMap(\.networkInterfaces))
        let single = topology.all(NetworkInterface.self)
            .filter { $0.virtualMachine.value != nil || attached.contains($0.id) }
            .compactMap { $0.subnets.first?.parent }
        let scaled = topology.all(VirtualMachineScaleSet.self).flatMap(\.networkInterfaces).compactMap {
            $0.ipConfigurations.lazy.compactMap(\.subnet.value?.parent).first
        }
        networks = single + scaled
    }
}
