import CPseudoTerminal
package import Canvas
import Glibc

/// A program that runs on a terminal of its own, as the foreground job of a session.
///
/// Everything here waits for a condition, with a deadline, and never for a time to pass.
package final class PseudoTerminal {
    /// What became of the program.
    package enum Status: Hashable, Sendable {
        case running
        case stopped(signal: Int32)
        case exited(Int32)
        case killed(signal: Int32)
    }

    /// The system has no terminal or no process left.
    package struct Failure: Error { package let reason: String }

    package private(set) var process: Int32 = -1
    package private(set) var status = Status.running
    /// Everything that the program has written.
    package private(set) var output: [UInt8] = []
    package let emulator: Emulator
    /// How the line was set before the program had it.
    package let original: LineSettings
    /// Whether the terminal says that it draws frames at once.
    private let knowsSynchronisedOutput: Bool
    var main: Int32
    /// The program's end, kept so that its settings can be read after the program is gone.
    private let other: Int32
    private let reports: Int32
    private let leader: pid_t

    /// Starts a program; `input` and `output` replace the terminal as its standard input and output.
    package init(
        _ program: String,
        _ arguments: [String] = [],
        environment: [String: String] = PseudoTerminal.environment(),
        size: Size = Size(columns: 80, rows: 24),
        knowsSynchronisedOutput: Bool = false,
        input: Int32 = -1,
        output: Int32 = -1
    ) throws {
        var terminals: (main: Int32, other: Int32) = (-1, -1)
        var ends: [Int32] = [-1, -1]
        guard pseudo_terminal_open(&terminals.main, &terminals.other) == 0, pipe(&ends) == 0 else {
            throw Failure(reason: "no terminal is left")
        }
        (main, other) = terminals
        reports = ends[0]
        original = LineSettings(of: terminals.other)
        emulator = Emulator(size: size)
        self.knowsSynchronisedOutput = knowsSynchronisedOutput
        Self.setSize(size, of: main)
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        leader = pseudo_terminal_spawn(program, words, variables, other, input, output, ends[1])
        for word in words + variables { free(word) }
        close(ends[1])
        _ = fcntl(main, F_SETFL, O_NONBLOCK)
        _ = fcntl(reports, F_SETFL, O_NONBLOCK)
        guard leader > 0, wait(until: { self.process > 0 }) else {
            throw Failure(reason: "no process is left")
        }
    }

    deinit {
        if process > 0 {
            kill(process, SIGKILL)
            kill(process, SIGCONT)
        }
        var scratch: Int32 = 0
        if leader > 0 { waitpid(leader, &scratch, 0) }
        for descriptor in [main, other, reports] where descriptor >= 0 { close(descriptor) }
    }

    /// An environment with nothing but a terminal and an encoding.
    package static func environment(
        term: String? = "xterm-256color",
        _ more: [String: String] = [:]
    ) -> [String: String] {
        var variables = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        variables["TERM"] = term
        return variables.merging(more) { _, new in new }
    }

    // MARK: Acting on it

    package func type(_ text: String) { type(Array(text.utf8)) }

    package func type(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, main >= 0 {
            let count = rest.withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EAGAIN || !step(milliseconds: 1000, writing: true) {
                return
            }
        }
    }

    package func signal(_ number: Int32) { kill(process, number) }

    package func resize(_ size: Size) {
        emulator.resize(size)
        Self.setSize(size, of: main)
    }

    /// Continues a stopped program in the foreground.
    package func resume() {
        status = .running
        kill(process, SIGCONT)
    }

    /// Takes the terminal away, as when a connection breaks.
    package func hangUp() {
        close(main)
        main = -1
    }

    /// How the line is set, to compare before and after.
    package var settings: LineSettings { LineSettings(of: other) }

    // MARK: Waiting for it

    /// Reads until a condition holds; false if it does not within a time.
    @discardableResult
    package func wait(until condition: () -> Bool, seconds: Double = 10) -> Bool {
        let end = Self.now + seconds
        while true {
            if condition() { return true }
            let left = end - Self.now
            guard left > 0 else { return false }
            _ = step(milliseconds: Int32(min(left * 1000, 1000).rounded(.up)))
        }
    }

    /// Reads until the program has not written for a time, in milliseconds.
    package func waitUntilQuiet(_ milliseconds: Int32 = 80) {
        while step(milliseconds: milliseconds) {}
    }

    /// Reads until the screen shows a frame; what differs if it does not.
    package func differences(from frame: Frame, theme: ResolvedTheme? = nil) -> [String] {
        var last: [String] = []
        wait(
            until: {
                last = emulator.differences(from: frame, theme: theme)
                return last.isEmpty || status != .running
            },
            seconds: 5
        )
        return last
    }

    /// Reads until the program is no longer running.
    package func waitForEnd(seconds: Double = 10) -> Status {
        wait(until: { self.status != .running }, seconds: seconds)
        // What it wrote last is still under way.
        waitUntilQuiet(20)
        return status
    }

    /// One wait for bytes or a change of state; false if neither came.
    func step(milliseconds: Int32, writing: Bool = false, reading: Bool = true) -> Bool {
        let wanted = Int16(reading ? POLLIN : 0) | Int16(writing ? POLLOUT : 0)
        var sources = [
            pollfd(fd: main, events: wanted, revents: 0),
            pollfd(fd: hasEnded ? -1 : reports, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&sources, 2, milliseconds) > 0 else { return false }
        if sources[1].revents != 0 { readReports() }
        if sources[0].revents & Int16(POLLIN) != 0 { readOutput() }
        return sources.contains { $0.revents & Int16(POLLIN | POLLOUT) != 0 }
    }

    private var hasEnded: Bool {
        switch status {
        case .running, .stopped: false
        case .exited, .killed: true
        }
    }

    private func readOutput() {
        var buffer: [UInt8] = Array(repeating: 0, count: 65536)
        let count = read(main, &buffer, buffer.count)
        guard count > 0 else { return }
        let bytes = buffer.prefix(count)
        output += bytes
        var answer = emulator.feed(bytes)
        if Self.contains(bytes, "\u{1B}[?2026$p") {
            answer = Array("\u{1B}[?2026;\(knowsSynchronisedOutput ? 2 : 0)$y".utf8)
        }
        if !answer.isEmpty { type(answer) }
    }

    private func readReports() {
        var report = PseudoTerminalReport()
        while read(reports, &report, MemoryLayout<PseudoTerminalReport>.size) > 0 {
            process = report.process
            let code = report.status
            if code == -1 { continue }
            if pseudo_terminal_exit_status(code) >= 0 { status = .exited(pseudo_terminal_exit_status(code)) }
            if pseudo_terminal_killing_signal(code) >= 0 {
                status = .killed(signal: pseudo_terminal_killing_signal(code))
            }
            if pseudo_terminal_stopping_signal(code) >= 0 {
                status = .stopped(signal: pseudo_terminal_stopping_signal(code))
            }
        }
    }

    private static func contains(_ bytes: some Collection<UInt8>, _ text: String) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(text)
    }

    private static func setSize(_ size: Size, of descriptor: Int32) {
        var window = winsize()
        window.ws_col = UInt16(clamping: size.columns)
        window.ws_row = UInt16(clamping: size.rows)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }

    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
