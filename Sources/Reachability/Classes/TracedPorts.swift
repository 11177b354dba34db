import Synchronization

/// Ports at which traces through devices have turned out to part the services, so that they are parted at once next time.
///
/// A class because all questions of one map share what was found.
final class TracedPorts: Sendable {
    private let known = Mutex<Set<UInt16>>([])

    var cuts: Set<UInt16> { known.withLock { $0 } }

    func add(_ cuts: Set<UInt16>) { known.withLock { $0.formUnion(cuts) } }
}
