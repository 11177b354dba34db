import Synchronization

/// Answers that are worked out when they are first asked for and then shared by all copies of a network.
///
/// A class because copies share it; of two answers made at once the first one stored stays.
final class Shared<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let values = Mutex<[Key: Value]>([:])

    func value(for key: Key, make: () -> Value) -> Value {
        if let known = values.withLock({ $0[key] }) { return known }
        let made = make()
        return values.withLock { values in
            if let known = values[key] { return known }
            values[key] = made
            return made
        }
    }
}
