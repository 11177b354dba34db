import JSON
import Topology

/// A text, a number or a truth value, as a rule names it.
enum Scalar: Hashable, Sendable {
    case text(String)
    case number(Double)
    case flag(Bool)

    var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
        case .flag(let flag): flag ? "true" : "false"
        }
    }

    /// Whether a value of an input is the same, texts without case; nil where it is of another kind.
    func isSame(as value: JSONValue) -> Bool? {
        switch (self, value.kind) {
        case (_, .object), (_, .array), (_, .null), (_, .broken): nil
        case (.text(let text), .string): value.string?.isSame(as: text)
        case (.text(let text), _): value.text.isSame(as: text)
        case (.number(let number), _): value.number.map { $0 == number }
        case (.flag(let flag), _): value.bool.map { $0 == flag }
        }
    }

    /// Whether another one is the same, texts without case; nil where it is of another kind.
    func isSame(as other: Scalar) -> Bool? {
        switch (self, other) {
        case (.text(let text), _): other.text.isSame(as: text)
        case (.number(let one), .number(let two)): one == two
        case (.flag(let one), .flag(let two)): one == two
        default: nil
        }
    }

    /// What a value should have been to be compared with it.
    var kind: String {
        switch self {
        case .text: "a text"
        case .number: "a number"
        case .flag: "true or false"
        }
    }
}
