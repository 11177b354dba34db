import Canvas
import Glibc
import Terminal

/// A program that shows what it was told through a terminal session, for tests to run.
///
/// Arguments: `--ascii`, `--depth NAME`, `--title TEXT`, `--stdin`, `--no-mouse`, `--inert`, `--masked`. Keys: see
/// `ProbeModel`; and unless it is inert, `y` copies, `Z` suspends, `T` changes the theme, `M` leaves the mouse alone, `L` repaints, `B` posts
/// from another thread, `E` exits without giving the terminal back, `C` crashes, `X` overflows the stack.
@main
struct TerminalProbe {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            report("probe: \(error)\n")
            exit(64)
        }
    }

    private static func run(_ arguments: [String]) throws(TerminalError) {
        if arguments.contains("--masked") { maskSignals() }
        var options = TerminalOptions(theme: .probe)
        options.ascii = arguments.contains("--ascii")
        options.inputIsData = arguments.contains("--stdin")
        options.mouse = !arguments.contains("--no-mouse")
        options.depth = value(of: "--depth", in: arguments).flatMap(ColorDepth.init(rawValue:))
        options.title = value(of: "--title", in: arguments)
        var session = try TerminalSession(options)
        var model = ProbeModel(size: session.size)
        let isInert = arguments.contains("--inert")
        let mailbox = Mailbox<String>(waking: session.wakeUp)
        while !model.ended {
            session.draw(model.frame())
            let events = session.events()
            for event in events.input {
                if !isInert { act(on: event, in: &session, mailbox) }
                model.update(event)
            }
            for message in mailbox.takeAll() { model.update(.paste(message)) }
            if let ending = events.ending {
                session.close()
                exit(ending.exitStatus)
            }
        }
        session.close()
    }

    private static func report(_ line: String) {
        var line = line
        line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private static func act(
        on event: InputEvent,
        in session: inout TerminalSession,
        _ mailbox: Mailbox<String>
    ) {
        switch event {
        case .key(.character("y")): session.copy("copied \u{202E}text")
        case .key(.character("Z")): session.suspend()
        case .key(.character("T")): session.setTheme(.probe(shiftedBy: 3))
        case .key(.character("M")): session.setMouse(false)
        case .key(.character("L")): session.repaint()
        case .key(.character("B")): Task.detached { mailbox.post("from elsewhere") }
        case .key(.character("E")): exit(7)
        case .key(.character("C")): _ = ([] as [Int])[CommandLine.arguments.count]
        case .key(.character("X")): _ = overflow(0)
        default: break
        }
    }

    /// Never ends, and is no tail call.
    private static func overflow(_ depth: Int) -> Int {
        depth < 0 ? 0 : overflow(depth &+ 1) &+ depth.hashValue
    }

    /// Blocks all signals in this thread and leaves them to another, as threads of a pool do.
    private static func maskSignals() {
        var thread = pthread_t()
        pthread_create(&thread, nil, { _ in while true { pause() } }, nil)
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
    }

    private static func value(of option: String, in arguments: [String]) -> String? {
        guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
        return arguments[index + 1]
    }
}
