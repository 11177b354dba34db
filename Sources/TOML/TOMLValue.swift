/// A value and where it begins.
package struct TOMLValue: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case string(String)
        case integer(Int64)
        case float(Double)
        case boolean(Bool)
        case dateTime(TOMLDateTime)
        case array([TOMLValue])
        case table(TOMLTable)
    }

    package let content: Content
    /// The first byte of the value; of a table the bracket of its header, or the key that brought it about.
    package let position: TOMLPosition

    init(_ content: Content, at position: TOMLPosition) {
        self.content = content
        self.position = position
    }

    package var string: String? { if case .string(let string) = content { string } else { nil } }

    package var integer: Int64? { if case .integer(let integer) = content { integer } else { nil } }

    package var float: Double? { if case .float(let float) = content { float } else { nil } }

    package var boolean: Bool? { if case .boolean(let boolean) = content { boolean } else { nil } }

    package var dateTime: TOMLDateTime? { if case .dateTime(let time) = content { time } else { nil } }

    package var array: [TOMLValue]? { if case .array(let array) = content { array } else { nil } }

    package var table: TOMLTable? { if case .table(let table) = content { table } else { nil } }
}
