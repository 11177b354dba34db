import Topology

/// The machines and services that people use, apart from what carries the network itself.
struct Workloads {
    static let types: [ResourceType] =
        VirtualMachine.types + VirtualMachineScaleSet.types + WebSite.types + SQLServer.types
        + SQLManagedInstance.types + CosmosDBAccount.types + PostgreSQLServer.types + MySQLServer.types
        + ManagedCluster.types

    let all: [Resource]

    init(_ topology: Topology) {
        // A machine that forwards packets of others is part of the network.
        let appliances = Set(
            topology.all(NetworkInterface.self).filter { $0.enableIPForwarding == .set(true) }
                .compactMap(\.virtualMachine.value)
        )
        all = Self.types.flatMap(topology.resources(of:)).filter { !appliances.contains($0.id) }
    }
}
