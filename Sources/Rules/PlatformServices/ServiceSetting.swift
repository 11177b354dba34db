import JSON
import Topology

/// A setting of a service: where it stands, what of it is wanted, and what holds where the input lacks it.
struct ServiceSetting: Sendable {
    /// The path in ARM terms without `properties`; after `[*]` it goes on in each element of an array.
    let path: String
    let wanted: Wanted
    /// A value that is not wanted, as JSON, for the examples.
    let unwanted: String
    /// Where it stands in a child of the service, for example `networkRuleSets` or `config/web`.
    var child: String?
    /// Where the service itself has a copy of what the child says.
    var copy: String?
    /// What a template that says nothing gets, by the version of its API, in ascending order.
    var defaults: [Default] = []
    /// Whether the setting not being there means that it is not as wanted; else that is not known.
    var isOptional = false

    /// The value a setting has where a template of that version or a later one says nothing.
    struct Default: Sendable {
        let version: String
        /// The value, as JSON.
        let value: String
        /// Whether that is the wanted one, for the examples.
        let isWanted: Bool
    }

    /// What passes.
    enum Wanted: Sendable {
        case word([String])
        case flag(Bool)
        /// TLS 1.2 or later, in any of Azure's spellings; of a list of versions each one.
        case currentTLS
        /// Something: a text, a list or an object with something in it.
        case something
        /// A list, or a text parted by semicolons, with nothing but these.
        case only([String])
        /// A list without this.
        case without(String)
        case prefix(String)
        /// The entry of a list whose name and value are these.
        case entry(name: String, value: String)
    }
}

extension ServiceSetting.Wanted {
    /// What passes, in words.
    var text: String {
        switch self {
        case .word(let words): words.joined(separator: " or ")
        case .flag(let flag): "\(flag)"
        case .currentTLS: "1.2 or later"
        case .something: "a value"
        case .only(let words): "\(words.joined(separator: " or ")) alone"
        case .without(let word): "no \(word)"
        case .prefix(let text): "\(text)…"
        case .entry(let name, let value): "\(name) with \(value)"
        }
    }

    /// Values that pass, as JSON, for the examples.
    var samples: [String] {
        switch self {
        case .word(let words): words.map { "\"\($0.lowercased())\"" }
        case .flag(let flag): ["\(flag)"]
        case .currentTLS: [#""1.2""#, #""TLSv1.3""#]
        case .something: [#""/subscriptions/s/x""#, #"["203.0.113.0/24"]"#]
        case .only(let words): ["[\"\(words[0])\"]", "\"\(words[0]);\""]
        case .without: [#"["https://contoso.com"]"#, "[]"]
        case .prefix(let text): ["\"\(text.uppercased())x\""]
        case .entry(let name, let value):
            [#"[{"name": "o", "value": "0"}, {"name": "\#(name)", "value": "\#(value)"}]"#]
        }
    }

    /// Whether a value passes; nil where it is of another kind than it should be.
    func holds(for value: JSONValue) -> Bool? {
        switch self {
        case .word(let words):
            value.string.map { text in words.contains { $0.isSame(as: text) } }
        case .flag(let flag):
            // Some services write the words Enabled and Disabled, or the text of a flag.
            (value.bool ?? value.string.flatMap(Self.flag)).map { $0 == flag }
        case .currentTLS: Self.list(value).flatMap(Self.isCurrent)
        case .something:
            switch value.kind {
            case .array: !value.elements.isEmpty
            case .object: value.object?.all.isEmpty == false
            default: value.string.map { !$0.isEmpty }
            }
        case .only(let words):
            Self.list(value).map { list in
                !list.isEmpty && list.allSatisfy { text in words.contains { $0.isSame(as: text) } }
            }
        case .without(let word):
            value.kind == .array ? !value.elements.contains { $0.string == word } : nil
        case .prefix(let text): value.string.map { $0.lowercased().hasPrefix(text.lowercased()) }
        case .entry(let name, let wanted):
            value.kind == .array
                ? value.elements.contains {
                    $0.member("name")?.string?.isSame(as: name) == true
                        && $0.member("value")?.string == wanted
                } : nil
        }
    }

    private static func flag(_ word: String) -> Bool? {
        switch word.lowercased() {
        case "true", "enabled": true
        case "false", "disabled": false
        default: nil
        }
    }

    private static func isCurrent(_ versions: [String]) -> Bool? {
        let read = versions.map { TLSVersion(reading: $0) }
        guard !read.isEmpty, !read.contains(nil) else { return nil }
        return read.allSatisfy { $0.map { $0 >= .oneTwo } ?? false }
    }

    /// A list, or a text whose parts stand between semicolons or commas.
    private static func list(_ value: JSONValue) -> [String]? {
        if value.kind == .array {
            let texts = value.elements.compactMap(\.string)
            return texts.count == value.elements.count ? texts : nil
        }
        let text = value.string ?? (value.kind == .number ? value.text : nil)
        return text?.split { $0 == ";" || $0 == "," }.map { part in
            String(part.drop { $0 == " " })
        }
    }
}
