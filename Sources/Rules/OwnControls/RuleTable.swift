import TOML

/// A table of a file of own controls, read key by key; what does not fit is a fault with its place.
struct RuleTable {
    let table: TOMLTable
    /// What it is, for messages, for example `a control`.
    let what: String
    let position: TOMLPosition

    init(_ table: TOMLTable, _ what: String, at position: TOMLPosition) {
        self.table = table
        self.what = what
        self.position = position
    }

    /// Where a key stands; the table itself where it lacks the key.
    func position(of key: String) -> TOMLPosition {
        table.entries.first { $0.key == key }?.position ?? position
    }

    /// The keys that do not belong there, each with the word that was meant.
    func strangers(among valid: [String]) -> [RuleFault] {
        table.entries.filter { !valid.contains($0.key) }.map { entry in
            let absent = valid.filter { table[$0] == nil }
            let near = NearestWord.to(entry.key, among: absent)
            let all = "there \(valid.count == 1 ? "is" : "are") \(valid.joined(separator: ", "))."
            let hint = near.map { "did you mean \($0)?" } ?? all
            return RuleFault(
                "\(TOML.key(String(entry.key.prefix(40)))) is no key of \(what); \(hint)",
                at: entry.position,
                key: near
            )
        }
    }

    /// A text; nil where the key is absent.
    func text(_ key: String) throws(RuleFault) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string else {
            throw RuleFault("\(key) should be a text in quotes.", at: value.position)
        }
        return text
    }

    /// A text that must be there and say something.
    func present(_ key: String) throws(RuleFault) -> String {
        guard let text = try text(key) else { throw missing(key) }
        guard !text.allSatisfy(\.isWhitespace) else {
            throw RuleFault("\(key) is empty.", at: position(of: key))
        }
        return text
    }

    func missing(_ key: String) -> RuleFault {
        RuleFault("\(key) is missing in \(what).", at: position, key: key)
    }

    /// Texts: one alone, or a list of them.
    func texts(_ key: String) throws(RuleFault) -> [String]? {
        guard let value = table[key] else { return nil }
        if let text = value.string { return [text] }
        guard let list = value.array, !list.isEmpty else {
            throw RuleFault("\(key) should be a text or a list of texts.", at: value.position)
        }
        var texts: [String] = []
        for element in list {
            guard let text = element.string else {
                throw RuleFault("\(key) should hold texts in quotes.", at: element.position)
            }
            texts.append(text)
        }
        return texts
    }

    /// One of the words that a key takes.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String) throws(RuleFault) -> Word {
        let text = try present(key)
        if let word = Word(rawValue: text) { return word }
        let valid = Word.allCases.map(\.rawValue)
        let hint =
            NearestWord.to(text, among: valid).map { "did you mean \($0)?" }
            ?? "it is one of \(valid.joined(separator: ", "))."
        throw RuleFault("\(TOML.quoted(text.prefix(40))) is no \(key); \(hint)", at: position(of: key))
    }
}
