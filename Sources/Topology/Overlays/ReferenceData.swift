import JSON

/// What Microsoft publishes about Azure, given to a topology from outside; each part is read when it is asked for.
package struct ReferenceData: Sendable {
    package var serviceTags: @Sendable () -> ServiceTagTable?
    /// The built-in roles that have to do with networks.
    package var roleDefinitions: @Sendable () -> [Resource]
    package var privateLinkZones: @Sendable () -> [PrivateLinkZone]

    package init(
        serviceTags: @escaping @Sendable () -> ServiceTagTable?,
        roleDefinitions: @escaping @Sendable () -> [Resource],
        privateLinkZones: @escaping @Sendable () -> [PrivateLinkZone]
    ) {
        self.serviceTags = serviceTags
        self.roleDefinitions = roleDefinitions
        self.privateLinkZones = privateLinkZones
    }

    /// No reference data.
    package static let none = ReferenceData(
        serviceTags: { nil },
        roleDefinitions: { [] },
        privateLinkZones: { [] }
    )
}

extension Topology {
    /// The addresses of service tags: those of the newest list in the estate, else those of the reference data.
    package var serviceTags: ServiceTagTable? {
        memo.value([ServiceTagTable].self) {
            let lists = standAlone(of: "Microsoft.Network/serviceTags")
            let newest = lists.max { left, right in
                let numbers = [left, right].map { $0.body.member("changeNumber")?.integer ?? 0 }
                return numbers[0] < numbers[1]
            }
            let table = newest.map { ServiceTagTable($0) } ?? reference.serviceTags()
            return table.map { [$0] } ?? []
        }.first
    }

    /// The role definitions of the estate, and the built-in ones that it does not hold.
    package var roleDefinitions: [RoleDefinition] {
        memo.value([RoleDefinition].self, for: "with built-in ones") {
            let own = all(RoleDefinition.self)
            let names = Set(own.map { $0.id.name.lowercased() })
            return own
                + reference.roleDefinitions().filter { !names.contains($0.id.name.lowercased()) }
                .map { RoleDefinition($0, children: []) }
        }
    }

    /// The zones that names of private endpoints resolve in.
    package var privateLinkZones: [PrivateLinkZone] {
        memo.value([PrivateLinkZone].self) { reference.privateLinkZones() }
    }
}
