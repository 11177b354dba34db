import FoundationEssentials
import Samples
import Testing

/// A JSON value that was read strictly.
indirect enum SampleJSON: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([SampleJSON])
    case object([String: SampleJSON])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([SampleJSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: SampleJSON].self))
        }
    }

    subscript(_ member: String) -> SampleJSON? {
        if case .object(let members) = self { members[member] } else { nil }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [SampleJSON]? { if case .list(let list) = self { list } else { nil } }

    /// Calls for this value and for every value inside it, with the name of the member it belongs to.
    func visit(_ member: String = "", _ body: (String, SampleJSON) -> Void) {
        body(member, self)
        switch self {
        case .list(let values): for value in values { value.visit(member, body) }
        case .object(let members): for (name, value) in members { value.visit(name, body) }
        case .null, .bool, .number, .text: break
        }
    }
}

extension Sample {
    /// The rows of the sample.
    func rows() throws -> [SampleJSON] {
        let document = try JSONDecoder().decode(SampleJSON.self, from: Data(bytes))
        return try #require(document["data"]?.list)
    }
}
