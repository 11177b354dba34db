import Rules
import TOML
import Topology

/// Reads the filter grammar.
///
/// Total: whatever is typed yields terms, problems, or both.
struct FilterParser {
    private let text: [Character]
    private var index = 0

    init(_ text: String) { self.text = Array(text.prefix(1_000)) }

    /// One word as typed, apart.
    private struct Token {
        var isNegated = false
        /// What stands before the first colon outside quotes.
        var key: String?
        var value = ""
        var isQuoted = false
        var typed = ""
    }

    mutating func parse() -> ([Filter.Term], [Filter.Problem]) {
        var terms: [Filter.Term] = []
        var problems: [Filter.Problem] = []
        while let token = nextToken() {
            switch term(of: token) {
            case .success(let term?): terms.append(term)
            case .success(nil): break
            case .failure(let problem): problems.append(problem.inner)
            }
        }
        return (terms, problems)
    }

    private mutating func nextToken() -> Token? {
        while index < text.count, text[index].isWhitespace { index += 1 }
        guard index < text.count else { return nil }
        var token = Token()
        if text[index] == "!" {
            token.isNegated = true
            token.typed = "!"
            index += 1
        }
        var isInQuotes = false
        while index < text.count {
            let character = text[index]
            if character.isWhitespace, !isInQuotes { break }
            index += 1
            token.typed.append(character)
            switch character {
            case "\"":
                isInQuotes.toggle()
                token.isQuoted = true
            case ":" where !isInQuotes && token.key == nil && !token.isQuoted:
                token.key = token.value
                token.value = ""
            default: token.value.append(character)
            }
        }
        return token
    }

    private struct Misunderstanding: Error { let inner: Filter.Problem }

    private func term(of token: Token) -> Result<Filter.Term?, Misunderstanding> {
        func problem(_ message: String) -> Result<Filter.Term?, Misunderstanding> {
            .failure(Misunderstanding(inner: Filter.Problem(word: token.typed, message: message)))
        }
        guard let name = token.key else {
            guard !token.value.isEmpty else { return .success(nil) }
            let word = Filter.Word.text(Array(token.value.utf8).foldedASCII)
            return .success(Filter.Term(isNegated: token.isNegated, alternatives: [word]))
        }
        guard let key = FilterKey(named: name) else {
            // An IPv6 address or an ARM path is text with a colon in it.
            if name.isEmpty || token.value.hasPrefix("/") || token.value.contains(":") {
                let word = Filter.Word.text(Array("\(name):\(token.value)".utf8).foldedASCII)
                return .success(Filter.Term(isNegated: token.isNegated, alternatives: [word]))
            }
            if let near = NearestWord.to(name, among: FilterKey.spellings) {
                return problem("\(name): is not a filter word; did you mean \(near): ?")
            }
            return problem(
                "\(name): is not a filter word; there are \(FilterKey.spellings.joined(separator: " "))"
            )
        }
        guard !token.value.isEmpty else {
            return problem("\(key.spelling): needs a value, for example \(key.spelling):\(key.example)")
        }
        var words: [Filter.Word] = []
        for value in token.value.split(separator: ",").map(String.init) {
            switch word(key, value) {
            case .success(let word): words.append(word)
            case .failure(let misunderstanding): return problem(misunderstanding.message)
            }
        }
        guard !words.isEmpty else { return problem("\(key.spelling): needs a value") }
        return .success(Filter.Term(isNegated: token.isNegated, alternatives: words))
    }

    private struct BadValue: Error { let message: String }

    private func word(_ key: FilterKey, _ value: String) -> Result<Filter.Word, BadValue> {
        let lower = value.lowercased()
        func oneOf(_ valid: [String]) -> Result<String, BadValue> {
            if valid.contains(lower) { return .success(lower) }
            let started = valid.filter { $0.hasPrefix(lower) }
            if started.count == 1 { return .success(started[0]) }
            if let near = NearestWord.to(lower, among: valid) {
                return .failure(BadValue(message: "\(key.spelling):\(value): did you mean \(near)?"))
            }
            return .failure(BadValue(message: "\(key.spelling): is one of \(valid.joined(separator: ", "))"))
        }
        switch key {
        case .severity:
            let orGraver = lower.hasSuffix("+")
            let name = orGraver ? String(lower.dropLast()) : lower
            let valid = Severity.allCases.map(\.rawValue)
            let found = valid.filter { $0.hasPrefix(name) && !name.isEmpty }
            if found.count == 1, let severity = Severity(rawValue: found[0]) {
                return .success(.severity(severity, orGraver: orGraver))
            }
            let near = NearestWord.to(name, among: valid).map { "did you mean \($0)?" }
            let message = near ?? "is one of \(valid.joined(separator: ", "))"
            return .failure(BadValue(message: "\(key.spelling):\(value): \(message)"))
        case .step:
            guard let step = Int(value), (1...5).contains(step) else {
                return .failure(BadValue(message: "step: is a number from 1 to 5"))
            }
            return .success(.step(step))
        case .outcome:
            return oneOf(Outcome.allCases.map(\.rawValue))
                .map { .outcome(Outcome(rawValue: $0) ?? .unknown) }
        case .decision: return oneOf(Filter.decisionWords).map { .decision($0) }
        case .control: return .success(.control(lower))
        case .subscription: return .success(.subscription(lower))
        case .group: return .success(.group(lower))
        case .vnet: return .success(.virtualNetwork(lower))
        case .type: return .success(.type(lower))
        case .region: return .success(.region(lower))
        case .ip:
            guard let prefix = AddressPrefix(value) else {
                return .failure(BadValue(message: "ip:\(value): write an address or a prefix, 10.1.0.0/16"))
            }
            return .success(.address(prefix))
        case .port:
            guard let port = Int(value), (0...65_535).contains(port) else {
                return .failure(BadValue(message: "port: is a number from 0 to 65535"))
            }
            return .success(.port(port))
        case .tag:
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return .success(
                .tag(name: parts[0].lowercased(), value: parts.count > 1 ? parts[1].lowercased() : nil)
            )
        }
    }
}

extension Filter {
    /// The values `decision:` takes.
    static let decisionWords = ["none", "accepted", "planned", "fixed", "not-applicable", "expired"]
}

extension [UInt8] {
    /// The bytes with the letters A to Z in lower case.
    package var foldedASCII: [UInt8] { map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
}
