import TOML

/// A table of a review file that should be a decision or an answer.
struct ReviewEntry {
    /// Why an entry cannot be used.
    struct Fault: Error {
        let message: String
        let position: TOMLPosition
    }

    static let decisionKeys = [
        "control", "resource", "decision", "reason", "owner", "decided", "expires",
    ]
    static let answerKeys = ["control", "resource", "answer", "note", "owner", "answered"]

    let table: TOMLTable
    /// Where its header stands.
    let position: TOMLPosition

    func decision() throws(Fault) -> Decision {
        Decision(
            control: try present("control", text("control")),
            resource: try present("resource", text("resource")),
            kind: try word("decision"),
            reason: try text("reason") ?? "",
            owner: try text("owner"),
            decided: try time("decided"),
            expires: try day("expires")
        )
    }

    func answer() throws(Fault) -> Answer {
        Answer(
            control: try present("control", text("control")),
            resource: try text("resource"),
            answer: try word("answer"),
            note: try text("note") ?? "",
            owner: try text("owner"),
            answered: try time("answered")
        )
    }

    private func present<Value>(_ key: String, _ value: Value?) throws(Fault) -> Value {
        guard let value else { throw Fault(message: "\(key) is missing", position: position) }
        return value
    }

    private func text(_ key: String) throws(Fault) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string else {
            throw Fault(message: "\(key) should be a text in quotes", position: value.position)
        }
        return text
    }

    /// Reads one of the words that a key takes.
    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String
    ) throws(Fault) -> Word {
        let valid = Word.allCases.map(\.rawValue)
        let choice = "\(key) should be one of \(valid.joined(separator: ", "))"
        guard let value = table[key] else { throw Fault(message: "\(key) is missing", position: position) }
        guard let text = value.string else { throw Fault(message: choice, position: value.position) }
        if let word = Word(rawValue: text) { return word }
        let message = NearestWord.to(text.lowercased(), among: valid).map { nearest in
            "\(TOML.quoted(text.prefix(40))) is no \(key); did you mean \(nearest)?"
        }
        throw Fault(message: message ?? choice, position: value.position)
    }

    /// Reads a day, also out of a text or of a date with a time.
    private func day(_ key: String) throws(Fault) -> Day? {
        guard let value = table[key] else { return nil }
        guard let text = value.string ?? value.dateTime?.text, let day = Day(text) else {
            throw Fault(message: "\(key) should be a day such as 2027-03-31", position: value.position)
        }
        return day
    }

    private func time(_ key: String) throws(Fault) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string ?? value.dateTime?.text else {
            throw Fault(
                message: "\(key) should be a time such as 2026-11-24T10:00:00Z",
                position: value.position
            )
        }
        return text
    }
}
