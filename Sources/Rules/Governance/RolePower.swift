import Topology

/// What a role allows, judged by its actions and not by its name.
struct RolePower {
    let name: String
    let writesNetwork: Bool
    let writesWorkloads: Bool

    /// Operations that reshape a network.
    ///
    /// Zones of private names are left to the control of the DNS team.
    private static let network = [
        "virtualnetworks/write", "virtualnetworks/subnets/write",
        "virtualnetworks/virtualnetworkpeerings/write",
        "routetables/write", "routetables/routes/write", "networksecuritygroups/write",
        "networksecuritygroups/securityrules/write", "azurefirewalls/write", "firewallpolicies/write",
        "virtualnetworkgateways/write", "connections/write", "expressroutecircuits/write",
        "virtualhubs/write",
    ].map { "microsoft.network/" + $0 }

    private static let workloads = [
        "microsoft.compute/virtualmachines/write", "microsoft.web/sites/write",
        "microsoft.storage/storageaccounts/write", "microsoft.sql/servers/write",
        "microsoft.containerservice/managedclusters/write",
    ]

    /// Azure's own roles, which exports rarely hold.
    private static let builtIn: [String: RolePower] = [
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": RolePower(
            "Owner",
            writesNetwork: true,
            writesWorkloads: true
        ),
        "b24988ac-6180-42a0-ab88-20f7382dd24c": RolePower(
            "Contributor",
            writesNetwork: true,
            writesWorkloads: true
        ),
        "4d97b98b-1d4f-4787-a291-c67834d212e7": RolePower(
            "Network Contributor",
            writesNetwork: true,
            writesWorkloads: false
        ),
        "acdd72a7-3385-48ef-bd42-f606fba81ae7": RolePower(
            "Reader",
            writesNetwork: false,
            writesWorkloads: false
        ),
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": RolePower(
            "User Access Administrator",
            writesNetwork: false,
            writesWorkloads: false
        ),
    ]

    private init(_ name: String, writesNetwork: Bool, writesWorkloads: Bool) {
        self.name = name
        self.writesNetwork = writesNetwork
        self.writesWorkloads = writesWorkloads
    }

    init(_ definition: RoleDefinition) {
        name = definition.roleName.value ?? definition.name
        writesNetwork = Self.network.contains { definition.allows($0) }
        writesWorkloads = Self.workloads.contains { definition.allows($0) }
    }

    /// The power of each role that the estate assigns, by the last word of its id.
    static func byName(_ topology: Topology) -> [String: RolePower] {
        let assigned = Set(
            topology.all(RoleAssignment.self).compactMap { $0.roleDefinition.value?.name.lowercased() }
        )
        let defined = topology.roleDefinitions.filter { assigned.contains($0.id.name.lowercased()) }
            .map { ($0.id.name.lowercased(), RolePower($0)) }
        return builtIn.merging(defined) { _, defined in defined }
    }
}

extension RoleDefinition {
    /// Whether some permission has an action for the operation, and no exception from it.
    fileprivate func allows(_ operation: String) -> Bool {
        permissions.contains { permission in
            permission.actions.contains { Self.matches($0, operation) }
                && !permission.notActions.contains { Self.matches($0, operation) }
        }
    }

    /// Whether the pattern, in which `*` stands for any text, is the operation; case does not count.
    private static func matches(_ pattern: String, _ operation: String) -> Bool {
        let parts = pattern.lowercased().split(separator: "*", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, operation.hasPrefix(first) else { return false }
        guard parts.count > 1 else { return operation == first }
        var rest = operation.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
