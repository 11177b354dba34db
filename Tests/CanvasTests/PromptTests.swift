import Testing

@testable import Canvas

@Suite struct PromptTests {
    private func typed(_ keys: [Key], into text: String = "") -> Prompt {
        var prompt = Prompt(text)
        for key in keys { _ = prompt.take(key) }
        return prompt
    }

    @Test func editing() {
        #expect(typed([.left, .left, .character("x")], into: "abcd").text == "abxcd")
        #expect(typed([.backspace], into: "ab日").text == "ab")
        #expect(typed([.home, .delete], into: "日ab").text == "ab")
        #expect(typed([.control("w")], into: "sev:high vnet-hub").text == "sev:high vnet-")
        #expect(typed([.control("u")], into: "abc").text == "")
        #expect(typed([.home, .right, .control("k")], into: "abc").text == "a")
        #expect(typed([.alt("b"), .alt("b"), .character("!")], into: "one two").text == "!one two")
        #expect(typed([.home, .backspace, .left, .end, .delete, .right], into: "a").text == "a")
    }

    @Test func graphemesAreNeverCut() {
        let prompt = typed([.backspace], into: "e\u{301}")
        #expect(prompt.isEmpty)
        var marked = Prompt("e")
        marked.insert("\u{301}")
        // A mark that comes alone has no base to stand on: it is shown, not joined.
        #expect(marked.text == "e·")
        #expect(marked.cursor == 2)
    }

    @Test func pastedTextIsMadeSafeAndBounded() {
        var prompt = Prompt()
        prompt.insert("a\nb\u{1B}[0m" + String(repeating: "x", count: 100_000))
        #expect(prompt.text.hasPrefix("a·b·[0m"))
        #expect(prompt.text.count == 4096)
    }

    @Test func keysThatDoNotEditAreLeft() {
        var prompt = Prompt("a")
        for key in [Key.enter, .escape, .up, .function(1)] {
            let isTaken = prompt.take(key)
            #expect(!isTaken)
        }
        #expect(prompt.text == "a")
    }

    @Test func longTextScrollsWithTheCursor() {
        var frame = Frame(size: Size(columns: 10, rows: 1))
        var prompt = Prompt("abcdefghijkl")
        prompt.draw(label: "/ ", in: frame.bounds, of: &frame)
        #expect(frame.text == "/ fghijkl")
        #expect(frame.cursor == Point(column: 9, row: 0))
        prompt.moveToStart()
        prompt.draw(label: "/ ", in: frame.bounds, of: &frame)
        #expect(frame.text == "/ abcdefgh")
        #expect(frame.cursor == Point(column: 2, row: 0))
    }
}
