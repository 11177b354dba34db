import Foundation
import Testing

/// Each bad input has one clear message that says what to do, and the exit status of the contract.
struct BadInputTests {
    private static let good =
        #"[{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v","type":"microsoft.network/virtualnetworks","properties":{}}]"#

    @Test(arguments: [
        ("empty.json", "", Int32(66)), ("text.json", "hello there", 65), ("cut.json", #"[{"id":"/subsc"#, 65),
        ("other.json", #"{"hello": "world"}"#, 66), ("number.json", "12", 66),
        ("deep.json", String(repeating: "[", count: 1_000_000), 65),
    ])
    func oneBadFile(name: String, text: String, status: Int32) throws {
        let folder = try Folder([name: text])
        let check = try Program.run("check", "\(folder.path)/\(name)")
        #expect(check.status == status)
        #expect(check.output.isEmpty)
        #expect(check.errors.contains(name))
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
