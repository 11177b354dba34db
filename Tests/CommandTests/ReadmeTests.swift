import Foundation
import Testing

/// What the README shows of controls of one's own, and of outputs, is so.
struct ReadmeTests {
    private static func readme() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    @Test func theControlsOfTheReadmeGiveWhatTheirExamplesSay() throws {
        let chapter = try #require(try Self.readme().components(separatedBy: "## Your own controls\n").last)
        let start = try #require(chapter.range(of: "```toml\n"))
        let end = try #require(chapter.range(of: "\n```\n", range: start.upperBound..<chapter.endIndex))
        let folder = try Folder(["team.toml": String(chapter[start.upperBound..<end.lowerBound]) + "\n"])
        let test = try Program.run("controls", "test", folder.path)
        #expect(test.status == 0, "\(test.errors)\(test.text)")
        #expect(test.text.hasSuffix("3 controls, 7 examples, all as they should be\n"))
        #expect(!test.text.contains("note"))
        let check = try Program.run(
            "check",
            "--sample",
            "sparse",
            "--rules",
            folder.path,
            "--control",
            "TEAM-02",
            "--fail-on",
            "never"
        )
        #expect(check.text.contains("FAIL medium"))
        #expect(
            check.text.contains(#"takes ["10.20.0.0/16", "fd20:20::/48"], which the plan does not give it"#),
            "\(check.text)"
        )
    }

    @Test func everyFormatAndOperatorIsThere() throws {
        let readme = try Self.readme()
        for format in GoldenTests.formats { #expect(readme.contains("\n| `\(format)` |")) }
        let help = try Program.run("check", "--help").text
        for format in GoldenTests.formats { #expect(help.contains(format)) }
        for option in ["--baseline", "--filter", "--severity", "--rules", "--all", "--step", "--control"] {
            #expect(help.contains(option) && readme.contains(option), "\(option)")
        }
        let folder = try Folder([
            "a.toml": "[[control]]\ncondition = { path = \"a\" }"
        ])
        let told = try Program.run("controls", "test", folder.path).errors
        let list = try #require(told.firstMatch(of: #/needs one of (.*)\./#)?.output.1)
        let operators = list.split(separator: ", ")
        #expect(operators.count == 10)
        for name in operators { #expect(readme.contains("`\(name)`"), "\(name)") }
    }
}
