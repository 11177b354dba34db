import Canvas
import TestSupport
import Testing

@testable import TerminalProbe

/// What a person sees is the frame.
@Suite(.serialized)
struct ScreenTests {
    private static let depths: [(ColorDepth, [String: String])] = [
        (.truecolor, ["COLORTERM": "truecolor"]), (.palette256, [:]), (.mono, ["NO_COLOR": "1"]),
    ]

    @Test(
        "The emulator's screen equals the frame at every size",
        arguments: [
            (80, 24), (40, 10), (20, 5), (1, 1), (2, 1), (1, 3), (200, 60),
        ]
    )
    func sizes(columns: Int, rows: Int) throws {
        let size = Size(columns: columns, rows: rows)
        let probe = try Probe.start(size: size)
        #expect(probe.differences(from: Probe.frame(size: size)) == [])
        probe.type("jjjc")
        #expect(probe.differences(from: Probe.frame(Probe.keys("jjjc"), size: size)) == [])
    }

    @Test(
        "Colours and attributes are the theme's at every depth",
        arguments: [ColorDepth.truecolor, .palette256, .mono]
    )
    func looks(_ depth: ColorDepth) throws {
        let probe = try Probe.start(["--depth", depth.rawValue])
        probe.type("jj")
        let theme = ResolvedTheme(.probe, depth: depth)
        #expect(probe.differences(from: Probe.frame(Probe.keys("jj")), theme: theme) == [])
    }

    @Test("Another theme shows at once", arguments: ["truecolor", "palette256", "ansi16"])
    func otherTheme(depth: String) throws {
        let probe = try Probe.start(["--depth", depth])
        let depth = try #require(ColorDepth(rawValue: depth))
        #expect(probe.differences(from: Probe.frame(), theme: ResolvedTheme(.probe, depth: depth)) == [])
        probe.type("T")
        let theme = ResolvedTheme(.probe(shiftedBy: 3), depth: depth)
        #expect(probe.differences(from: Probe.frame(Probe.keys("T")), theme: theme) == [])
    }

    @Test("Sixteen colours are the user's own, on terminals of 256 and of 8")
    func sixteen() throws {
        let theme = ResolvedTheme(.probe, depth: .ansi16)
        let many = try Probe.start(["--depth", "ansi16"])
        #expect(many.differences(from: Probe.frame(), theme: theme) == [])
        let few = try Probe.start(term: "linux")
        #expect(few.differences(from: Probe.frame()) == [])
    }

