import JSON

/// Who names whom.
extension Topology {
    /// What a resource names, in the order of its body.
    ///
    /// O(bytes of the body).
    package func references(from id: ResourceID) -> [Reference] {
        guard let source = resource(id) else { return [] }
        return ReferenceScanner.offsets(in: source.body).compactMap { offset in
            let place = JSONValue(document: source.body.document, offset: offset)
            let named = ResourceID(place.string ?? "")
            guard !named.isSame(orBelow: source.id) else { return nil }
            return Reference(
                source: source,
                id: named,
                target: resource(named) ?? nearest(to: named),
                place: place
            )
        }
    }

    /// Who names a resource or a part of it.
    ///
    /// The first call reads all bodies once.
    package func references(to id: ResourceID) -> [Reference] {
        guard let target = resource(id), let position = index.position(of: id) ?? index.nearest(to: id) else {
            return []
        }
        let isPart = index.position(of: id) == nil
        return referenceIndex.entries(to: position).compactMap { entry in
            let holder = resources[Int(entry.source)]
            let place = JSONValue(
                document: holder.body.document,
                offset: holder.body.offset + Int(entry.offset)
            )
            let named = ResourceID(place.string ?? "")
            guard !isPart || named.isSame(orBelow: id) else { return nil }
            return Reference(source: innermost(holder, place.offset), id: named, target: target, place: place)
        }
    }

    /// References to what the estate does not hold, each pair of resources once.
    ///
    /// A warning where the estate holds other resources of that type in that subscription, so that one would expect
    /// this one too; else a note, for what lies outside an export is normal. What belongs to the tenant, such as a
    /// built-in role, is not reported.
    package var danglingReferences: [Diagnostic] {
        var seen: Set<[ResourceID]> = []
        return referenceIndex.entries.filter { $0.target < 0 }.compactMap { entry in
            let source = resources[Int(entry.source)]
            let place = JSONValue(
                document: source.body.document,
                offset: source.body.offset + Int(entry.offset)
            )
            let named = ResourceID(place.string ?? "")
            guard let type = named.type, type != .subscription, type != .resourceGroup,
                let subscription = named.subscription, seen.insert([source.id, named]).inserted
            else { return nil }
            let isExpected = subscriptionTypes.contains(TypeInSubscription(type, subscription))
            return Diagnostic(
                isExpected ? .warning : .note,
                "\(source.name) names the \(type) \(named.name), which the input does not hold",
                at: place.position,
                of: source.id
            )
        }
    }

    private var referenceIndex: ReferenceIndex {
        memo.value(ReferenceIndex.self) { ReferenceIndex(resources, index) }
    }

    private func nearest(to id: ResourceID) -> Resource? { index.nearest(to: id).map { resources[$0] } }

    /// The part of a resource that holds a byte, or the resource itself.
    private func innermost(_ holder: Resource, _ offset: Int) -> Resource {
        var here = holder
        while let part = KindRegistry.partKinds(in: here.type).lazy.filter({ !$0.isDetail })
            .flatMap({ $0.resources(of: here, []) }).first(where: { $0.body.range.contains(offset) })
        {
            here = part
        }
        return here
    }

    private struct TypeInSubscription: Hashable, Sendable {
        let type: ResourceType
        let subscription: String

        init(_ type: ResourceType, _ subscription: Substring) {
            self.type = type
            self.subscription = subscription.lowercased()
        }
    }

    private var subscriptionTypes: Set<TypeInSubscription> {
        memo.value(Set<TypeInSubscription>.self) {
            Set(
                resources.compactMap { resource in
                    resource.id.subscription.map { TypeInSubscription(resource.type, $0) }
                }
            )
        }
    }
}
