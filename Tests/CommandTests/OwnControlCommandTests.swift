import Foundation
import Testing

/// A team's own controls stand beside the built-in ones wherever controls are.
struct OwnControlCommandTests {
    private static let rules = """
        [[control]]
        id = "TEAM-01"
        name = "owner-tag"
        title = "Virtual networks have an owner"
        severity = "high"
        step = 2
        on = "Microsoft.Network/virtualNetworks"
        condition = { path = "tags.nobody", exists = true }
        message = "{name} belongs to nobody"
        remediation = "Tag it."
        command = "az network vnet update -g RG -n VNET --set tags.owner=TEAM"
        [[control.example]]
        outcome = "fail"
        estate = '{"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v", "type": "Microsoft.Network/virtualNetworks", "properties": {}}'
        """

    @Test func theyAreInEveryOutput() throws {
        let folder = try Folder(["team.toml": Self.rules])
        let check = ["check", "--sample", "sparse", "--rules", folder.path, "--step", "2"]
        for format in GoldenTests.formats {
            let run = try Program.run(check + ["--format", format])
            #expect(run.status == 1)
            #expect(
                run.text.contains("TEAM-01") && run.text.contains("vnet-shop belongs to nobody"),
                "\(format)"
            )
            #expect(run.text.contains("az network vnet update -g rg-shop -n vnet-shop"), "\(format)")
        }
        #expect(try Program.run("check", "--sample", "sparse", "--step", "2").status == 0)
        let log = try Program.run(check + ["--format", "sarif"]).json()
        #expect(SARIFSchema.faults(in: log) == [])
        let finding = try #require(
            (try Program.run(check + ["--format", "json"]).json()["findings"] as? [[String: Any]])?
                .first { $0["control"] as? String == "TEAM-01" }
        )
        #expect(finding["section"] as? String == "E2")
        #expect(finding["step"] as? Int == 2)
        let evidence = try #require((finding["evidence"] as? [[String: Any]])?.first)
        #expect(evidence["path"] as? String == "tags.nobody")
        #expect(evidence["expected"] as? String == "present")
        #expect(evidence["source"] is [String: Any])
    }

    @Test func theyAreInTheCatalogueAndCanBeNamed() throws {
        let folder = try Folder()
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/inner",
            withIntermediateDirectories: true
        )
        try folder.write(Self.rules, to: "inner/team.toml")
        try folder.write("no control", to: "notes.txt")
        #expect(try Program.run("controls", "--rules", folder.path).text.contains("TEAM-01 "))
        let one = try Program.run("controls", "owner-tag", "--rules", folder.path)
        #expect(one.status == 0)
        #expect(one.text.hasPrefix("TEAM-01  Virtual networks have an owner\n"))
        #expect(!one.text.contains("Documentation"))
        #expect(try Program.run("controls", "owner-tag").status == 64)
        let only = try Program.run(
            "check",
            "--sample",
            "sparse",
            "--rules",
            folder.path,
            "--control",
            "TEAM-01"
        )
        #expect(only.status == 1)
        #expect(!only.text.contains("E3-06"))
    }

    @Test func theirExamplesAreHeldAgainstThem() throws {
        let folder = try Folder(["team.toml": Self.rules])
        let good = try Program.run("controls", "test", folder.path)
        #expect(good.status == 0)
        #expect(good.text.contains("ok    TEAM-01 example 1 (fail)"))
        #expect(good.text.contains("note  TEAM-01 has no example for pass"))
        #expect(good.text.hasSuffix("1 control, 1 example, all as they should be\n"))
        try folder.write(Self.rules.replacingOccurrences(of: #""fail""#, with: #""pass""#), to: "team.toml")
        let bad = try Program.run("controls", "test", folder.path)
        #expect(bad.status == 1)
        #expect(bad.text.contains("FAIL  TEAM-01 example 1 (pass): it gave fail (v belongs to nobody)"))
    }

    @Test func whatIsWrongIsToldByFileAndLine() throws {
        let folder = try Folder([
            "a.toml": Self.rules.replacingOccurrences(of: "severity", with: "sevrity"),
            "b.toml": Self.rules.replacingOccurrences(of: "TEAM-01", with: "E1-02"),
            "c.toml": "[[control",
        ])
        for command in [
            ["check", "--sample", "sparse", "--rules"], ["controls", "test"], ["controls", "--rules"],
        ] {
            let run = try Program.run(command + [folder.path])
            #expect(run.status == 65)
            #expect(run.output.isEmpty)
            #expect(
                run.errors.contains(
                    "a.toml:5:1: error: sevrity is no key of a control; did you mean severity?"
                )
            )
            #expect(run.errors.contains(#"b.toml:2:1: error: The id "E1-02" is that of a built-in control."#))
            #expect(run.errors.contains("c.toml:1:"))
        }
        let explore = try Program.run("explore", "--sample", "sparse", "--rules", folder.path)
        #expect(explore.status == 65 || explore.status == 64)
        #expect(try Program.run("check", "--sample", "sparse", "--rules", "\(folder.path)/gone").status == 66)
    }
}
