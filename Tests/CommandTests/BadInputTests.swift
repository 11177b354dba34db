import Foundation
import Testing

/// Each bad input has one clear message that says what to do, and the exit status of the contract.
struct BadInputTests {
    private static let good =
        #"[{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v","type":"microsoft.network/virtualnetworks","properties":{}}]"#

    /// A file that cannot be used, and the status it must give.
    struct BadFile: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let status: Int32
        var testDescription: String { name }
    }

    @Test(arguments: [
        BadFile(name: "empty.json", text: "", status: 66),
        BadFile(name: "text.json", text: "hello there", status: 65),
        BadFile(name: "cut.json", text: #"[{"id":"/subsc"#, status: 65),
        BadFile(name: "other.json", text: #"{"hello": "world"}"#, status: 66),
        BadFile(name: "number.json", text: "12", status: 66),
        BadFile(name: "deep.json", text: String(repeating: "[", count: 1_000_000), status: 65),
    ])
    func oneBadFile(file: BadFile) throws {
        let folder = try Folder([file.name: file.text])
        let check = try Program.run("check", "\(folder.path)/\(file.name)")
        #expect(check.status == file.status)
        #expect(check.output.isEmpty)
        #expect(check.errors.contains(file.name))
        #expect(check.errors.utf8.count < 4_000)
    }

    @Test func theRestOfTheInputIsStillUsed() throws {
        let folder = try Folder(["good.json": Self.good, "bad.json": #"[{"id": "#])
        let check = try Program.run("check", folder.path, "--format", "json", "--fail-on", "never")
        #expect(check.status == 0)
        #expect(check.errors.contains("bad.json:1:"))
        #expect((try check.json()["estate"] as? [String: Any])?["resources"] as? Int == 1)
    }

    @Test func whatIsNotThereIsTold() throws {
        let check = try Program.run("check", "no-such-file.json")
        #expect(check.status == 66)
        #expect(check.errors.contains("no-such-file.json"))
    }

    @Test func aFolderThatHoldsItselfEnds() throws {
        let folder = try Folder(["good.json": Self.good])
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/loop",
            withDestinationPath: folder.path
        )
        let check = try Program.run("check", folder.path, "--format", "json", "--fail-on", "never")
        #expect(check.status == 0)
        #expect((try check.json()["estate"] as? [String: Any])?["resources"] as? Int == 1)
    }

    @Test func standardInputIsRead() throws {
        let check = try Program.run(
            "check",
            "-",
            "--format",
            "json",
            "--fail-on",
            "never",
            input: Data(Self.good.utf8)
        )
        #expect(check.status == 0)
        #expect((try check.json()["estate"] as? [String: Any])?["resources"] as? Int == 1)
    }

    @Test(arguments: [
        ["check", "--no-such-option"], ["check"], ["check", "--sample", "nowhere"],
        ["check", "--sample", "drifted", "x.json"],
        ["check", "--sample", "drifted", "--step", "6"],
        ["check", "--sample", "drifted", "--control", "E9-99"],
        ["controls", "E9-99"], ["check", "--sample", "drifted", "--format", "yaml"],
    ])
    func usage(arguments: [String]) throws {
        let command = try Program.run(arguments)
        #expect(command.status == 64)
        #expect(command.output.isEmpty)
        #expect(!command.errors.isEmpty)
    }

    @Test(arguments: ["/dev/full", "/no/such/folder/report.txt"])
    func whatCannotBeWrittenIsTold(file: String) throws {
        let command = try Program.run("controls", "-o", file)
        #expect(command.status == 74)
        #expect(command.errors.contains(file))
    }

    @Test func theExplorerNeedsATerminal() throws {
        let explore = try Program.run("--sample", "drifted")
        #expect(explore.status == 64)
        #expect(explore.output.isEmpty)
        #expect(explore.errors.split(separator: "\n").count == 1)
        #expect(!explore.errors.contains("\u{1B}"))
    }

    @Test(arguments: [
        ("schema = \"bulkhead.review/2\"\n", "review.toml"), ("[[decision", "review.toml:1:"),
    ])
    func aReviewThatCannotBeReadIsLeftAlone(text: String, named: String) throws {
        let folder = try Folder(["estate.json": Self.good, "review.toml": text])
        let check = try Program.run("check", "\(folder.path)/estate.json")
        #expect(check.status == 65)
        #expect(check.errors.contains(named))
        #expect(try String(contentsOfFile: "\(folder.path)/review.toml", encoding: .utf8) == text)
    }
}
