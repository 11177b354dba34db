import Canvas
import Glibc
import TestSupport
import Testing

/// However the program ends, the terminal is as it was.
@Suite(.serialized)
struct GivingBackTests {
    struct Ending: Sendable, CustomTestStringConvertible {
        let name: String
        let status: PseudoTerminal.Status
        let cause: @Sendable (PseudoTerminal) -> Void
        var testDescription: String { name }

        static func exit(
            _ name: String,
            _ code: Int32,
            _ cause: @escaping @Sendable (PseudoTerminal) -> Void
        ) -> Ending {
            Ending(name: name, status: .exited(code), cause: cause)
        }

        static func death(_ name: String, _ signal: Int32) -> Ending {
            Ending(name: name, status: .killed(signal: signal)) { $0.signal(signal) }
        }
    }

    static let endings: [Ending] = [
        .exit("q", 0) { $0.type("q") },
        .exit("Ctrl-C", 130) { $0.type("\u{3}") },
        .exit("INT", 130) { $0.signal(SIGINT) },
        .exit("TERM", 143) { $0.signal(SIGTERM) },
        .exit("HUP", 129) { $0.signal(SIGHUP) },
        .death("QUIT", SIGQUIT), .death("ABRT", SIGABRT), .death("SEGV", SIGSEGV), .death("ILL", SIGILL),
        .death("TRAP", SIGTRAP), .death("BUS", SIGBUS), .death("FPE", SIGFPE), .death("PIPE", SIGPIPE),
        Ending(name: "Ctrl-\\", status: .killed(signal: SIGQUIT)) { $0.type("\u{1C}") },
        .exit("exit without giving back", 7) { $0.type("E") },
        Ending(name: "crash", status: .killed(signal: SIGILL)) { $0.type("C") },
        Ending(name: "stack overflow", status: .killed(signal: SIGSEGV)) { $0.type("X") },
    ]

    @Test("Every way out", arguments: endings)
    func ending(_ ending: Ending) throws {
        let probe = try Probe.start(["--title", "estate"])
        let before = probe.original
        #expect(before.isCooked)
        #expect(probe.differences(from: Probe.frame()) == [])
        #expect(probe.settings != before)
        #expect(probe.emulator.modes.on.isSuperset(of: [1049, 1000, 1002, 1004, 1006, 2004]))
        #expect(probe.emulator.modes.title == "estate")
        ending.cause(probe)
        #expect(probe.waitForEnd() == ending.status)
        #expect(probe.settings == before)
        #expect(probe.emulator.modes.leftOn == [])
    }

    @Test(
        "Every kind of terminal is given back as well",
        arguments: [
            "xterm-256color", "xterm", "linux", "screen", "tmux-256color", "vt100", "rxvt-unicode-256color",
        ]
    )
    func terms(_ term: String) throws {
        for cause in [{ $0.type("q") }, { $0.signal(SIGSEGV) }] as [(PseudoTerminal) -> Void] {
            let probe = try Probe.start(term: term)
            let before = probe.original
            // Not all can hide their cursor.
            probe.wait(until: { probe.emulator.text == Probe.frame().text })
            #expect(probe.emulator.text == Probe.frame().text)
            cause(probe)
            #expect(probe.waitForEnd() != .running)
            #expect(probe.settings == before)
            #expect(probe.emulator.modes.leftOn == [])
        }
    }

    @Test(
        "Ctrl-Z and SIGTSTP stop; CONT brings the screen back at the size it has then",
        arguments: ["key", "signal", "command"],
        [[], ["--masked"]]
    )
    func stopping(by way: String, arguments: [String]) throws {
        let probe = try Probe.start(arguments + ["--title", "estate"])
        let before = probe.original
        #expect(probe.differences(from: Probe.frame()) == [])
        let during = probe.settings
        for size in [Size(columns: 50, rows: 12), Size(columns: 90, rows: 30)] {
            switch way {
            case "key": probe.type("\u{1A}")
            case "signal": probe.signal(SIGTSTP)
            default: probe.type("Z")
            }
            #expect(probe.waitForEnd() == .stopped(signal: SIGTSTP))
            #expect(probe.settings == before)
            #expect(probe.emulator.modes.leftOn == [])
            probe.resize(size)
            probe.resume()
            probe.type("jk")
            let typed = way == "command" ? [InputEvent.key(.character("Z"))] : []
            #expect(probe.differences(from: Probe.frame(typed, size: size)) == [])
            #expect(probe.settings == during)
        }
        probe.type("q")
        #expect(probe.waitForEnd() == .exited(0))
        #expect(probe.settings == before)
    }

    @Test("After SIGSTOP, which cannot be caught, CONT takes the terminal again")
    func harshStop() throws {
        let probe = try Probe.start(["--title", "estate"])
        #expect(probe.differences(from: Probe.frame()) == [])
        let during = probe.settings
        probe.signal(SIGSTOP)
        #expect(probe.waitForEnd() == .stopped(signal: SIGSTOP))
        probe.resume()
        probe.type("j")
        #expect(probe.differences(from: Probe.frame(Probe.keys("j"))) == [])
        #expect(probe.settings == during)
        probe.type("q")
        #expect(probe.waitForEnd() == .exited(0))
        #expect(probe.emulator.modes.leftOn == [])
    }

    @Test("The mouse can be left alone, over a stop as well")
    func mouse() throws {
        let probe = try Probe.start()
        #expect(probe.differences(from: Probe.frame()) == [])
        #expect(probe.emulator.modes.on.contains(1002))
        probe.type("M")
        #expect(probe.differences(from: Probe.frame(Probe.keys("M"))) == [])
        probe.type("\u{1A}")
        #expect(probe.waitForEnd() == .stopped(signal: SIGTSTP))
        probe.resume()
        #expect(probe.differences(from: Probe.frame(Probe.keys("M"))) == [])
        #expect(probe.emulator.modes.on.isDisjoint(with: [1000, 1002, 1006]))
        #expect(probe.emulator.modes.on.contains(2004))
    }

    @Test("A vanished terminal ends the program as a hang-up")
    func vanished() throws {
        let probe = try Probe.start()
        #expect(probe.differences(from: Probe.frame()) == [])
        probe.hangUp()
        #expect(probe.waitForEnd() == .exited(129))
    }

    @Test("A terminal that takes no bytes cannot keep the program alive")
    func stuck() throws {
        let probe = try Probe.start(size: Size(columns: 200, rows: 60))
        #expect(probe.differences(from: Probe.frame(size: Size(columns: 200, rows: 60))) == [])
        #expect(probe.fillOutput(byTyping: "L"))
        // The first is noted and never looked at; the next one is obeyed at once.
        #expect(probe.endsUnread(bySending: SIGTERM))
        #expect(probe.status == .killed(signal: SIGTERM))
    }
}
