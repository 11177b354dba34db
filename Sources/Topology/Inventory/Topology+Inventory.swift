extension Topology {
    /// The model as a tree: subscriptions, virtual networks with their subnets and peerings, every other kind under
    /// its name in the plural, and what is kept without typed values under `otherResources`.
    ///
    /// Parts stand inside their parents; those without a parent in the estate stand under their own name.
    package var inventory: [InventoryValue.Member] {
        let subscriptions = subscriptions.map { scope in
            scope.subscription.map(InventoryValue.record(of:))
                ?? .record([
                    .init("id", .text(scope.id.text)), .init("displayName", .text(scope.displayName)),
                ])
        }
        let first: [any ResourceKind.Type] = [VirtualNetwork.self]
        let rest = KindRegistry.kinds.filter { $0 != VirtualNetwork.self && $0 != Subscription.self }
        let lists = (first + rest).compactMap { kind -> InventoryValue.Member? in
            let records = records(kind)
            guard !records.isEmpty || kind == VirtualNetwork.self else { return nil }
            return .init(InventoryValue.collection(of: kind), .list(records))
        }
        let others = resources.filter { KindRegistry.kind(of: $0.type) == nil }.map { resource in
            InventoryValue.record(InventoryValue.heading(resource, withType: true))
        }
        return [.init("subscriptions", .list(subscriptions))] + lists + [
            .init("otherResources", .list(others))
        ]
    }

    private func records(_ kind: any ResourceKind.Type) -> [InventoryValue] {
        // What stands inside its parent is told there.
        let isPart = kind is any PartKind.Type
        let parents = kind.types.flatMap { isPart ? standAlone(of: $0) : resources(of: $0) }
            .filter { resource in !isPart || resource.id.parent.flatMap(self.resource) == nil }
        return parents.map { .record(of: kind.init($0, children: standAloneChildren(of: $0.id))) }
    }
}
