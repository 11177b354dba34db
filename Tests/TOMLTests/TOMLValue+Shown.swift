import TOML

extension TOMLValue {
    /// The value in a form that a test can hold on one line; a text stands between ‹ and ›.
    var shown: String {
        switch content {
        case .string(let text): "‹\(text)›"
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)f"
        case .boolean(let flag): "\(flag)"
        case .dateTime(let time): "\(time.kind) \(time.text)"
        case .array(let values): "[" + values.map(\.shown).joined(separator: ", ") + "]"
        case .table(let table): table.shown
        }
    }
}

extension TOMLTable {
    var shown: String {
        "{" + entries.map { "\($0.key): \($0.value.shown)" }.joined(separator: ", ") + "}"
    }
}
