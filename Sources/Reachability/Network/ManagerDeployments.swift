import Topology

/// Which configurations of network managers are in force where, as far as the estate tells.
///
/// A configuration takes effect only after it is deployed to a region (azure-semantics 2.1); the rows of
/// `networkManagers/listDeploymentStatus` tell. A configuration that no row speaks of is not proven to be deployed: it
/// is taken not to be, and answers it might change say so.
struct ManagerDeployments: Sendable {
    private let deployed: Set<Deployment>
    private let told: Set<String>

    private struct Deployment: Hashable, Sendable {
        let configuration: ResourceID
        let region: String
    }

    init(_ topology: Topology) {
        let rows = topology.all(NetworkManagerDeployment.self)
        told = Set(rows.compactMap { $0.deploymentType.value?.lowercased() })
        deployed = Set(
            rows.filter { $0.deploymentStatus.is("Deployed") }.flatMap { row in
                row.configurations.map {
                    Deployment(configuration: $0, region: Self.plain(row.region.value ?? ""))
                }
            }
        )
    }

    func isDeployed(_ configuration: ResourceID, in region: String) -> Bool {
        deployed.contains(Deployment(configuration: configuration, region: Self.plain(region)))
    }

    /// What an answer assumes where no row speaks of that kind of configuration, `SecurityAdmin` or `Connectivity`.
    func assumption(about configuration: ResourceID, of kind: String) -> Assumption? {
        guard !told.contains(kind.lowercased()) else { return nil }
        return Assumption(
            "configuration-not-proven-deployed",
            "The input does not tell whether \(configuration.name) is deployed; it is taken not to be."
        )
    }

    /// `West Europe` and `westeurope` are one region.
    static func plain(_ region: String) -> String { region.lowercased().filter { $0 != " " } }
}
