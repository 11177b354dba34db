import Canvas
import TestSupport
import Testing

@testable import Terminal

/// What bytes mean.
struct InputDecoderTests {
    private func events(_ text: String, at time: Int = 0) -> [InputEvent] {
        var decoder = InputDecoder()
        let tokens = decoder.feed(Array(text.utf8), at: time) + decoder.expire(at: time + 10_000)
        return tokens.compactMap { if case .event(let event) = $0 { event } else { nil } }
    }

    @Test(
        "A key means what its name says, over the families of terminals",
        arguments: [
            ("a", .character("a")), ("Z", .character("Z")), (" ", .character(" ")), ("é", .character("é")),
            ("日", .character("日")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
            ("\u{8}", .backspace), ("\u{4}", .control("d")), ("\u{0}", .control(" ")),
            ("\u{1F}", .control("_")),
            ("\u{1B}", .escape), ("\u{1B}x", .alt("x")), ("\u{1B}é", .alt("é")), ("\u{1B}[", .alt("[")),
            ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;5A", .up), ("\u{1B}[B", .down),
            ("\u{1B}OD", .left),
            ("\u{1B}[C", .right), ("\u{1B}[Z", .backTab), ("\u{1B}[H", .home), ("\u{1B}[1~", .home),
            ("\u{1B}[7~", .home), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp),
            ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
            ("\u{1B}OP", .function(1)),
            ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[15~", .function(5)),
            ("\u{1B}[17~", .function(6)), ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)),
            ("\u{1B}OM", .enter), ("\u{1B}Oj", .character("*")), ("\u{1B}Oy", .character("9")),
            ("\u{1B}[27u", .escape), ("\u{1B}[100;5u", .control("d")), ("\u{1B}[27;5;100~", .control("d")),
            ("\u{1B}[9;2u", .backTab), ("\u{1B}\u{7F}", .control("w")),
        ] as [(String, Key)]
    )
    func key(_ bytes: String, _ key: Key) {
        #expect(events(bytes) == [.key(key)])
    }

