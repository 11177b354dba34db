import Synchronization

/// What a topology has worked out and need not work out again.
///
/// A class because copies of one topology share it; from outside it is invisible. Values are made outside the
/// lock, so that making one may ask for another; of two made at once the first one stored stays.
final class Memo: Sendable {
    /// What a value is: its type, and what it was made for.
    struct Key: Hashable, Sendable {
        let type: ObjectIdentifier
        let subject: String
    }

    private let values = Mutex<[Key: any Sendable]>([:])

    func value<Value: Sendable>(
        _ type: Value.Type = Value.self,
        for subject: String = "",
        make: () -> Value
    ) -> Value {
        let key = Key(type: ObjectIdentifier(type), subject: subject)
        if let known = values.withLock({ $0[key] }) as? Value { return known }
        let made = make()
        return values.withLock { values in
            if let known = values[key] as? Value { return known }
            values[key] = made
            return made
        }
    }
}
