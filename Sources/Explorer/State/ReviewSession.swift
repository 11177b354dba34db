import Review

/// The review while one works on it: what it says, what is not saved yet, and what can be taken back.
struct ReviewSession: Sendable {
    private(set) var document: ReviewDocument?
    /// Edits that were asked for and not yet confirmed.
    private(set) var pending: [ReviewEdit] = []
    /// Why the last edit could not be saved.
    private(set) var problem: String?
    /// Groups of edits that take decisions back, the last one last.
    private var undone: [[ReviewEdit]] = []
    private var done: [[ReviewEdit]] = []

    var isSaved: Bool { pending.isEmpty }
    var canUndo: Bool { !done.isEmpty }
    var canRedo: Bool { !undone.isEmpty }

    /// Makes edits as one step and says which are to be written.
    mutating func make(_ edits: [ReviewEdit], estate: String) -> [ReviewEdit] {
        done.append(inverses(of: edits, estate: estate))
        undone.removeAll()
        return apply(edits, estate: estate)
    }

    /// Takes the last step back; nil where there is none.
    mutating func undo(estate: String) -> [ReviewEdit]? {
        guard let edits = done.popLast() else { return nil }
        undone.append(inverses(of: edits, estate: estate))
        return apply(edits, estate: estate)
    }

    /// Makes the step again that was taken back; nil where there is none.
    mutating func redo(estate: String) -> [ReviewEdit]? {
        guard let edits = undone.popLast() else { return nil }
        done.append(inverses(of: edits, estate: estate))
        return apply(edits, estate: estate)
    }

    /// The file as it stands, with what is still on its way to it laid over.
    mutating func confirm(_ document: ReviewDocument) {
        pending.removeAll { edit in document.holds(edit) }
        problem = nil
        self.document = pending.reduce(document) { $0.applying($1) }
    }

    mutating func fail(_ problem: String) { self.problem = problem }

    /// The edits in the order that takes them back.
    private func inverses(of edits: [ReviewEdit], estate: String) -> [ReviewEdit] {
        var document = self.document ?? ReviewDocument(estate: estate)
        var inverses: [ReviewEdit] = []
        for edit in edits {
            inverses.insert(edit.inverse(in: document), at: 0)
            document = document.applying(edit)
        }
        return inverses
    }

    private mutating func apply(_ edits: [ReviewEdit], estate: String) -> [ReviewEdit] {
        document = edits.reduce(document ?? ReviewDocument(estate: estate)) { $0.applying($1) }
        pending += edits
        return edits
    }
}

extension ReviewDocument {
    /// Whether an edit has reached the document, its time aside.
    fileprivate func holds(_ edit: ReviewEdit) -> Bool {
        switch edit {
        case .decide(let wanted):
            guard var found = decision(edit.subject) else { return false }
            found.decided = wanted.decided
            return found == wanted
        case .answer(let wanted):
            guard var found = answer(edit.subject) else { return false }
            found.answered = wanted.answered
            return found == wanted
        case .withdrawDecision: return decision(edit.subject) == nil
        case .withdrawAnswer: return answer(edit.subject) == nil
        }
    }
}
