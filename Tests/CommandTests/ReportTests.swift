import Foundation
import Testing

/// What `check` says in text, and the forms of the documents for programs.
struct ReportTests {
    @Test(arguments: ["reference", "drifted", "sparse"], [[], ["--all"]])
    func everyLineCanBeRead(sample: String, more: [String]) throws {
        let check = try Program.run(["check", "--sample", sample, "--fail-on", "never"] + more)
        #expect(check.status == 0)
        let lines = check.text.split(separator: "\n")
        #expect(lines.count > 5)
        for line in lines {
            #expect(line.count <= 400, "\(line)")
            #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(line)")
            #expect(!line.contains("·"), "\(line)")
        }
        // A control stands apart from the mark before it.
        #expect(check.text.firstMatch(of: #/[a-z](E[1-5]|S[0-3]|V[1-3]|[DWL])-[0-9][0-9] /#) == nil)
        #expect(check.text.firstMatch(of: /\b1 (resources|parts|items|members)\b/) == nil)
    }

    @Test func onlyTheStepsThatWereAskedForAreShown() throws {
        let check = try Program.run(
            "check",
            "--sample",
            "drifted",
            "--step",
            "1",
            "--fail-on",
            "never"
        )
        #expect(check.text.contains("Step 1 "))
        for step in 2...5 { #expect(!check.text.contains("Step \(step) ")) }
    }

    @Test func companionsHaveAHeadingAndNamesTellWhatThingsAre() throws {
        let text = try Program.run("check", "--sample", "drifted", "--fail-on", "never").text
        let lines = text.split(separator: "\n").map(String.init)
        let heading = try #require(lines.firstIndex(of: "  Who may manage the network"))
        let roles = lines.indices.filter { lines[$0].contains("S0-02  ") }
        #expect(!roles.isEmpty && roles.allSatisfy { $0 > heading })
        #expect(text.contains("S0-02  Owner: grp-platform-owners  "))
        #expect(text.contains("vnet-dev/snet-build  "))
        #expect(text.contains("nextHopType of rt-standalone = "))
    }

    @Test func answersAndWaiversAreShown() throws {
        let folder = try Folder()
        let review = try folder.write(
            """
            schema = "bulkhead.review/1"
            [[answer]]
            control = "E5-20"
            answer = "no"
            note = "None yet"
            owner = "identity"
            answered = 2026-11-24T10:00:00Z
            [[answer]]
            control = "E2-10"
            answer = "yes"
            [[decision]]
            control = "E1-01"
            resource = "*"
            decision = "accepted"
            reason = "The branch closes"
            owner = "network-team"
            expires = 2999-03-31
            """,
            to: "r.toml"
        )
        let arguments = ["check", "--sample", "drifted", "--review", review, "--fail-on", "never"]
        let text = try Program.run(arguments).text
        #expect(text.contains("  answered no       E5-20"))
        #expect(text.contains("answered no by identity on 2026-11-24: None yet"))
        #expect(text.contains("  answered yes      E2-10"))
        #expect(text.contains("3 answered (1 to attend to)"))
        #expect(text.contains("decision: accepted by network-team until 2999-03-31: The branch closes"))

        let report = try Program.run(arguments + ["--format", "json"]).json()
        let findings = try #require(report["findings"] as? [[String: Any]])
        let summary = try #require(report["summary"] as? [String: Int])
        let asked = findings.filter { $0["outcome"] as? String == "manual" }
        #expect(summary["answered"] == 3)
        #expect(summary["attention"] == 1)
        #expect(summary["manual"] == asked.count - 3)
        let answer = try #require(
            findings.first { $0["control"] as? String == "E5-20" }?["answer"] as? [String: String]
        )
        #expect(
            answer == [
                "answer": "no", "note": "None yet", "owner": "identity", "answered": "2026-11-24T10:00:00Z",
            ]
        )
    }

    private static let good =
        #"[{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v","type":"microsoft.network/virtualnetworks","properties":{}}]"#

    @Test func whatIsNotUnderstoodIsListedUpToALimit() throws {
        let rows = (0..<30).map { "{\"odd\":\($0)}" }.joined(separator: ",\n")
        let folder = try Folder(["estate.json": "[" + rows + ",\n" + Self.good.dropFirst()])
        let file = "\(folder.path)/estate.json"
        let check = try Program.run("check", file, "--fail-on", "never")
        #expect(check.status == 0)
        let told = check.errors.split(separator: "\n")
        #expect(told.count { $0.contains("estate.json:") && $0.contains("not understood") } == 20)
        #expect(told.last == "… and 10 more; 'bulkhead inventory' lists all")
        let inventory = try Program.run("inventory", file)
        #expect(inventory.errors.split(separator: "\n").count { $0.contains("not understood") } == 30)
    }

    @Test(arguments: ["check", "inventory"]) func aMissingInputBesideAGoodOneIsAnError(command: String) throws
    {
        let folder = try Folder(["good.json": Self.good])
        let run = try Program.run(command, "\(folder.path)/good.json", "\(folder.path)/gone.json")
        #expect(run.status == 66)
        #expect(run.errors.contains("gone.json"))
        #expect(!run.output.isEmpty)
    }

    @Test func messagesNameTheInputInFull() throws {
        let folder = try Folder(["empty.json": ""])
        #expect(try Program.run("check", "\(folder.path)/empty.json").errors.contains("/empty.json is known"))
    }

    /// A kind of JSON value.
    enum Kind: Sendable { case text, number, list, object, textOrNull, numberOrNull }

    @Test(arguments: [
        (
            ["check", "--sample", "drifted", "--fail-on", "never", "--format", "json", "--all"],
            "bulkhead.findings/1", "findings",
            [
                "control": Kind.text, "name": .text, "section": .text, "step": .numberOrNull,
                "outcome": .text,
                "severity": .text, "title": .text, "resource": .textOrNull, "evidence": .list,
                "message": .text, "remediation": .object, "fingerprint": .text,
            ]
        ),
        (
            ["controls", "--format", "json"], "bulkhead.controls/1", "controls",
            [
                "id": .text, "name": .text, "title": .text, "step": .numberOrNull, "severity": .text,
                "tier": .text, "principles": .list, "types": .list, "benchmarks": .object,
            ]
        ),
        (
            ["inventory", "--sample", "drifted"], "bulkhead.inventory/1", "virtualNetworks",
            ["id": .text, "addressSpace": .list, "subnets": .list, "peerings": .list]
        ),
    ])
    func documentsKeepTheirForm(
        arguments: [String],
        schema: String,
        list: String,
        keys: [String: Kind]
    ) throws {
        let document = try Program.run(arguments).json()
        #expect(document["schema"] as? String == schema)
        let elements = try #require(document[list] as? [[String: Any]])
        #expect(!elements.isEmpty)
        for element in elements {
            for (key, kind) in keys { #expect(Self.isKind(element[key], kind), "\(key) of \(element)") }
        }
    }

    private static func isKind(_ value: Any?, _ kind: Kind) -> Bool {
        switch kind {
        case .text: value is String
        case .number: value is Int
        case .list: value is [Any]
        case .object: value is [String: Any]
        case .textOrNull: value == nil || value is NSNull || value is String
        case .numberOrNull: value == nil || value is NSNull || value is Int
        }
    }
}
