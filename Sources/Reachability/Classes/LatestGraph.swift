import Synchronization

/// The classes last cut for a question about everything: a matrix, its flows and the closure ask by the same services.
///
/// A class because all questions of one map share it. Only one is kept, for each grows with the estate.
final class LatestGraph: Sendable {
    private struct Kept: Sendable {
        let services: [Service]
        let graph: ClassGraph
    }

    private let kept = Mutex<Kept?>(nil)

    func graph(of services: [Service], make: () -> ClassGraph) -> ClassGraph {
        if let known = kept.withLock({ $0 }), known.services == services { return known.graph }
        let made = make()
        kept.withLock { $0 = Kept(services: services, graph: made) }
        return made
    }
}
