import Canvas
import Glibc
import TestSupport
import Testing

/// What happens where there is no screen, and where standard input is data.
@Suite(.serialized)
struct OpeningTests {
    @Test(
        "A terminal without a screen is refused in one line, without an escape",
        arguments: [
            nil, "", "dumb", "nonsense", "no\u{1B}[31mpe", "../../etc/passwd", "hardcopy",
        ] as [String?]
    )
    func refusedTerm(_ term: String?) throws {
        let probe = try Probe.start(term: term)
        let before = probe.original
        #expect(probe.waitForEnd() == .exited(64))
        let text = String(decoding: probe.output, as: UTF8.self)
        #expect(!probe.output.contains(0x1B))
        #expect(text.hasPrefix("probe: "))
        #expect(text.split(separator: "\r\n").count == 1)
        #expect(probe.settings == before)
    }

    @Test("Output into a file is refused, and the file stays empty")
    func output() throws {
        let file = open("/dev/null", O_RDWR)
        defer { close(file) }
        let probe = try PseudoTerminal(Probe.path, output: file)
        #expect(probe.waitForEnd() == .exited(64))
        #expect(probe.emulator.text(row: 0).contains("standard output"))
    }

    @Test("Data on standard input leaves the keyboard on the terminal")
    func data() throws {
        let file = open("/dev/null", O_RDWR)
        defer { close(file) }
        let refused = try PseudoTerminal(Probe.path, input: file)
        #expect(refused.waitForEnd() == .exited(64))
        #expect(refused.emulator.text(row: 0).contains("standard input"))
        let probe = try PseudoTerminal(Probe.path, ["--stdin"], input: file)
        let before = probe.original
        probe.type("jj")
        #expect(probe.differences(from: Probe.frame(Probe.keys("jj"))) == [])
        probe.type("q")
        #expect(probe.waitForEnd() == .exited(0))
        #expect(probe.settings == before)
    }

    @Test("A title cannot carry more than its text")
    func title() throws {
        let probe = try Probe.start([
            "--title", "a\u{1B}]0;b\u{7}c\u{202E}d\u{9C}e" + String(repeating: "x", count: 500),
        ])
        #expect(probe.differences(from: Probe.frame()) == [])
        #expect(probe.emulator.modes.title.hasPrefix("a]0;bcdex"))
        #expect(probe.emulator.modes.title.count == 80 - 4)
    }
}
