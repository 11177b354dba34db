import Canvas
import Review
import Testing

@testable import Explorer

/// A person at the explorer: presses keys and looks at the screen.
struct Session {
    private(set) var program: Program
    /// Everything that was asked of the program around it, questions about the estate aside.
    private(set) var works: [Work] = []
    /// Whether questions about the estate are answered at once.
    var answers = true
    /// Those that wait.
    private(set) var waiting: [(inquiry: Inquiry, generation: Int)] = []

    init(columns: Int = 80, rows: Int = 24, view: ViewKind = .findings, estate: Estate? = nil) throws {
        let today = try #require(SmallEstate.today)
        let options = State.Options(
            name: "small.json",
            themes: ["terminal", "harbor-dark", "mono"],
            today: today,
            view: view
        )
        program = Program(options, size: Size(columns: columns, rows: rows))
        take(program.start())
        receive(.loaded(try estate ?? SmallEstate.estate(), isComplete: true, generation: 0))
    }

    var state: State { program.state }
    var text: String { program.frame().text }

    /// Presses keys: words with a meaning such as `enter`, anything else letter by letter.
    mutating func press(_ script: String) {
        for word in script.split(separator: " ") { send(Session.events(String(word))) }
    }

    /// Types a text as it stands.
    mutating func type(_ text: String) { send(text.map { .key(.character($0)) }) }

    mutating func send(_ events: [InputEvent]) { take(program.handle(events)) }
    mutating func receive(_ message: Message) { take(program.receive(message)) }

    private mutating func take(_ asked: [Work]) {
        for work in asked {
            if case .ask(let inquiry, let generation) = work {
                waiting.append((inquiry, generation))
            } else {
                works.append(work)
            }
        }
        if answers { answer() }
    }

    /// Answers what waits, and what that leads to.
    mutating func answer() {
        while !waiting.isEmpty, let estate = program.state.estate {
            let (inquiry, generation) = waiting.removeFirst()
            let reply = inquiry.answer(in: estate)
            take(program.receive(.answered(reply, to: inquiry, generation: generation)))
        }
    }

    /// Closes what is open above the view.
    mutating func closeOverlay() {
        if state.overlay != nil { press("esc") }
    }

    func expect(_ text: String, _ location: SourceLocation = #_sourceLocation) {
        #expect(
            self.text.contains(text),
            "\(text) is not on the screen:\n\(self.text)",
            sourceLocation: location
        )
    }

    func expectNot(_ text: String, _ location: SourceLocation = #_sourceLocation) {
        #expect(
            !self.text.contains(text),
            "\(text) is on the screen:\n\(self.text)",
            sourceLocation: location
        )
    }

    /// The text on the selected row of the focused pane.
    var selectedRow: String {
        let frame = program.frame()
        for row in 1..<max(1, frame.size.rows) {
            let columns = (0..<frame.size.columns).filter { frame[$0, row].style.surface == .selection }
            guard columns.count > 4, let first = columns.first, let last = columns.last else { continue }
            return String((first...last).compactMap { frame[$0, row].character })
        }
        return ""
    }

    private static func events(_ word: String) -> [InputEvent] {
        let named: [String: Key] = [
            "enter": .enter, "esc": .escape, "tab": .tab, "backtab": .backTab, "backspace": .backspace,
            "up": .up, "down": .down, "left": .left, "right": .right, "pgup": .pageUp, "pgdn": .pageDown,
            "home": .home, "end": .end, "space": .character(" "), "ctrl-u": .control("u"),
            "ctrl-p": .control("p"), "ctrl-r": .control("r"), "ctrl-d": .control("d"),
        ]
        return named[word].map { [.key($0)] } ?? word.map { .key(.character($0)) }
    }
}
