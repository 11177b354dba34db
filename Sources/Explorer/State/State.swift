package import Canvas
package import Review

/// Everything the explorer knows: where one is, where one was, what is open, and the estate itself.
///
/// A value without a terminal, a clock or a file. Events and messages turn it into the next one and may ask for
/// ``Work``; ``Screen`` draws it.
package struct State: Sendable {
    package internal(set) var size: Size
    package internal(set) var theme: String
    package internal(set) var estate: Estate?
    package internal(set) var loading = Loading.starting

    let options: Options
    var place: Place
    /// The views that are not shown, each as it was left.
    var resting: [ViewKind: Place] = [:]
    var history = History()
    /// Where `previousPlace` leads.
    var previous: Place?
    var marks: [Character: Place] = [:]
    var overlay: Overlay?
    var notice: Notice?
    /// The count being typed.
    var count: Int?
    var hasMouse = true
    var review = ReviewSession()
    /// What was answered about the estate that is shown.
    var answers = Answers()
    /// Counts the readings; what an older one answers is dropped.
    var generation = 0
    /// What was typed into prompts before, by kind.
    var typed: [TextPrompt.Purpose: [String]] = [:]

    /// What the explorer is started with.
    package struct Options: Sendable {
        /// What the estate is called until it says so itself.
        package var name: String
        package var theme: String
        /// The themes there are, in the order the picker shows them.
        package var themes: [String]
        /// The day on which decisions are judged.
        package var today: Day
        package var view: ViewKind

        package init(
            name: String,
            theme: String = "terminal",
            themes: [String] = ["terminal"],
            today: Day,
            view: ViewKind = .findings
        ) {
            self.name = name
            self.theme = theme
            self.themes = themes
            self.today = today
            self.view = view
        }
    }

    /// How far the reading of the estate is.
    package enum Loading: Sendable, Hashable {
        /// Nothing is known yet.
        case starting
        case reading(Message.Progress)
        case complete
        case failed(Message.Failure)
        /// Stopped by the reader; what was read until then is shown.
        case cancelled
    }

    package init(_ options: Options, size: Size) {
        self.options = options
        self.size = size
        theme = options.theme
        place = Place(options.view)
    }

    /// Where a key is pressed now.
    var spot: Spot { Spot(overlay: overlay?.kind, view: place.kind, pane: place.focus) }

    /// What the present view may see, or nil where there is no estate yet.
    var context: Context? {
        estate.map { estate in
            Context(
                estate: estate,
                filter: place.filter,
                focus: place.focus,
                panes: ScreenLayout(self).contents,
                answers: answers
            )
        }
    }

    /// Asks what the present view wants to know and nobody has answered yet.
    mutating func inquire() -> [Work] {
        guard let context else { return [] }
        return answers.ask(place.view.inquiries(context))
    }

    /// Lets the present view catch up with whatever changed.
    mutating func refresh() {
        guard let context else { return }
        place.view.refresh(context)
    }
}
