import Foundation
import FoundationXML
import Testing

/// The page for an auditor and the comment for a pull request: whole, and proof against names that are code.
struct PageTests {
    static let hostile =
        #"<script>alert(1)</script>\"'><img src=x onerror=y>&lt;\u202e](http://evil) @all #1 `x` | www.evil.example"#

    private static func written(_ format: String, named name: String = hostile) throws -> String {
        let folder = try Folder(["e.json": Decided.estate(named: name)])
        let check = try Program.run(
            ["check", "e.json", "--format", format, "--fail-on", "never"],
            folder: folder.path
        )
        #expect(check.status == 0)
        return check.text
    }

    @Test(arguments: ["reference", "drifted", "sparse"]) func thePageIsOneFileThatFetchesAndRunsNothing(
        sample: String
    ) throws {
        let page = try Program.run("check", "--sample", sample, "--format", "html", "--fail-on", "never").text
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        for word in [
            "<script", "<link", "<iframe", "<img", "@import", "url(", "javascript:", " onload", " onclick",
        ] {
            #expect(!page.lowercased().contains(word), "\(word)")
        }
        #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"))
        #expect(page.contains("@media print"))
        #expect(page.contains("<svg"))
        let findings = try Program.run("check", "--sample", sample, "--format", "json", "--fail-on", "never")
            .json()
        for finding in findings["findings"] as? [[String: Any]] ?? [] {
            let print = try #require(finding["fingerprint"] as? String)
            #expect(page.contains("id=\"f-\(print)\""))
        }
        for step in 1...5 { #expect(page.contains("id=\"step-\(step)\"")) }
        for target in page.matches(of: #/href="#([^"]+)"/#).map(\.output.1) {
            #expect(page.contains("id=\"\(target)\""), "\(target)")
        }
    }

    /// The matrix of the page is the one the command counts.
    @Test func thePageHoldsTheMatrix() throws {
        let page = try Program.run("check", "--sample", "drifted", "--format", "html", "--fail-on", "never")
            .text
        let matrix = try Program.run("matrix", "--sample", "drifted", "--format", "json").json()
        let groups = try #require(matrix["groups"] as? [String])
        let cells = try #require(matrix["cells"] as? [[String: Any]])
        let section = try #require(
            page.firstMatch(of: #/<section id="matrix">.*?</section>/#.dotMatchesNewlines())
        )
        let letters = section.output.matches(of: #/<td class="[a-z]+" title="[^"]*">(.)</td>/#).map(
            \.output.1
        )
        let expected = cells.filter { $0["pairs"] as? Int != 0 }.map { cell -> Substring in
            switch cell["verdict"] as? String {
            case "allow": "A"
            case "partial": "p"
            case "unknown": "?"
            default: "·"
            }
        }
        #expect(groups.count > 5 && letters.count > 20 && letters == expected)
    }

    /// Every element is closed, and every box and link of the map is drawn.
    @Test func thePageIsSound() throws {
        let page = try Program.run("check", "--sample", "drifted", "--format", "html", "--fail-on", "never")
            .text
        let body = page.replacingOccurrences(of: "<!DOCTYPE html>", with: "")
        let parser = XMLParser(data: Data(body.utf8))
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") in line \(parser.lineNumber)")
        for name in ["vnet-hub-we", "vnet-dev", "vhub-ne", "fd-core", "On-premises"] {
            #expect(page.contains(">\(name)</text>"))
        }
        #expect(page.contains("1 S2S VPN 3 high</text>"))
        #expect(page.contains("5 public IP 4 critical</text>"))
        // Nothing is drawn outside of the picture.
        for number in page.matches(of: #/ (?:x|y)="(-?[0-9]+)"/#).compactMap({ Int($0.output.1) }) {
            #expect(number >= 0)
        }
    }

    @Test func namesAreNoElements() throws {
        let page = try Self.written("html")
        #expect(!page.lowercased().contains("<script"))
        #expect(!page.contains("<img"))
        #expect(!page.unicodeScalars.contains("\u{202E}"))
        #expect(page.contains("&lt;script&gt;alert(1)"))
        let parser = XMLParser(data: Data(page.replacingOccurrences(of: "<!DOCTYPE html>", with: "").utf8))
        #expect(parser.parse())
    }

    @Test func namesDoNothingInAComment() throws {
        let comment = try Self.written("markdown")
        // What is not code calls nobody, links nothing, and is no element.
        for line in Self.prose(of: comment) {
            #expect(!line.contains("@all") && !line.contains("#1"), "\(line)")
            #expect(!line.contains("<script") && !line.contains("<img"), "\(line)")
            if !line.hasPrefix("<details>") { #expect(!line.contains("](http"), "\(line)") }
        }
        #expect(comment.contains("failure"))
    }

    @Test func aCommentIsNeverTooLong() throws {
        let rows = (0..<300).map { index in
            Decided.estate(named: "vnet-\(index)").dropFirst().dropLast()
        }
        let folder = try Folder(["e.json": "[\(rows.joined(separator: ","))]"])
        let comment = try Program.run(
            ["check", "e.json", "--format", "markdown", "--fail-on", "never"],
            folder: folder.path
        ).text
        #expect(comment.utf8.count < 65_536)
        let left = try #require(comment.firstMatch(of: #/([0-9]+) more are not shown here/#))
        let shown = comment.matches(of: #/<details>/#).count
        let all = try #require(comment.firstMatch(of: #/\| \*\*all\*\* \| ([0-9]+) \| ([0-9]+)/#))
        #expect(Int(left.output.1) == (Int(all.output.1) ?? 0) + (Int(all.output.2) ?? 0) - shown)
    }

    /// The lines without blocks and spans of code, as CommonMark tells them.
    private static func prose(of comment: String) -> [String] {
        var lines: [String] = []
        var fence: String?
        for line in comment.split(separator: "\n").map(String.init) {
            let ticks = String(line.prefix { $0 == "`" })
            if let open = fence {
                if ticks == open, line == ticks { fence = nil }
            } else if ticks.count >= 3 {
                fence = ticks
            } else {
                lines.append(line.hasPrefix("<details>") ? line : withoutSpans(line))
            }
        }
        return lines
    }

    private static func withoutSpans(_ line: String) -> String {
        var prose = ""
        var rest = line[...]
        while let tick = rest.firstIndex(of: "`") {
            prose += rest[..<tick]
            let count = rest[tick...].prefix { $0 == "`" }.count
            var inner = rest[tick...].dropFirst(count)
            var isClosed = false
            while let next = inner.firstIndex(of: "`") {
                let run = inner[next...].prefix { $0 == "`" }.count
                inner = inner[next...].dropFirst(run)
                if run == count {
                    isClosed = true
                    break
                }
            }
            rest = isClosed ? inner : rest[tick...].dropFirst(count)
        }
        return prose + rest
    }
}
