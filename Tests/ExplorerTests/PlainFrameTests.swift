import Canvas
import Ingest
import Review
import Rules
import Samples
import Testing

@testable import Explorer

/// The explorer on a terminal that has ASCII alone.
@Suite struct PlainFrameTests {
    @Test("Whatever is drawn of the sample has its form in ASCII")
    func nothingBecomesAQuestionMark() async throws {
        var session = try Session(
            columns: 120,
            rows: 40,
            view: .architecture,
            estate: try await Self.sample()
        )
        let keys = [
            "1", "j", "tab tab", "2", "j j j tab", "t t", "3", "j l", "enter", "b", "esc", "5", "p", "=vm-fe",
            "enter", "=internet", "enter", "tab", "B", "4", "A", "j j tab", "6", "a", "esc", ":", "esc", "?",
        ]
        for keys in keys {
            if keys.hasPrefix("=") { session.type(String(keys.dropFirst())) } else { session.press(keys) }
            let frame = session.program.frame()
            let plain = frame.inASCII()
            for (before, after) in zip(frame.cells, plain.cells) where after.character == "?" {
                #expect(before.character == "?", "after \(keys): \(before)")
            }
        }
    }

    private static func sample() async throws -> Estate {
        let sample = try #require(Sample.standard)
        let today = try #require(SmallEstate.today)
        let topology = try Reader.read([.bytes(name: sample.name, sample.bytes)]).topology
        return Estate(
            name: sample.name,
            topology: topology,
            assessment: await Assessment(of: topology),
            today: today
        )
    }
}
