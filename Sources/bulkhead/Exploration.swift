import Canvas
import Explorer
import Ingest
import Reports
import Review
import Rules
import Terminal
import Topology

/// The explorer at work: the terminal on one side, reading and saving on the other, the explorer's values between.
///
/// Everything the explorer asks for is done here; reading is done off this thread, and its answers come through a
/// mailbox that ends the wait for the next key.
struct Exploration: ~Copyable {
    private var session: TerminalSession
    private var program: Program
    private let mailbox: Mailbox<Message>
    private let source: EstateSource
    private let controls: [Control]
    private let review: ReviewStore?
    private let themes: ThemeLibrary
    private var shownTheme: String
    private var loading: Task<Void, Never>?
    private var hasEnded = false

    init(
        of source: EstateSource,
        controls: [Control],
        review: ReviewStore?,
        themes: ThemeLibrary,
        theme: String,
        on session: consuming TerminalSession
    ) {
        self.source = source
        self.controls = controls
        self.review = review
        self.themes = themes
        mailbox = Mailbox(waking: session.wakeUp)
        shownTheme = theme
        program = Program(
            State.Options(
                name: source.name,
                theme: theme,
                themes: themes.names,
                today: Clock.today,
                view: .architecture
            ),
            size: session.size
        )
        self.session = session
    }

    /// Runs until the user or a signal ends it; answers the exit status of a signal.
    mutating func run() -> Int32? {
        perform(program.start())
        while !hasEnded {
            session.draw(program.frame())
            let events = session.events()
            if let ending = events.ending {
                loading?.cancel()
                return ending.exitStatus
            }
            perform(program.handle(events.input))
            for message in mailbox.takeAll() { receive(message) }
            showTheme()
        }
        loading?.cancel()
        return nil
    }

    /// Gives the terminal back.
    consuming func close() { session.close() }

    private mutating func showTheme() {
        guard program.theme != shownTheme else { return }
        shownTheme = program.theme
        if let theme = themes.theme(named: shownTheme).theme { session.setTheme(theme) }
    }

    // MARK: What the explorer asks for

    /// Hands an answer over and does what it leads to.
    private mutating func receive(_ message: Message) { perform(program.receive(message)) }

    private mutating func perform(_ works: [Work]) {
        for work in works {
            switch work {
            case .load(let generation): load(generation)
            case .cancelLoading: loading?.cancel()
            case .ask(let inquiry, let generation): ask(inquiry, generation)
            case .edit(let edit): save(edit)
            case .copy(let text):
                receive(
                    .told(session.copy(text) ? "Copied." : "The terminal takes no clipboard text.")
                )
            case .export(let name, let lines): export(name, lines)
            case .mouse(let isOn): session.setMouse(isOn)
            case .repaint: session.repaint()
            case .suspend: session.suspend()
            case .quit: hasEnded = true
            }
        }
    }

    /// Answers a question about the estate that is shown, off this thread.
    private func ask(_ inquiry: Inquiry, _ generation: Int) {
        guard let estate = program.state.estate else { return }
        Task.detached { [mailbox] in
            mailbox.post(.answered(inquiry.answer(in: estate), to: inquiry, generation: generation))
        }
    }

    private mutating func load(_ generation: Int) {
        loading?.cancel()
        loading = Task.detached { [source, controls, mailbox, review] in
            await Self.load(source, controls, review, generation, into: mailbox)
        }
    }

    private static func load(
        _ source: EstateSource,
        _ controls: [Control],
        _ store: ReviewStore?,
        _ generation: Int,
        into mailbox: Mailbox<Message>
    ) async {
        var document: ReviewDocument?
        do {
            document = try store?.read()
        } catch {
            mailbox.post(.reviewFailed("\(error)"))
        }
        do {
            let reading = try Reader.read(
                source.inputs,
                progress: { mailbox.post(.progress(Message.Progress($0), generation: generation)) },
                isCancelled: { Task.isCancelled }
            )
            let topology = reading.topology
            let estate = Estate(
                name: source.name,
                topology: topology,
                assessment: await Assessment(of: topology, by: controls),
                review: document,
                today: Clock.today
            )
            mailbox.post(.loaded(estate, isComplete: true, generation: generation))
            if let document { mailbox.post(.reviewed(document)) }
            if let warning = reading.warning { mailbox.post(.warned(warning)) }
            // What the first filter would have to wait for is worked out while one looks.
            estate.prepare()
        } catch {
            mailbox.post(.failed(Message.Failure(error, of: source), generation: generation))
        }
    }

    private mutating func save(_ edit: ReviewEdit) {
        guard let review else {
            receive(
                .reviewFailed("Nothing is saved: the sample has no review file; name one with --review.")
            )
            return
        }
        do {
            receive(.reviewed(try review.apply(edit.dated)))
        } catch {
            receive(.reviewFailed("\(error)"))
        }
    }

    private mutating func export(_ name: String, _ lines: [String]) {
        do {
            try Streams.write(lines.joined(separator: "\n") + "\n", into: name)
            receive(.told("Written to \(name)."))
        } catch {
            receive(.warned("\(error)"))
        }
    }
}

extension Reading {
    /// What a reader should know before trusting the picture, in one line; nil where all is well.
    fileprivate var warning: String? {
        let errors = diagnostics.count { $0.severity == .error }
        var parts: [String] = []
        if errors > 0 { parts.append("\(errors.counted("error")) in the input") }
        if !notUnderstood.isEmpty { parts.append("\(notUnderstood.count.counted("part")) not understood") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ") + "; 'bulkhead inventory' lists them."
    }
}

extension Message.Progress {
    fileprivate init(_ progress: ReadingProgress) {
        self.init(
            files: progress.filesDone,
            bytes: progress.bytesDone,
            totalBytes: progress.bytes,
            resources: progress.resources
        )
    }
}

extension Message.Failure {
    fileprivate init(_ error: IngestError, of source: EstateSource) {
        let details = error.diagnostics.map(\.line) + error.notUnderstood.map(\.line)
        self.init(
            what: "Nothing could be read from \(source.inputNames).",
            why: details.isEmpty
                ? "Expected a Resource Graph export, an ARM REST answer or az output, as JSON."
                : details.prefix(6).joined(separator: "\n")
        )
    }
}
