import CNcurses
package import Canvas
import Glibc

/// A terminal that is ours from `init` until this value ends: it shows frames and reports what is typed.
///
/// Only the thread that opened it may use it, and only one can be open. However the program ends, the
/// terminal is given back as it was: by `close`, by `deinit`, at `exit`, and in the handler of a fatal signal.
package struct TerminalSession: ~Copyable {
    /// How large the screen is.
    package internal(set) var size: Size
    /// How many colours are in use.
    package let depth: ColorDepth
    /// Whether only ASCII reaches the screen.
    package let isASCII: Bool
    /// Ends the wait of `events` from any thread.
    package let wakeUp: WakeUp

    let device: TerminalDevice
    let traits: TerminalTraits
    private(set) var modes: TerminalModes
    private let title: String?
    private let screen: OpaquePointer

    // Drawing.
    var theme: ResolvedTheme
    var pairs: ColorPairs
    var pens: [Style: Pen] = [:]
    /// What the terminal shows; nil if that is not known.
    var shown: Frame?
    var cursorIsHidden = false
    var drawsAtOnce = false

    // Input.
    var decoder = InputDecoder()
    var ending: SignalOutcome?
    /// Until when an answer of the terminal may come; nil once it has.
    var answerDeadline: Int?

    /// Takes the terminal over and clears it.
    package init(_ options: TerminalOptions) throws(TerminalError) {
        let environment = Environment.current()
        let device = try TerminalDevice(inputIsData: options.inputIsData)
        do throws(TerminalError) {
            guard let name = environment.terminal else { throw TerminalError.unnamedTerminal }
            let traits = try TerminalTraits(name: name, descriptor: device.output)
            var depth =
                options.depth ?? traits.depth(in: environment, ignoringNoColor: options.ignoresNoColor)
            if traits.colors < 8 { depth = .mono }
            if depth == .palette256, traits.colors < 256 { depth = .ansi16 }
            guard let wakeUp = WakeUp() else { throw TerminalError.refused("no descriptor is left") }
            let direct = depth == .truecolor ? DirectColorEntry().variable : nil
            let modes = TerminalModes(traits: traits, mouse: options.mouse, title: options.title)
            terminfo_unload()
            // Before ncurses starts: it leaves alone what is handled, and else would lose a Ctrl-Z while it draws.
            Signals.install(
                terminal: device.output,
                settings: device.original,
                restoring: (modes.off + traits.restoration).utf8,
                waking: wakeUp
            )
            Signals.hold(true)
            guard let screen = Self.open(name, description: direct) else {
                Signals.hold(false)
                Signals.uninstall()
                throw TerminalError.incapableTerminal(name)
            }
            self.device = device
            self.traits = traits
            self.modes = modes
            self.depth = depth
            self.wakeUp = wakeUp
            self.screen = screen
        } catch {
            device.closeInput()
            throw error
        }
        isASCII = options.ascii || !environment.isUnicode
        theme = ResolvedTheme(options.theme, depth: depth)
        title = options.title
        let (columns, rows) = device.size
        size = Size(columns: columns, rows: rows)
        pairs = ColorPairs(depth: depth)
        enter()
        def_prog_mode()
        resize_term(Int32(rows), Int32(columns))
        typeahead(-1)
        answerDeadline = modes.asks ? Self.now + 1000 : nil
    }

    deinit {
        settleAnswer()
        leave()
        Signals.uninstall()
        delscreen(screen)
        device.closeInput()
    }

    /// Gives the terminal back.
    package consuming func close() {}

    /// Takes what the mouse does, or leaves it to the terminal.
    package mutating func setMouse(_ isOn: Bool) {
        guard traits.isXtermLike else { return }
        modes = TerminalModes(traits: traits, mouse: isOn, title: title)
        device.send(TerminalModes.mouse(isOn))
    }

    /// Sets line and terminal to our use.
    func enter() {
        Signals.hold(true)
        device.apply(device.raw)
        device.send(modes.on)
    }

    /// Sets line and terminal back to how they were.
    func leave() {
        device.send(modes.off)
        endwin()
        device.apply(device.original)
        Signals.hold(false)
    }

    /// Waits a moment for an answer under way, which else would be typed into the shell.
    private func settleAnswer() {
        guard let answerDeadline, Self.now < answerDeadline, ending != .hungUp else { return }
        var readable = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
        if poll(&readable, 1, 100) == 1 { tcflush(device.input, TCIFLUSH) }
    }

    /// Starts ncurses; a description given takes the place of the one installed.
    private static func open(_ name: String, description: String?) -> OpaquePointer? {
        let former = getenv("TERMINFO").map { String(cString: $0) }
        if let description { setenv("TERMINFO", description, 1) }
        let screen = ncurses_open(name)
        if description != nil {
            if let former { setenv("TERMINFO", former, 1) } else { unsetenv("TERMINFO") }
        }
        return screen
    }
}
