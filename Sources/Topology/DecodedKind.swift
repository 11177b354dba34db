import Synchronization

/// The typed values of one kind, each decoded once.
final class DecodedKind<Kind: ResourceKind>: Sendable {
    private let known = Mutex<[ResourceID: Kind]>([:])

    func value(_ resource: Resource, children: () -> [Resource]) -> Kind {
        if let decoded = known.withLock({ $0[resource.id] }) { return decoded }
        let decoded = Kind(resource, children: children())
        return known.withLock { known in
            if let earlier = known[resource.id] { return earlier }
            known[resource.id] = decoded
            return decoded
        }
    }
}
