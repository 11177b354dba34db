import TOML

extension ReviewBlock {
    static func text(of decision: Decision) -> String {
        table(
            "decision",
            [
                ("control", TOML.quoted(decision.control)), ("resource", TOML.quoted(decision.resource)),
                ("decision", TOML.quoted(decision.kind.rawValue)), ("reason", TOML.quoted(decision.reason)),
                ("owner", decision.owner.map(TOML.quoted)), ("decided", decision.decided.map(time)),
                ("expires", decision.expires?.description),
            ]
        )
    }

    static func text(of answer: Answer) -> String {
        table(
            "answer",
            [
                ("control", TOML.quoted(answer.control)), ("resource", answer.resource.map(TOML.quoted)),
                ("answer", TOML.quoted(answer.answer.rawValue)),
                ("note", answer.note.isEmpty ? nil : TOML.quoted(answer.note)),
                ("owner", answer.owner.map(TOML.quoted)), ("answered", answer.answered.map(time)),
            ]
        )
    }

    /// A time as TOML writes it; a text where somebody wrote it in another way.
    private static func time(_ text: String) -> String {
        TOMLDateTime(text) == nil ? TOML.quoted(text) : text
    }

    private static func table(_ name: String, _ pairs: [(String, String?)]) -> String {
        "[[\(name)]]\n" + pairs.compactMap { key, value in value.map { "\(key) = \($0)\n" } }.joined()
    }
}
