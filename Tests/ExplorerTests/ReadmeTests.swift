import Explorer
import FoundationEssentials
import Testing

/// The README says what the program does: its key tables are those of the table of actions.
struct ReadmeTests {
    private func readme() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    @Test func keysAreThoseOfTheTableOfActions() throws {
        let readme = try readme()
        let isThere = readme.contains(ActionTable.markdown)
        #expect(isThere, "README.md should hold these tables:\n\(ActionTable.markdown)")
    }

    @Test(arguments: ["swift run -c release bulkhead", "swift test"])
    func eachSetUpIsOneCommand(ending: String) throws {
        let lines = try readme().split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("apt-get ") && $0.hasSuffix("&& " + ending) } == 1)
    }
}
