import Canvas
import Testing

@testable import Explorer

/// What stands on the screen before and without an estate.
@Suite struct WaitingTests {
    private func program() throws -> Program {
        let today = try #require(SmallEstate.today)
        return Program(State.Options(name: "estate.json", today: today), size: Size(columns: 80, rows: 24))
    }

    @Test func theFirstFrameNeedsNothing() throws {
        let program = try program()
        #expect(program.frame().text.contains("Opening estate.json"))
        #expect(program.frame().text.contains("Findings"))
    }

    @Test func progressIsCountedAndCanBeStopped() throws {
        var program = try program()
        #expect(program.start() == [.load(generation: 0)])
        let progress = Message.Progress(
            files: 2,
            bytes: 52_428_800,
            totalBytes: 104_857_600,
            resources: 1_234
        )
        program.receive(.progress(progress, generation: 0))
        #expect(program.frame().text.contains("1234 resources, 50.0 MB of 100.0 MB"))
        #expect(program.handle([.key(.escape)]) == [.cancelLoading])
        #expect(program.frame().text.contains("Reading was stopped"))
        program.receive(.progress(progress, generation: 0))
        #expect(program.frame().text.contains("Reading was stopped"))
        #expect(program.handle([.key(.character("r"))]) == [.load(generation: 2)])
    }

    @Test func aFailureSaysWhatWhyAndTheNextKey() throws {
        var program = try program()
        _ = program.start()
        let why = "estate.json:3:1: the file ends inside a string. Export it again."
        program.receive(.failed(Message.Failure(what: "The input is broken", why: why), generation: 0))
        let text = program.frame().text
        #expect(text.contains("The input is broken"))
        #expect(text.contains("ends inside a string"))
        #expect(text.contains("r reads again"))
    }

    @Test func keysBeforeAnythingIsReadDoNoHarm() throws {
        var program = try program()
        let keys = "jkGglh/x".map { InputEvent.key(.character($0)) }
        _ = program.handle(keys + [.key(.enter), .key(.tab), .key(.escape)])
        _ = program.handle([.key(.character("2")), .key(.character("a")), .key(.character("y"))])
        #expect(program.frame().text.contains("Opening estate.json"))
        #expect(program.handle([.key(.character("q"))]) == [.quit])
    }

    @Test func aPartialEstateCanBeUsed() throws {
        var program = try program()
        _ = program.start()
        program.receive(.loaded(try SmallEstate.estate(), isComplete: false, generation: 0))
        #expect(program.frame().text.contains("S1-01"))
        #expect(program.frame().text.contains("reading"))
    }
}
