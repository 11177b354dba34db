import JSON
import Topology

/// What a role allows, judged by its actions and not by its name.
struct RolePower {
    /// Something a role lets its holder do to an estate.
    enum Power: String, CaseIterable {
        /// Reshape networks. Zones of private names are a power of their own.
        case network
        /// Decide by which way the packets of a subnet leave.
        case routes
        /// Change names in zones.
        case zones
        /// Build machines and services.
        case workloads
        /// Give roles to others, and so to oneself.
        case access

        /// The operations of which one is enough to have the power.
        var operations: [String] {
            switch self {
            case .network:
                [
                    "virtualnetworks/write", "virtualnetworks/subnets/write",
                    "virtualnetworks/virtualnetworkpeerings/write", "virtualnetworks/peer/action",
                    "routetables/write", "routetables/routes/write", "networksecuritygroups/write",
                    "networksecuritygroups/securityrules/write", "azurefirewalls/write",
                    "firewallpolicies/write", "virtualnetworkgateways/write", "connections/write",
                    "expressroutecircuits/write", "virtualhubs/write",
                ].map { "microsoft.network/" + $0 }
            case .routes:
                [
                    "routetables/write", "routetables/routes/write", "routetables/join/action",
                    "virtualnetworks/subnets/write",
                ].map { "microsoft.network/" + $0 }
            case .zones:
                ["privatednszones/write", "privatednszones/a/write", "dnszones/write", "dnszones/a/write"]
                    .map { "microsoft.network/" + $0 }
            case .workloads:
                [
                    "microsoft.compute/virtualmachines/write", "microsoft.web/sites/write",
                    "microsoft.storage/storageaccounts/write", "microsoft.sql/servers/write",
                    "microsoft.containerservice/managedclusters/write",
                ]
            case .access: ["microsoft.authorization/roleassignments/write"]
            }
        }
    }

    let name: String
    /// Whether the owner of the estate wrote the role.
    let isCustom: Setting<Bool>
    /// By power the action that gives it, as the role writes it.
    private let actions: [Power: String]

    var writesNetwork: Bool { has(.network) }
    var writesWorkloads: Bool { has(.workloads) }

    func has(_ power: Power) -> Bool { actions[power] != nil }

    /// The action that gives a power, for example `Microsoft.Network/*`; nil where the role lacks it.
    func action(for power: Power) -> String? { actions[power] }

    /// Azure's own roles, which exports rarely hold.
    private static let builtIn: [String: RolePower] = [
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": RolePower("Owner", Power.allCases, by: "*"),
        "b24988ac-6180-42a0-ab88-20f7382dd24c": RolePower(
            "Contributor",
            [.network, .routes, .zones, .workloads],
            by: "*"
        ),
        "4d97b98b-1d4f-4787-a291-c67834d212e7": RolePower(
            "Network Contributor",
            [.network, .routes, .zones],
            by: "Microsoft.Network/*"
        ),
        "acdd72a7-3385-48ef-bd42-f606fba81ae7": RolePower("Reader", [], by: ""),
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": RolePower(
            "User Access Administrator",
            [.access],
            by: "Microsoft.Authorization/*"
        ),
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168": RolePower(
            "Role Based Access Control Administrator",
            [.access],
            by: "Microsoft.Authorization/roleAssignments/write"
        ),
        "b12aa53e-6015-4669-85d0-8515ebb3ae7f": RolePower(
            "Private DNS Zone Contributor",
            [.zones],
            by: "Microsoft.Network/privateDnsZones/*"
        ),
        "befefa01-2a29-4197-83a8-272ff33ce314": RolePower(
            "DNS Zone Contributor",
            [.zones],
            by: "Microsoft.Network/dnsZones/*"
        ),
    ]

    private init(_ name: String, _ powers: [Power], by action: String) {
        self.name = name
        isCustom = .set(false)
        actions = Dictionary(uniqueKeysWithValues: powers.map { ($0, action) })
    }

    init(_ definition: RoleDefinition) {
        name = definition.roleName.value ?? definition.name
        isCustom = definition.isCustom
        actions = Power.allCases.reduce(into: [:]) { actions, power in
            actions[power] = power.operations.lazy.compactMap { definition.action(allowing: $0) }.first
        }
    }

    /// What a role allows, looked up by its id; unknown where it is not among the roles.
    static func of(_ role: Setting<ResourceID>, among roles: [String: RolePower]) -> Setting<RolePower> {
        guard let id = role.value else { return .unknown(reason: role.gap("roleDefinitionId") ?? "") }
        let known = roles[id.name.lowercased()].map { Setting.set($0) }
        return known ?? .unknown(reason: "the input does not hold the role \(id.name), or not all of it")
    }

    /// The power of each role that the estate assigns, by the last word of its id; roles that cannot be read in full
    /// are left out.
    static func byName(_ topology: Topology) -> [String: RolePower] {
        let holders =
            topology.all(RoleAssignment.self).map(\.roleDefinition)
            + topology.all(RoleScheduleInstance.self).map(\.roleDefinition)
        let assigned = Set(holders.compactMap { $0.value?.name.lowercased() })
        let wanted = topology.roleDefinitions.filter { assigned.contains($0.id.name.lowercased()) }
        let unread = Set(wanted.filter { $0.gap != nil }.map { $0.id.name.lowercased() })
        let defined = wanted.map { ($0.id.name.lowercased(), RolePower($0)) }
        return builtIn.merging(defined) { _, defined in defined }.filter { !unread.contains($0.key) }
    }
}

extension RoleDefinition {
    /// What of its permissions cannot be read, or nil where all of them are known.
    var gap: String? {
        let permissions = resource.fields.objects("permissions")
        if let gap = permissions.gap("permissions of the role \(name)") { return gap }
        let lists = (permissions.value ?? []).flatMap { [$0.list("actions"), $0.list("notActions")] }
        return lists.lazy.compactMap(\.reason).first
    }

    /// Whether the owner of the estate wrote it; absent where the export has neither of the two words.
    fileprivate var isCustom: Setting<Bool> {
        if roleType.is("CustomRole") { return .set(true) }
        if roleType.is("BuiltInRole") { return .set(false) }
        return roleType.reason.map { .unknown(reason: $0) } ?? .absent
    }

    /// The action of some permission that allows the operation, and from which there is no exception.
    fileprivate func action(allowing operation: String) -> String? {
        permissions.lazy.compactMap { permission in
            permission.notActions.contains { Self.matches($0, operation) }
                ? nil : permission.actions.first { Self.matches($0, operation) }
        }.first
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
