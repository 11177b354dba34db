import JSON
import Rules
import Testing
import Topology

/// Own controls: what they say of a resource, and what is told of a file that is at fault.
struct OwnControlTests {
    /// A resource with a property of each kind.
    private static let resource = """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v", "name": "v",
         "type": "Microsoft.Network/virtualNetworks", "tags": {"env": "Prod", "cost.center": "42"},
         "properties": {"word": "Enabled", "port": 443, "portText": "443", "flag": true, "flagText": "False",
          "nothing": null, "late": {"$symbolic": "[reference(x)]"}, "object": {"inner": {"late": {"$symbolic": "[y]"}}},
          "list": ["a", "B", 3], "lateList": ["a", {"$symbolic": "[z]"}], "secretKey": "hunter2",
          "address": "10.1.2.3", "blocks": ["10.1.0.0/16", "10.2.0.0/16"], "mixed": ["10.1.0.0/16", "Internet"],
          "all": "*", "range": "10.1.0.4-10.1.0.9", "empty": [],
          "rule": {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/rt"},
          "rules": [{"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/rt"},
                    {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/gone"}],
          "gone": {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/gone"}}}
        """
    private static let table = """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/rt", "name": "rt",
         "type": "Microsoft.Network/routeTables", "properties": {"disableBgpRoutePropagation": true}}
        """

