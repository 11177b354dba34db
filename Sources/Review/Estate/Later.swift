import Synchronization

/// A value that is worked out when it is first asked for, and kept.
///
/// A class because the copies of an estate share it. It is made outside the lock; of two made at once the first one
/// stored stays.
package final class Later<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    package var value: Value {
        if let known = kept.withLock(\.self) { return known }
        let made = make()
        return kept.withLock { kept in
            if let known = kept { return known }
            kept = made
            return made
        }
    }
}
