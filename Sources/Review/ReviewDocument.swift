import TOML
package import Topology

/// The text of a review file and what it says.
///
/// The text itself is the store: an edit replaces, adds or removes one block and leaves every other byte as it
/// stands, so that comments, hand-made order, keys of other programs and decisions made meanwhile by someone else
/// are kept.
package struct ReviewDocument: Sendable {
    package static let schema = "bulkhead.review/1"

    /// The whole text.
    package let text: String
    package let estate: String?
    /// The decisions in the order of the file; where two have one subject, the last one counts.
    package let decisions: [Decision]
    package let answers: [Answer]
    /// What could not be understood; everything else is used, and all of it is kept.
    package let diagnostics: [Diagnostic]

    let blocks: [ReviewBlock]

    /// An empty review of an estate.
    package init(estate: String) {
        self.init(
            understood: "schema = \(TOML.quoted(Self.schema))\nestate = \(TOML.quoted(estate))\n"
        )
    }

    /// Reads a review file.
    ///
    /// - Throws: ``ReviewError`` where it is not TOML, of a newer schema or no review.
    package init(text: String, file: String) throws(ReviewError) {
        let document = TOMLDocument(text)
        try ReviewReader.check(document, file: file)
        self.init(text, document, file: file)
    }

    private init(understood text: String) { self.init(text, TOMLDocument(text), file: "") }

    private init(_ text: String, _ document: TOMLDocument, file: String) {
        self.text = text
        blocks = ReviewBlock.split(text, document)
        let reading = ReviewReader(document, file: file)
        estate = reading.estate
        decisions = reading.decisions
        answers = reading.answers
        diagnostics = reading.diagnostics
    }

    /// The decision that counts for a subject.
    package func decision(_ subject: Decision.Subject) -> Decision? {
        decisions.last { $0.subject == subject }
    }

    /// The answer that counts for a subject.
    package func answer(_ subject: Decision.Subject) -> Answer? { answers.last { $0.subject == subject } }

    /// The document with an edit made.
    package func applying(_ edit: ReviewEdit) -> ReviewDocument {
        var blocks = blocks
        let place = blocks.lastIndex { $0.subject == edit.subject && $0.kind == edit.kind }
        switch (place, edit.block) {
        case (let place?, let block?): blocks[place] = blocks[place].replacing(with: block)
        case (let place?, nil): blocks.remove(at: place)
        case (nil, let block?):
            if var last = blocks.popLast() {
                last.endWithNewline()
                blocks.append(last)
            }
            blocks.append(ReviewBlock(lead: "\n", body: block))
        case (nil, nil): break
        }
        return ReviewDocument(understood: blocks.map(\.text).joined())
    }
}

/// One change of a review: setting or taking back a decision or an answer.
package enum ReviewEdit: Hashable, Sendable {
    case decide(Decision)
    case withdrawDecision(Decision.Subject)
    case answer(Answer)
    case withdrawAnswer(Decision.Subject)

    package var subject: Decision.Subject {
        switch self {
        case .decide(let decision): decision.subject
        case .answer(let answer): answer.subject
        case .withdrawDecision(let subject), .withdrawAnswer(let subject): subject
        }
    }

    /// The edit that takes this one back in a document as it was before.
    package func inverse(in before: ReviewDocument) -> ReviewEdit {
        switch self {
        case .decide, .withdrawDecision:
            before.decision(subject).map(ReviewEdit.decide) ?? .withdrawDecision(subject)
        case .answer, .withdrawAnswer:
            before.answer(subject).map(ReviewEdit.answer) ?? .withdrawAnswer(subject)
        }
    }

    var kind: ReviewBlock.Kind {
        switch self {
        case .decide, .withdrawDecision: .decision
        case .answer, .withdrawAnswer: .answer
        }
    }

    var block: String? {
        switch self {
        case .decide(let decision): ReviewBlock.text(of: decision)
        case .answer(let answer): ReviewBlock.text(of: answer)
        case .withdrawDecision, .withdrawAnswer: nil
        }
    }
}

/// Why a review file cannot be used.
package enum ReviewError: Error, Hashable, Sendable, CustomStringConvertible {
    case notTOML(file: String, line: Int, column: Int, problem: String)
    case notReview(file: String, line: Int, column: Int, problem: String)
    case newerSchema(file: String, found: String)
    case unreadable(file: String, problem: String)
    case unwritable(file: String, problem: String)

    package var description: String {
        switch self {
        case .notTOML(let file, let line, let column, let problem):
            "\(file):\(line):\(column): not valid TOML: \(problem). Mend the file or name another with --review; it is left as it is."
        case .notReview(let file, let line, let column, let problem):
            "\(file):\(line):\(column): \(problem). Mend the file or name another with --review; it is left as it is."
        case .newerSchema(let file, let found):
            "\(file): written as \(found), this bulkhead reads \(ReviewDocument.schema). Use a newer bulkhead, or name another file with --review; it is left as it is."
        case .unreadable(let file, let problem):
            "\(file): cannot be read: \(problem)."
        case .unwritable(let file, let problem):
            "\(file): the decision is not saved: \(problem). Make the file writable or name another with --review; nothing in it was changed."
        }
    }
}