    /// A condition, and whether it holds.
    static let conditions: [(String, Outcome)] = [
        (#"{ path = "word", equals = "enabled" }"#, .pass),
        (#"{ path = "properties.word", equals = "Disabled" }"#, .fail),
        (#"{ path = "word", not-equals = "Disabled" }"#, .pass),
        (#"{ path = "port", equals = 443 }"#, .pass), (#"{ path = "port", equals = "443" }"#, .pass),
        (#"{ path = "portText", equals = 443 }"#, .pass), (#"{ path = "flag", equals = true }"#, .pass),
        (#"{ path = "flagText", equals = false }"#, .pass), (#"{ path = "word", equals = true }"#, .unknown),
        (#"{ path = "word", equals = 3 }"#, .unknown), (#"{ path = "object", equals = "x" }"#, .unknown),
        (#"{ path = "tags.ENV", equals = "prod" }"#, .pass),
        (#"{ path = 'tags["cost.center"]', equals = 42 }"#, .pass),
        (#"{ path = "absent", equals = "x" }"#, .unknown),
        (#"{ path = "absent", not-equals = "x" }"#, .unknown),
        (#"{ path = "nothing", equals = "x" }"#, .unknown),
        (#"{ path = "absent", equals = "x", absent = "X" }"#, .pass),
        (#"{ path = "absent", equals = "x", absent = "y" }"#, .fail),
        (#"{ path = "absent", less = 3, absent = 2 }"#, .pass),
        (#"{ path = "absent", less = 3, absent = "b" }"#, .unknown),
        (#"{ path = "absent", exists = false }"#, .pass), (#"{ path = "nothing", exists = true }"#, .fail),
        (#"{ path = "word", exists = true }"#, .pass),
        (#"{ path = "late", exists = true }"#, .unknown), (#"{ path = "late", equals = "x" }"#, .unknown),
        (#"{ path = "late.inner", equals = "x", absent = "x" }"#, .unknown),
        (#"{ path = "object.inner.late", exists = false }"#, .unknown),
        (#"{ path = "word", in = ["x", "ENABLED"] }"#, .pass),
        (#"{ path = "port", in = [80, 8080] }"#, .fail),
        (#"{ path = "list", contains = "b" }"#, .pass), (#"{ path = "list", contains = 3 }"#, .pass),
        (#"{ path = "list", contains = "x" }"#, .fail), (#"{ path = "empty", contains = "x" }"#, .fail),
        (#"{ path = "lateList", contains = "a" }"#, .pass),
        (#"{ path = "lateList", contains = "x" }"#, .unknown),
        (#"{ path = "word", contains = "NABL" }"#, .pass), (#"{ path = "port", contains = "4" }"#, .unknown),
        (#"{ path = "word", matches = "en*ed" }"#, .pass), (#"{ path = "word", matches = "en" }"#, .fail),
        (#"{ path = "name", matches = "v" }"#, .pass), (#"{ path = "resourceGroup", equals = "RG" }"#, .pass),
        (#"{ path = "id", matches = "*/virtualNetworks/v" }"#, .pass),
        (#"{ path = "port", less = 444 }"#, .pass), (#"{ path = "port", greater = 443 }"#, .fail),
        (#"{ path = "portText", greater = 442.5 }"#, .pass), (#"{ path = "word", less = 3 }"#, .unknown),
        (#"{ path = "address", inside = "10.0.0.0/8" }"#, .pass),
        (#"{ path = "blocks", inside = ["10.1.0.0/16", "10.2.0.0/15"] }"#, .pass),
        (#"{ path = "blocks", inside = "10.1.0.0/16" }"#, .fail),
        (#"{ path = "all", inside = "0.0.0.0/0" }"#, .fail),
        (#"{ path = "mixed", inside = "10.0.0.0/8" }"#, .unknown),
        (#"{ path = "mixed", inside = "10.9.0.0/16" }"#, .fail),
        (#"{ path = "range", inside = "10.1.0.0/28" }"#, .pass),
        (#"{ path = "range", inside = "10.1.0.0/29" }"#, .fail),
        (#"{ path = "blocks", overlaps = "10.2.3.0/24" }"#, .pass),
        (#"{ path = "blocks", overlaps = "10.3.0.0/16" }"#, .fail),
        (#"{ path = "mixed", overlaps = "10.3.0.0/16" }"#, .unknown),
        (#"{ path = "mixed", overlaps = "10.1.0.0/24" }"#, .pass),
        (#"{ path = "all", overlaps = "203.0.113.1" }"#, .pass),
        (#"{ path = "range", overlaps = "10.1.0.8/30" }"#, .pass),
        (#"{ path = "range", overlaps = "::/0" }"#, .fail),
        (#"{ path = "port", inside = "10.0.0.0/8" }"#, .unknown),
        (#"{ not = { path = "word", equals = "x" } }"#, .pass),
        (#"{ not = { path = "late", equals = "x" } }"#, .unknown),
        (#"{ all = [{ path = "late", equals = "x" }, { path = "word", equals = "x" }] }"#, .fail),
        (#"{ all = [{ path = "late", equals = "x" }, { path = "word", equals = "enabled" }] }"#, .unknown),
        (#"{ any = [{ path = "late", equals = "x" }, { path = "word", equals = "enabled" }] }"#, .pass),
        (#"{ any = [{ path = "late", equals = "x" }, { path = "word", equals = "x" }] }"#, .unknown),
        (#"{ any = [{ path = "port", equals = 1 }, { path = "word", equals = "x" }] }"#, .fail),
        (
            #"{ related = { path = "rule", condition = { path = "disableBgpRoutePropagation", equals = true } } }"#,
            .pass
        ),
        (
            #"{ related = { path = "rule", condition = { path = "disableBgpRoutePropagation", equals = false } } }"#,
            .fail
        ),
        (#"{ related = { path = "rule.id", condition = { path = "name", equals = "rt" } } }"#, .pass),
        (#"{ related = { path = "absent", condition = { path = "name", equals = "rt" } } }"#, .fail),
        (#"{ related = { path = "gone", condition = { path = "name", equals = "rt" } } }"#, .unknown),
        (#"{ related = { path = "rules", condition = { path = "name", equals = "rt" } } }"#, .unknown),
        (#"{ related = { path = "rules", condition = { path = "name", equals = "x" } } }"#, .fail),
        (#"{ related = { path = "late", condition = { path = "name", equals = "x" } } }"#, .unknown),
        (#"{ related = { path = "port", condition = { path = "name", equals = "x" } } }"#, .unknown),
        (#"{ not = { related = { path = "rule", condition = { path = "name", equals = "x" } } } }"#, .pass),
    ]

    @Test(arguments: conditions) func conditionsHaveThreeValues(
        condition: String,
        outcome: Outcome
    ) async throws {
        let findings = try await Self.findings(Self.rule(condition: condition))
        #expect(findings.map(\.outcome) == [outcome], "\(findings.map(\.message))")
        // Whatever decides is shown.
        #expect(findings.allSatisfy { !$0.evidence.isEmpty })
    }

    @Test func whenChoosesTheResources() async throws {
        let holds = #"{ path = "word", equals = "enabled" }"#
        let scopes: [(String, Outcome)] = [
            (#"{ path = "tags.env", equals = "prod" }"#, .pass),
            (#"{ path = "tags.env", equals = "test" }"#, .notApplicable),
            (#"{ path = "late", equals = "test" }"#, .unknown),
        ]
        for (scope, outcome) in scopes {
            let findings = try await Self.findings(Self.rule("when = \(scope)\n", condition: holds))
            #expect(findings.map(\.outcome) == [outcome])
        }
    }

    @Test func aFailureNamesValuesAndWhatWouldBeRight() async throws {
        let condition = #"{ not = { path = "word", in = ["enabled", "x"] } }"#
        let message = "{name} has {word}, {absent}, {late}, {secretKey}, {list} and {open"
        let finding = try #require(
            try await Self.findings(Self.rule(condition: condition, message: message)).first
        )
        #expect(
            finding.message
                == #"v has Enabled, nothing, something only Azure knows, "•••", ["a", "B", 3] and {open"#
        )
        #expect(finding.severity == .high)
        #expect(finding.control.section == .onPremises)
        #expect(finding.evidence.map(\.path) == ["properties.word"])
        #expect(finding.evidence.first?.expected == "not one of enabled, x")
        #expect(finding.evidence.first?.position?.line == 3)
    }

    /// What stands in a file, and the line and message that must be told.
    static let mistakes: [(String, Int, String)] = [
        ("", 1, "The file holds no control; each has a header [[control]]."),
        ("[control]\nid = \"T-1\"", 1, "Each control should have a header [[control]]."),
        ("[[contol]]", 1, "contol is no key of a file of controls; did you mean control?"),
        ("[[control]\n", 1, "]"),
        (rule().replacing("sev", "sve"), 5, "sveerity is no key of a control; did you mean severity?"),
        (rule().replacing("\"high\"", "\"hihg\""), 5, "\"hihg\" is no severity; did you mean high?"),
        (rule().replacing("\"high\"", "\"xxxxxxx\""), 5, "it is one of info, low, medium, high, critical."),
        (rule().replacing("step = 2", "step = 6"), 6, "step should be a number from 1 to 5."),
        (rule().replacing("step = 2", "step = \"2\""), 6, "step should be a number from 1 to 5."),
        (rule().replacing("step = 2\n", ""), 1, "step is missing in a control."),
        (rule().replacing("title = \"Own\"\n", "title = \"\"\n"), 4, "title is empty."),
        (rule().replacing("title = \"Own\"\n", "title = 3\n"), 4, "title should be a text in quotes."),
        (rule().replacing("T-1", "T 1"), 2, "id should begin with a letter"),
        (rule().replacing("T-1", "E1-02"), 2, "The id \"E1-02\" is that of a built-in control."),
        (rule() + "\n" + rule(), 12, "is taken by the control at rules.toml:1."),
        (rule().replacing("own-name", "Own Name"), 3, "name should hold small letters"),
        (
            rule().replacing("own-name", "ike-dh-group"), 3,
            "The name \"ike-dh-group\" is that of a built-in control."
        ),
        (
            rule().replacing("virtualNetworks", "virtualNetwork"), 7,
            "did you mean Microsoft.Network/virtualNetworks?"
        ),
        (rule().replacing("Microsoft.Network/virtualNetworks", "vnet"), 7, "is no resource type"),
        (
            rule().replacing("on = \"Microsoft.Network/virtualNetworks\"\n", ""), 1,
            "on is missing in a control."
        ),
        (
            rule().replacing("on = \"Microsoft.Network/virtualNetworks\"", "on = [3]"), 7,
            "on should hold texts in quotes."
        ),
        (rule(condition: "3"), 8, "A condition should be a table"),
        (
            rule(condition: #"{ path = "a", equal = 3 }"#), 8,
            "equal is no key of a condition; did you mean equals?"
        ),
        (rule(condition: #"{ path = "a", reachable = 3 }"#), 8, "reachable is no key of a condition"),
        (
            rule(condition: #"{ path = "a" }"#), 8,
            "A condition on a needs one of equals, not-equals, in, contains"
        ),
        (rule(condition: #"{ equals = 3 }"#), 8, "path is missing in a condition."),
        (rule(condition: #"{ path = "a", equals = 3, less = 4 }"#), 8, "A condition has one operator"),
        (rule(condition: #"{ path = "a", less = "x" }"#), 8, "less should be a number."),
        (rule(condition: #"{ path = "a", greater = nan }"#), 8, "greater should be a number."),
        (rule(condition: #"{ path = "a", in = "x" }"#), 8, "in should be a list of values."),
        (rule(condition: #"{ path = "a", exists = "x" }"#), 8, "exists should be true or false."),
        (
            rule(condition: #"{ path = "a", exists = true, absent = 1 }"#), 8,
            "absent has no meaning beside exists."
        ),
        (
            rule(condition: #"{ path = "a", equals = [1] }"#), 8,
            "equals should be a text, a number, true or false."
        ),
        (rule(condition: #"{ path = "a", matches = 3 }"#), 8, "matches should be a text in which *"),
        (
            rule(condition: #"{ path = "a", inside = "10.0.0.0/33" }"#), 8,
            "inside should be an address or a prefix"
        ),
        (rule(condition: #"{ path = "a", overlaps = [] }"#), 8, "overlaps should name an address."),
        (rule(condition: #"{ path = "a[*].b", equals = 1 }"#), 8, "path names one place"),
        (rule(condition: #"{ all = [] }"#), 8, "all should be a list of conditions."),
        (
            rule(condition: #"{ all = [{ path = "a", exists = true }, 3] }"#), 8,
            "A condition should be a table"
        ),
        (
            rule(
                condition:
                    "{ all = [\n  { path = \"a\", exists = true },\n  { path = \"a\", exist = true },\n] }"
            ), 10, "exist is no key of a condition; did you mean exists?"
        ),
        (
            rule(condition: #"{ any = [{ path = "a", exists = true }], path = "b" }"#), 8,
            "Beside any nothing else can stand"
        ),
        (rule(condition: #"{ related = { path = "a" } }"#), 8, "condition is missing in related."),
        (
            rule(condition: #"{ related = { paht = "a", condition = { path = "a", exists = true } } }"#), 8,
            "paht is no key of related; did you mean path?"
        ),
        (
            rule("documentation = \"http://x\"\n"), 8,
            "documentation should be an address that begins with https://."
        ),
        (rule("benchmarks = \"NS-1\"\n"), 8, "benchmarks should be a table of lists"),
        (
            rule() + "\n[[control.example]]\noutcome = \"fial\"\nestate = \"[]\"", 12,
            "\"fial\" is no outcome; did you mean fail?"
        ),
        (rule() + "\n[[control.example]]\noutcome = \"fail\"", 11, "estate is missing in an example."),
    ]

    @Test(arguments: mistakes) func aMistakeIsToldWithItsLine(text: String, line: Int, message: String) {
        var own = OwnControls()
        own.read(text, file: "rules.toml")
        #expect(
            own.diagnostics.contains { $0.position?.line == line && $0.message.contains(message) },
            "\(own.diagnostics.map { "\($0.position?.line ?? 0): \($0.message)" })"
        )
        #expect(own.diagnostics.allSatisfy { $0.severity == .error && $0.position?.file == "rules.toml" })
    }

    @Test func everyMistakeIsToldAtOnceAndNothingTwice() {
        var own = OwnControls()
        own.read(
            Self.rule(condition: #"{ path = "a", equal = 3 }"#).replacing("step = 2", "step = 7").replacing(
                "sever",
                "sver"
            ),
            file: "rules.toml"
        )
        #expect(own.diagnostics.compactMap(\.position?.line) == [5, 6, 8])
        #expect(own.controls.isEmpty)
    }

    @Test func anyTextIsRead() {
        let sound = Self.rule()
        for end in stride(from: 0, through: sound.count, by: 3) {
            var own = OwnControls()
            own.read(String(sound.prefix(end)), file: "rules.toml")
            #expect(own.controls.count + own.diagnostics.count > 0)
        }
        var own = OwnControls()
        own.read(Self.rule(condition: String(repeating: "{ not = ", count: 50_000)), file: "rules.toml")
        #expect(!own.diagnostics.isEmpty)
    }

    // MARK: Building

    private static func rule(
        _ more: String = "",
        condition: String = #"{ path = "name", exists = true }"#,
        message: String = "{name} is not so"
    ) -> String {
        """
        [[control]]
        id = "T-1"
        name = "own-name"
        title = "Own"
        severity = "high"
        step = 2
        on = "Microsoft.Network/virtualNetworks"
        \(more)condition = \(condition)
        message = '\(message)'
        remediation = "Mend it."
        """
    }

    private static func findings(_ text: String) async throws -> [Finding] {
        var own = OwnControls()
        own.read(text, file: "rules.toml")
        try #require(own.diagnostics.isEmpty, "\(own.diagnostics.map(\.message))")
        let resources = try [resource, table].map { text in
            let body = try #require(JSONDocument(name: "estate.json", text: text).root)
            return Resource(
                id: ResourceID(try #require(body.member("id")?.string)),
                type: ResourceType(try #require(body.member("type")?.string)),
                body: body
            )
        }
        return await Assessment(of: Topology(resources: resources), by: own.controls).findings
    }
}

extension String {
    fileprivate func replacing(_ one: String, _ other: String) -> String { replacing(one, with: other) }
}
