import Foundation
import FoundationXML
import Testing

/// The JUnit XML as a build server reads it.
struct JUnitTests {
    @Test(arguments: ["reference", "drifted", "sparse"]) func countsAreThoseOfTheCases(sample: String) throws
    {
        let report = try JUnitReport(
            try Program.run("check", "--sample", sample, "--format", "junit", "--fail-on", "never").output
        )
        let summary = try #require(
            try Program.run("check", "--sample", sample, "--format", "json", "--fail-on", "never")
                .json()["summary"] as? [String: Int]
        )
        #expect(report.cases.count { $0.failure != nil } == summary["fail"])
        #expect(report.cases.count { $0.failure == nil && $0.skipped == nil } == summary["pass"])
        let unknown = report.cases.compactMap(\.skipped).filter { $0.hasPrefix("unknown: ") }
        #expect(unknown.count == summary["unknown"])
        #expect(unknown.allSatisfy { $0.count > "unknown: ".count })
        #expect(report.cases.compactMap(\.skipped).count { $0.hasPrefix("asked: ") } == summary["manual"])
        for suite in report.suites {
            let cases = report.cases.filter { $0.suite == suite.name }
            #expect(suite.tests == cases.count && !cases.isEmpty)
            #expect(suite.failures == cases.count { $0.failure != nil })
            #expect(suite.skipped == cases.count { $0.skipped != nil })
        }
        #expect(report.tests == report.cases.count)
        #expect(report.failures == summary["fail"])
        // Build servers tell cases apart by class and name.
        #expect(Set(report.cases.map { "\($0.className) \($0.name)" }).count == report.cases.count)
    }

    @Test func aFailureHasItsEvidence() throws {
        let report = try JUnitReport(
            try Program.run(
                "check",
                "--sample",
                "drifted",
                "--control",
                "E1-02",
                "--format",
                "junit",
                "--fail-on",
                "never"
            ).output
        )
        let failure = try #require(report.cases.first { $0.failure != nil })
        #expect(failure.failure == "cn-s2s-warehouse negotiates DHGroup2 as Diffie-Hellman group")
        #expect(failure.type == "high")
        #expect(failure.text.contains(#"dhGroup = "DHGroup2", expected "#))
        #expect(failure.text.contains("sample:drifted:"))
        #expect(failure.text.contains("fix: "))
    }

    @Test func namesOfAnyKindMakeSoundXML() throws {
        let folder = try Folder(["e.json": Decided.estate(named: #"a<b>&]]>\u0007\u202e'\"x"#)])
        let check = try Program.run(
            ["check", "e.json", "--format", "junit", "--fail-on", "never"],
            folder: folder.path
        )
        #expect(check.status == 0)
        let report = try JUnitReport(check.output)
        #expect(report.cases.contains { $0.name.contains("a<b>&]]>··'\"x") })
    }
}

/// A report taken apart by an XML parser.
private final class JUnitReport: NSObject, XMLParserDelegate {
    struct Suite {
        let name: String
        let tests: Int?
        let failures: Int?
        let skipped: Int?
    }

    struct Case {
        let suite: String
        let className: String
        let name: String
        var failure: String?
        var type: String?
        var text = ""
        var skipped: String?
    }

    private(set) var suites: [Suite] = []
    private(set) var cases: [Case] = []
    private(set) var tests: Int?
    private(set) var failures: Int?
    private var isInFailure = false

    init(_ data: Data) throws {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        switch name {
        case "testsuites":
            tests = attributes["tests"].flatMap { Int($0) }
            failures = attributes["failures"].flatMap { Int($0) }
        case "testsuite":
            suites.append(
                Suite(
                    name: attributes["name"] ?? "",
                    tests: attributes["tests"].flatMap { Int($0) },
                    failures: attributes["failures"].flatMap { Int($0) },
                    skipped: attributes["skipped"].flatMap { Int($0) }
                )
            )
        case "testcase":
            cases.append(
                Case(
                    suite: suites.last?.name ?? "",
                    className: attributes["classname"] ?? "",
                    name: attributes["name"] ?? ""
                )
            )
        case "failure":
            isInFailure = true
            cases[cases.count - 1].failure = attributes["message"]
            cases[cases.count - 1].type = attributes["type"]
        case "skipped": cases[cases.count - 1].skipped = attributes["message"] ?? ""
        default: break
        }
    }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        if name == "failure" { isInFailure = false }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if isInFailure { cases[cases.count - 1].text += text }
    }
}
