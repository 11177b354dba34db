/// A property that may be set, absent, or present without being knowable (a wrong type, a run-time value).
///
/// Unknown is never folded into absent: a control answers `unknown` for it, with the reason.
package enum Setting<Value: Sendable>: Sendable {
    case set(Value)
    case absent
    case unknown(reason: String)

    /// The value where it is set.
    package var value: Value? {
        if case .set(let value) = self { value } else { nil }
    }

    /// The same setting of another type.
    package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Setting<Other> {
        switch self {
        case .set(let value): .set(transform(value))
        case .absent: .absent
        case .unknown(let reason): .unknown(reason: reason)
        }
    }

    /// The setting inside the value, for a field of an object that may itself be absent or unknown.
    package func flatMap<Other: Sendable>(_ transform: (Value) -> Setting<Other>) -> Setting<Other> {
        switch self {
        case .set(let value): transform(value)
        case .absent: .absent
        case .unknown(let reason): .unknown(reason: reason)
        }
    }
}

extension Setting: Equatable where Value: Equatable {}

extension Setting {
    /// This setting, or the other one where this one is absent: for fields with two spellings.
    func or(_ other: @autoclosure () -> Setting) -> Setting {
        if case .absent = self { other() } else { self }
    }

    /// Why the value cannot be known, or nil where it is set or absent.
    package var reason: String? {
        if case .unknown(let reason) = self { reason } else { nil }
    }

    package var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }
}

extension Setting<String> {
    /// Whether it is set to one of the words, compared without case.
    package func `is`(_ words: String...) -> Bool {
        value.map { value in words.contains { $0.isSame(as: value) } } ?? false
    }
}