    @Test("The depth follows the environment")
    func depths() throws {
        for (depth, environment) in Self.depths {
            let probe = try Probe.start(environment: environment)
            #expect(probe.differences(from: Probe.frame(), theme: ResolvedTheme(.probe, depth: depth)) == [])
        }
        // A COLORTERM inherited from the terminal around screen says nothing about screen.
        let screen = try Probe.start(term: "screen-256color", environment: ["COLORTERM": "truecolor"])
        #expect(
            screen.differences(from: Probe.frame(), theme: ResolvedTheme(.probe, depth: .palette256)) == []
        )
    }

    @Test("NO_COLOR leaves not one colour sequence")
    func noColor() throws {
        let probe = try Probe.start(environment: ["NO_COLOR": "1", "COLORTERM": "truecolor"])
        #expect(probe.differences(from: Probe.frame()) == [])
        probe.type("jjnq")
        #expect(probe.waitForEnd() == .exited(0))
        #expect(probe.emulator.modes.colors == 0)
        #expect(!String(decoding: probe.output, as: UTF8.self).contains("\u{1B}[39"))
    }

    @Test("Hostile, wide and combining names never shift a row")
    func names() throws {
        let probe = try Probe.start(environment: ["COLORTERM": "truecolor"])
        var typed = "n"
        probe.type(typed)
        #expect(probe.differences(from: Probe.frame(Probe.keys(typed))) == [])
        // Rows with such names are selected, left, scrolled and hidden again.
        for step in ["jjjjj", "jjjjjjjjjjjjjjjjjjjjjjjjj", "k", "kkk", "n", "n"] {
            typed += step
            probe.type(step)
            #expect(probe.differences(from: Probe.frame(Probe.keys(typed))) == [])
        }
        #expect(!probe.output.contains(0x07))
        let text = String(decoding: probe.output, as: UTF8.self)
        #expect(!text.contains("\u{202E}"))
        #expect(!text.contains("\u{1B}[31mred"))
    }

    @Test("A terminal that gives an emoji one column shifts nothing")
    func disagreement() throws {
        let probe = try Probe.start()
        #expect(probe.differences(from: Probe.frame()) == [])
        probe.emulator.narrowsEmoji = true
        var typed = ""
        for step in ["n", "c", "jjjj", "jj", "jjjjjjjjjjjjjjjjjjjjjjj", "kkkkk", "c", "k"] {
            typed += step
            probe.type(step)
            var frame = Probe.frame(Probe.keys(typed))
            for row in 0..<frame.size.rows {
                for column in 0..<frame.size.columns - 1 where frame[column + 1, row].character == nil {
                    let isEmoji = frame[column, row].character?.utf8.first == 0xF0
                    guard isEmoji else { continue }
                    let style = frame[column, row].style
                    frame[column, row] = Cell("w", style)
                    frame[column + 1, row] = Cell(" ", style)
                }
            }
            #expect(probe.differences(from: frame) == [])
        }
    }

    @Test(
        "With --ascii, and in a locale without UTF-8, nothing else is written",
        arguments: [
            (["--ascii"], "C.UTF-8"), ([], "C"), ([], "POSIX"),
        ]
    )
    func ascii(arguments: [String], locale: String) throws {
        let probe = try Probe.start(arguments, environment: ["LC_ALL": locale])
        probe.type("n")
        // What the ASCII form of a frame is, the tests of Canvas say.
        let frame = Probe.frame(Probe.keys("n")).inASCII()
        #expect(probe.differences(from: frame) == [])
        #expect(probe.output.allSatisfy { $0 < 0x80 })
    }

    @Test("A locale that is not installed still counts for its encoding")
    func missingLocale() throws {
        let probe = try Probe.start(environment: ["LC_ALL": "xx_YY.UTF-8"])
        #expect(probe.differences(from: Probe.frame()) == [])
    }

    @Test("After any number of resizes the screen is that of a fresh start", arguments: [1, 2] as [UInt64])
    func resizeStorm(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let probe = try Probe.start()
        for _ in 0..<500 {
            let size = Size(
                columns: Int.random(in: 1...120, using: &random),
                rows: Int.random(in: 1...50, using: &random)
            )
            probe.resize(size)
            if Int.random(in: 0..<4, using: &random) == 0 { probe.type("j") }
            probe.waitUntilQuiet(0)
        }
        probe.resize(Size(columns: 61, rows: 17))
        probe.type(String(repeating: "k", count: 500))
        #expect(probe.differences(from: Probe.frame(size: Size(columns: 61, rows: 17))) == [])
        #expect(probe.status == .running)
    }

    @Test("A terminal that reads nothing for long gets the last screen in the end")
    func slowReader() throws {
        let probe = try Probe.start(size: Size(columns: 200, rows: 60))
        let size = Size(columns: 200, rows: 60)
        #expect(probe.differences(from: Probe.frame(size: size)) == [])
        #expect(probe.fillOutput(byTyping: "L"))
        probe.type("jj")
        #expect(probe.differences(from: Probe.frame(Probe.keys("Ljj"), size: size)) == [])
    }

    @Test("Frames are drawn at once where the terminal says it can")
    func synchronisedOutput() throws {
        let probe = try Probe.start()
        #expect(probe.differences(from: Probe.frame()) == [])
        #expect(!String(decoding: probe.output, as: UTF8.self).contains("\u{1B}[?2026h"))
        let able = try Probe.start(knowsSynchronisedOutput: true)
        able.type("j")
        #expect(able.differences(from: Probe.frame(Probe.keys("j"))) == [])
        able.waitUntilQuiet()
        let mark = able.output.count
        able.type("j")
        #expect(able.differences(from: Probe.frame(Probe.keys("jj"))) == [])
        able.waitUntilQuiet()
        let frame = String(decoding: able.output[mark...], as: UTF8.self)
        #expect(frame.hasPrefix("\u{1B}[?2026h"))
        #expect(frame.hasSuffix("\u{1B}[?2026l"))
    }
}