    @Test(
        "What has no meaning to us leaves nothing behind",
        arguments: [
            "\u{1B}[?62;22c", "\u{1B}[>41;370;0c", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}]11;x\u{7}",
            "\u{1B}P>|xterm(370)\u{1B}\\", "\u{1B}[?0u", "\u{1B}[999~", "\u{1B}[5;1R".dropLast() + "q",
            "\u{1B}[" + String(repeating: "1;", count: 5000) + "A",
        ]
    )
    func noise(_ bytes: String) {
        #expect(events(bytes + "j") == [.key(.character("j"))])
    }

    @Test("A sequence may come in any pieces")
    func pieces() {
        var decoder = InputDecoder()
        var tokens: [InputDecoder.Token] = []
        for (index, byte) in "\u{1B}[5~é\u{1B}OB".utf8.enumerated() {
            tokens += decoder.feed([byte], at: index) + decoder.expire(at: index)
        }
        #expect(tokens == [.event(.key(.pageUp)), .event(.key(.character("é"))), .event(.key(.down))])
    }

    @Test("Escape alone waits no longer than its delay")
    func escape() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B], at: 100).isEmpty)
        #expect(decoder.deadline == 100 + InputDecoder.escapeDelay)
        #expect(decoder.expire(at: 100 + InputDecoder.escapeDelay - 1).isEmpty)
        #expect(decoder.expire(at: 100 + InputDecoder.escapeDelay) == [.event(.key(.escape))])
        #expect(decoder.deadline == nil)
    }

    @Test("A paste is one text, without what could steer anything")
    func paste() {
        #expect(
            events("\u{1B}[200~a\r\nb\u{1B}[31mc\u{202E}d\tq\u{1B}[201~j") == [
                .paste("a\nb[31mcd\tq"), .key(.character("j")),
            ]
        )
        #expect(events("\u{1B}[200~never ended") == [.paste("never ended")])
    }

    @Test("The mouse presses, presses twice, drags, releases and turns its wheel")
    func mouse() {
        let point = Point(column: 4, row: 9)
        let expected: [Mouse] = [
            Mouse(.press, button: 1, at: point), Mouse(.release, button: 1, at: point),
            Mouse(.doublePress, button: 1, at: point), Mouse(.release, button: 1, at: point),
            Mouse(.press, button: 1, at: point), Mouse(.drag, button: 1, at: point),
            Mouse(.press, button: 3, at: point), Mouse(.wheelUp, button: 0, at: point),
            Mouse(.wheelDown, button: 0, at: point),
        ]
        let at = ";5;10"
        let codes = [
            "0\(at)M", "0\(at)m", "0\(at)M", "0\(at)m", "0\(at)M", "32\(at)M", "2\(at)M", "64\(at)M",
            "65\(at)M",
        ]
        #expect(events(codes.map { "\u{1B}[<\($0)" }.joined()) == expected.map { .mouse($0) })
        // The form from before: a button and a place as three bytes.
        #expect(events("\u{1B}[M %*") == [.mouse(Mouse(.press, button: 1, at: point))])
    }

    @Test("Two presses far apart are two presses")
    func slowPresses() {
        var decoder = InputDecoder()
        let press = Array("\u{1B}[<0;1;1M".utf8)
        let first = decoder.feed(press, at: 0)
        #expect(decoder.feed(press, at: ClickCounter.interval + 1) == first)
    }

    @Test("Focus and the answer about synchronised output are told")
    func reports() {
        var decoder = InputDecoder()
        let tokens = decoder.feed(Array("\u{1B}[I\u{1B}[O\u{1B}[?2026;2$y\u{1B}[?2026;0$y".utf8), at: 0)
        #expect(
            tokens == [
                .event(.focus(true)), .event(.focus(false)), .synchronisedOutput(true),
                .synchronisedOutput(false),
            ]
        )
    }

    @Test("Any bytes are taken, and a key after them still counts", arguments: [1, 2, 3, 4] as [UInt64])
    func anything(seed: UInt64) {
        var random = SplitMix(state: seed)
        var decoder = InputDecoder()
        // Bytes that begin and end sequences come often.
        let favourites: [UInt8] = Array("\u{1B}[]OPM<;?~0129mu$".utf8) + [0x00, 0x7F, 0x80, 0xC3, 0xF0, 0xFF]
        for time in 0..<1000 {
            let bytes = (0..<100).map { _ -> UInt8 in
                random.next() % 2 == 0
                    ? favourites[Int(random.next() % UInt64(favourites.count))] : UInt8(random.next() & 0xFF)
            }
            for token in decoder.feed(bytes, at: time) {
                guard case .event(.mouse(let mouse)) = token else { continue }
                #expect(mouse.point.column >= 0 && mouse.point.row >= 0)
            }
            #expect(decoder.pending.count <= InputDecoder.sequenceLimit)
        }
        _ = decoder.expire(at: 10_000)
        #expect(decoder.feed([0x6A], at: 10_001) == [.event(.key(.character("j")))])
    }

    @Test(
        "What is sent for an event is understood as that event",
        arguments: [
            .key(.character("x")), .key(.control("d")), .key(.alt("x")), .key(.enter), .key(.tab),
            .key(.backTab),
            .key(.backspace), .key(.delete), .key(.up), .key(.pageDown), .key(.home), .key(.end),
            .key(.function(1)), .key(.function(7)), .key(.function(12)), .paste("two\nlines"), .focus(false),
            .mouse(Mouse(.drag, button: 2, at: Point(column: 200, row: 100))),
        ] as [InputEvent]
    )
    func roundTrip(_ event: InputEvent) {
        #expect(events(String(decoding: event.bytes, as: UTF8.self)) == [event])
    }
}
