import FoundationEssentials
import Review
import Testing

struct ReviewStoreTests {
    /// A folder of its own that goes when the test ends.
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "bulkhead-\(UUID().uuidString)")
            .path
        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func decision(_ number: Int) -> Decision {
        Decision(control: "E1-0\(number)", resource: "/r/\(number)", kind: .accepted, reason: "r\(number)")
    }

    @Test func startsANewFileAndReadsItBack() throws {
        let folder = try Folder()
        let store = ReviewStore(path: folder.path + "/review.toml", estate: "contoso")
        #expect(try store.read().decisions.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: store.path))
        _ = try store.apply(.decide(decision(1)))
        #expect(try store.read().decisions == [decision(1)])
        #expect(try store.read().estate == "contoso")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["review.toml"])
    }

    @Test func twoWritersLoseNothing() async throws {
        let folder = try Folder()
        let store = ReviewStore(path: folder.path + "/review.toml", estate: "contoso")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 { group.addTask { _ = try store.apply(.decide(self.decision(number))) } }
            try await group.waitForAll()
        }
        #expect(Set(try store.read().decisions) == Set((0..<40).map(decision)))
    }

    @Test func whatSomeoneElseAddedMeanwhileIsKept() throws {
        let folder = try Folder()
        let store = ReviewStore(path: folder.path + "/review.toml", estate: "contoso")
        _ = try store.apply(.decide(decision(1)))
        let other =
            try store.read().text + "\n# A note by hand.\n[[decision]]\ncontrol = \"S1-01\"\n"
            + "resource = \"/x\"\ndecision = \"planned\"\nreason = \"soon\"\n"
        try other.write(toFile: store.path, atomically: true, encoding: .utf8)
        let merged = try store.apply(.decide(decision(2)))
        #expect(merged.decisions.map(\.control) == ["E1-01", "S1-01", "E1-02"])
        #expect(merged.text.contains("# A note by hand."))
    }

    @Test func aReadOnlyFileIsNotReplaced() throws {
        let folder = try Folder()
        let store = ReviewStore(path: folder.path + "/review.toml", estate: "contoso")
        _ = try store.apply(.decide(decision(1)))
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: store.path)
        do {
            _ = try store.apply(.decide(decision(2)))
            Issue.record("wrote a read-only file")
        } catch { #expect("\(error)".contains("read-only")) }
        #expect(try store.read().decisions == [decision(1)])
    }

    @Test func aFileOfANewerSchemaIsNotTouched() throws {
        let folder = try Folder()
        let store = ReviewStore(path: folder.path + "/review.toml", estate: "contoso")
        let text = "schema = \"bulkhead.review/9\"\n"
        try text.write(toFile: store.path, atomically: true, encoding: .utf8)
        #expect(throws: ReviewError.self) { try store.apply(.decide(decision(1))) }
        #expect(try String(contentsOfFile: store.path, encoding: .utf8) == text)
    }

    @Test func aMissingFolderIsTold() throws {
        let folder = try Folder()
        let store = ReviewStore(path: folder.path + "/none/review.toml", estate: "contoso")
        #expect(throws: ReviewError.self) { try store.apply(.decide(decision(1))) }
        let own = ReviewStore(
            path: folder.path + "/none/own/review.toml",
            estate: "contoso",
            makesFolder: true
        )
        _ = try own.apply(.decide(decision(1)))
        #expect(try own.read().decisions == [decision(1)])
    }
}
