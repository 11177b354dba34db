import Canvas
import Glibc
import TestSupport
import Testing

/// The promises of the terminal, kept by the program itself: it runs its loop elsewhere than the probe does.
@Suite(.serialized)
struct ExplorerOnTerminalTests {
    private func open(
        _ arguments: [String] = [],
        term: String? = "xterm-256color",
        environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            Probe.built("bulkhead"),
            ["explore", "--sample", "drifted"] + arguments,
            environment: PseudoTerminal.environment(term: term, environment)
        )
    }

    /// Waits for the tab bar.
    private func shows(_ program: PseudoTerminal) -> Bool {
        program.wait(until: { program.emulator.text(row: 0).contains("Findings") }, seconds: 30)
    }

    @Test(
        "Every way out gives the terminal back",
        arguments: [
            (SIGINT, .exited(130)), (SIGTERM, .exited(143)), (SIGHUP, .exited(129)),
            (SIGQUIT, .killed(signal: SIGQUIT)), (SIGSEGV, .killed(signal: SIGSEGV)),
        ] as [(Int32, PseudoTerminal.Status)]
    )
    func endings(signal: Int32, status: PseudoTerminal.Status) throws {
        let program = try open()
        let before = program.original
        #expect(shows(program))
        program.signal(signal)
        #expect(program.waitForEnd() == status)
        #expect(program.settings == before)
        #expect(program.emulator.modes.leftOn == [])
    }

    @Test("Ctrl-Z stops it, and it comes back at the size it then has")
    func stopping() throws {
        let program = try open()
        let before = program.original
        #expect(shows(program))
        program.type("\u{1A}")
        #expect(program.waitForEnd() == .stopped(signal: SIGTSTP))
        #expect(program.settings == before)
        #expect(program.emulator.modes.leftOn == [])
        program.resize(Size(columns: 100, rows: 30))
        program.resume()
        #expect(shows(program))
        #expect(program.wait(until: { !program.emulator.text(row: 29).isEmpty }))
        program.type("\u{3}")
        #expect(program.waitForEnd() == .exited(130))
        #expect(program.settings == before)
    }

    @Test("NO_COLOR and --color never leave no colour; --color always outweighs NO_COLOR")
    func colors() throws {
        let cases: [([String], [String: String], Bool)] = [
            ([], [:], true), ([], ["NO_COLOR": "1"], false), (["--color", "never"], [:], false),
            (["--color", "always"], ["NO_COLOR": "1"], true),
        ]
        for (arguments, environment, colored) in cases {
            let program = try open(arguments, environment: environment)
            #expect(shows(program))
            #expect((program.emulator.modes.colors > 0) == colored, "\(arguments) \(environment)")
        }
    }

    @Test("Without Unicode lines, marks and ellipses have their form in ASCII", arguments: [true, false])
    func ascii(byFlag: Bool) throws {
        let program = try open(byFlag ? ["--ascii"] : [], environment: byFlag ? [:] : ["LC_ALL": "C"])
        #expect(shows(program))
        #expect(program.wait(until: { program.emulator.text(row: 1).hasPrefix("+- Architecture --") }))
        program.type("4")
        #expect(program.wait(until: { program.emulator.text(row: 3).contains("! crit") }))
        // The one question mark is the key of the help.
        let rows = (0..<24).map { program.emulator.text(row: $0) }
        #expect(rows.joined().count { $0 == "?" } == 1, "\(rows.joined(separator: "\n"))")
        #expect(program.output.allSatisfy { $0 < 0x80 })
    }

    @Test("Without a screen it is refused in one line", arguments: [nil, "dumb", "nonsense"] as [String?])
    func refused(term: String?) throws {
        let program = try open(term: term)
        #expect(program.waitForEnd(seconds: 30) == .exited(64))
        #expect(!program.output.contains(0x1B))
        #expect(String(decoding: program.output, as: UTF8.self).hasPrefix("bulkhead: "))
    }
}
