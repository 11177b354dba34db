import Topology

/// What must be so for an own control to pass: tests of properties, put together.
indirect enum Condition: Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case property(PropertyTest)
    /// Holds where what a property refers to is as it should be; of a list, where each of it is.
    case related(path: String, Condition)
}

/// A property, held against a value.
struct PropertyTest: Sendable {
    /// The path from the resource, for example `ipsecPolicies[0].dhGroup`; `properties` may be left out.
    let path: String
    let test: Test
    /// What Azure takes where the property is absent; nil where that leaves it open.
    let absent: Scalar?

    enum Test: Sendable {
        case equals(Scalar)
        case notEquals(Scalar)
        case oneOf([Scalar])
        case contains(Scalar)
        case matches(String)
        case exists(Bool)
        case less(Double)
        case greater(Double)
        case inside([AddressPrefix])
        case overlaps([AddressPrefix])
    }

    /// The words that stand for the tests.
    enum Operator: String, CaseIterable {
        case equals
        case notEquals = "not-equals"
        case oneOf = "in"
        case contains, matches, exists, less, greater, inside, overlaps
    }

    /// What would be right, for evidence.
    func expectation(wanting isWanted: Bool) -> String {
        isWanted ? test.words : "not " + test.words
    }
}

extension PropertyTest.Test {
    /// The test in words.
    var words: String {
        switch self {
        case .equals(let value): value.text
        case .notEquals(let value): "anything but \(value.text)"
        case .oneOf(let values): "one of \(values.map(\.text).joined(separator: ", "))"
        case .contains(let value): "something with \(value.text)"
        case .matches(let pattern): "like \(pattern)"
        case .exists(let isThere): isThere ? "present" : "absent"
        case .less(let number): "less than \(Scalar.number(number).text)"
        case .greater(let number): "greater than \(Scalar.number(number).text)"
        case .inside(let blocks): "inside \(blocks.map(\.description).joined(separator: " or "))"
        case .overlaps(let blocks): "overlapping \(blocks.map(\.description).joined(separator: " or "))"
        }
    }
}
