import Canvas
import Glibc
import TestSupport
import Testing

@testable import TerminalProbe

/// What is typed arrives, soon, and costs little.
@Suite(.serialized)
struct InputTests {
    @Test("Escape alone acts within 30 ms")
    func escape() throws {
        let probe = try Probe.start()
        #expect(probe.differences(from: Probe.frame()) == [])
        var typed: [InputEvent] = []
        var times: [Double] = []
        for _ in 0..<9 {
            for event in [InputEvent.key(.tab), .key(.escape)] {
                typed.append(event)
                probe.waitUntilQuiet(30)
                let time = probe.secondsUntilOutput { probe.type(event.bytes) }
                #expect(probe.differences(from: Probe.frame(typed)) == [])
                if event == .key(.escape) { times.append(time) }
            }
        }
        // The best of some, so that a busy machine does not count against the program.
        #expect((times.min() ?? 1) <= 0.030, "\(times)")
    }

    @Test("What is typed ahead is drawn once")
    func typedAhead() throws {
        let probe = try Probe.start()
        #expect(probe.differences(from: Probe.frame()) == [])
        probe.waitUntilQuiet()
        let mark = probe.output.count
        probe.type(String(repeating: "j", count: 500))
        #expect(probe.differences(from: Probe.frame(Probe.keys(String(repeating: "j", count: 500)))) == [])
        #expect(probe.output.count - mark <= 8192)
    }

    @Test("Moving a row costs few bytes", arguments: ["truecolor", "palette256", "ansi16", "mono"])
    func bytes(depth: String) throws {
        let probe = try Probe.start(["--depth", depth])
        #expect(probe.differences(from: Probe.frame()) == [])
        var typed: [InputEvent] = []
        for _ in 0..<10 {
            probe.waitUntilQuiet(30)
            let mark = probe.output.count
            probe.type("j")
            typed += Probe.keys("j")
            #expect(probe.differences(from: Probe.frame(typed)) == [])
            probe.waitUntilQuiet(30)
            #expect(probe.output.count - mark <= 250)
        }
    }

    @Test("Waiting costs no byte and no wake-up")
    func idle() throws {
        let probe = try Probe.start()
        #expect(probe.differences(from: Probe.frame()) == [])
        probe.waitUntilQuiet(300)
        let before = probe.wakeUps
        let mark = probe.output.count
        probe.waitUntilQuiet(2000)
        #expect(before != nil)
        #expect(probe.wakeUps == before)
        #expect(probe.output.count == mark)
    }

    @Test("Keys, pastes, mouse and focus arrive as what they are")
    func events() throws {
        let probe = try Probe.start()
        let point = Point(column: 3, row: 5)
        var typed: [InputEvent] = []
        let events: [InputEvent] = [
            .key(.function(5)), .key(.control("d")), .key(.alt("x")), .key(.pageDown), .paste("some text"),
            .mouse(Mouse(.press, at: point)), .mouse(Mouse(.release, at: point)), .focus(true),
            .mouse(Mouse(.wheelDown, button: 0, at: point)), .key(.escape),
        ]
        for event in events {
            typed.append(event)
            probe.type(event.bytes)
            #expect(probe.differences(from: Probe.frame(typed)) == [])
        }
    }

    @Test("Random bytes neither end the program nor keep it from quitting", arguments: [7, 8] as [UInt64])
    func randomKeys(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let probe = try Probe.start(["--inert"])
        #expect(probe.differences(from: Probe.frame()) == [])
        // Not the keys that end or stop it: Ctrl-C, Ctrl-Z, Ctrl-\\ and q.
        let barred: Set<UInt8> = [0x03, 0x1A, 0x1C, 0x71]
        for _ in 0..<100 {
            probe.type((0..<1000).map { _ in UInt8(random.next() & 0xFF) }.filter { !barred.contains($0) })
            probe.waitUntilQuiet(0)
        }
        // What has begun times out; then everything is as ever.
        probe.waitUntilQuiet(1200)
        probe.type("\u{1B}")
        probe.waitUntilQuiet(300)
        probe.type("q")
        #expect(probe.waitForEnd() == .exited(0))
        #expect(probe.emulator.modes.leftOn == [])
    }

    @Test("A copy reaches the terminal as Base64, without what could reorder it")
    func copy() throws {
        let probe = try Probe.start()
        probe.type("y")
        #expect(probe.wait(until: { probe.emulator.modes.clipboard != nil }))
        #expect(probe.emulator.modes.clipboard == "Y29waWVkIHRleHQ=")
    }

    @Test("What another thread posts ends the wait and arrives")
    func mailbox() throws {
        let probe = try Probe.start()
        let events: [InputEvent] = [.key(.character("B")), .paste("from elsewhere")]
        probe.type("B")
        #expect(probe.differences(from: Probe.frame(events)) == [])
    }

    @Test("A scenario plays the same without a terminal and on one")
    func scenario() throws {
        func moves(_ stage: inout some Stage) {
            stage.press("j j Down")
            stage.expect(text: "row 3")
            stage.expect(selected: "3 │ item")
            stage.resize(40, 10)
            stage.press("k Esc F2")
            stage.expect(selected: "2 │ item")
            stage.expect(text: "function(2)")
            stage.expect(noText: "22 │ item")
        }
        var headless = HeadlessStage(ProbeModel(size: Probe.medium)) {
            $0.update($1)
        } render: { model, _ in
            model.frame()
        }
        moves(&headless)
        var onTerminal = TerminalStage(try Probe.start(), theme: ResolvedTheme(.probe, depth: .palette256))
        moves(&onTerminal)
    }
}
