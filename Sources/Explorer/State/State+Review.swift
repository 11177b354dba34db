import Review
import Rules

extension State {
    /// Makes edits of the review as one step that can be taken back.
    mutating func edit(_ edits: [ReviewEdit]) -> [Work] {
        let name = reviewName
        return write(review.make(edits, estate: name))
    }

    mutating func takeBack() -> [Work] {
        let name = reviewName
        guard let edits = review.undo(estate: name) else {
            notice = Notice(text: "There is no decision to take back")
            return []
        }
        notice = Notice(text: "Taken back; Ctrl-r makes it again")
        return write(edits)
    }

    mutating func makeAgain() -> [Work] {
        let name = reviewName
        guard let edits = review.redo(estate: name) else {
            notice = Notice(text: "There is no decision to make again")
            return []
        }
        notice = Notice(text: "Made again")
        return write(edits)
    }

    private var reviewName: String { estate?.name ?? options.name }

    private mutating func write(_ edits: [ReviewEdit]) -> [Work] {
        layReview()
        return edits.map(Work.edit)
    }

    /// Lays the review as it stands over the findings.
    mutating func layReview() {
        let document = review.document
        let today = options.today
        estate?.apply(document, today: today)
        refresh()
    }

    /// Takes what the program around the explorer answers.
    package mutating func apply(_ message: Message) {
        switch message {
        case .progress(let progress, let generation):
            guard generation == self.generation else { return }
            loading = .reading(progress)
        case .loaded(var estate, let isComplete, let generation):
            guard generation == self.generation else { return }
            if let before = self.estate { estate.succeed(before) }
            if let document = review.document { estate.apply(document, today: options.today) }
            self.estate = estate
            answers.forget()
            if isComplete { loading = .complete }
            refresh()
        case .failed(let failure, let generation):
            guard generation == self.generation else { return }
            loading = .failed(failure)
        case .answered(let answer, let inquiry, let generation):
            if answers.take(answer, to: inquiry, generation: generation) { refresh() }
        case .reviewed(let document):
            review.confirm(document)
            layReview()
        case .reviewFailed(let problem):
            review.fail(problem)
            notice = Notice(text: problem, tone: .bad)
        case .told(let text): notice = Notice(text: text, tone: .good)
        case .warned(let text): notice = Notice(text: text, tone: .bad)
        }
    }
}
