import Foundation
import Testing

/// The CSV as RFC 4180 reads it, and as a spreadsheet would.
struct TableTests {
    @Test(arguments: ["reference", "drifted", "sparse"]) func rowsAreTheFindings(sample: String) throws {
        let arguments = ["check", "--sample", sample, "--all", "--fail-on", "never", "--format"]
        let rows = Self.rows(try Program.run(arguments + ["csv"]).text)
        let findings = try #require(
            try Program.run(arguments + ["json"]).json()["findings"] as? [[String: Any]]
        )
        let names = try #require(rows.first)
        #expect(Set(names).count == names.count)
        #expect(rows.dropFirst().count == findings.count)
        for (row, finding) in zip(rows.dropFirst(), findings) {
            try #require(row.count == names.count)
            let cells = Dictionary(uniqueKeysWithValues: zip(names, row))
            for key in [
                "control", "name", "section", "outcome", "severity", "title", "fingerprint", "message",
            ] {
                #expect(cells[key] == finding[key] as? String, "\(key)")
            }
            #expect(cells["resource"] == finding["resource"] as? String ?? "")
            let source = finding["source"] as? [String: Any]
            #expect(cells["line"] == (source?["line"] as? Int).map(String.init) ?? "")
            let command = (finding["remediation"] as? [String: Any])?["command"] as? String ?? ""
            #expect(cells["command"] == command)
        }
    }

    @Test(arguments: ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", "|calc", "%x", "\u{FF1D}1"])
    func noCellIsAFormula(name: String) throws {
        let folder = try Folder(["e.json": Decided.estate(named: name)])
        let text = try Program.run(
            ["check", "e.json", "--format", "csv", "--fail-on", "never", "--all"],
            folder: folder.path
        ).text
        let rows = Self.rows(text)
        #expect(rows.dropFirst().contains { $0.contains("'" + name) })
        for cell in rows.dropFirst().joined() {
            #expect(cell.first.map { "=+-@|%\t\r\u{FF1D}".contains($0) } != true, "\(cell)")
        }
    }

    @Test func quotesCommasAndLinesStayInTheirCell() throws {
        let folder = try Folder(["e.json": Decided.estate(named: #"a,\"b\"\nc"#)])
        let text = try Program.run(
            ["check", "e.json", "--format", "csv", "--fail-on", "never", "--control", "S1-01"],
            folder: folder.path
        ).text
        let rows = Self.rows(text)
        #expect(rows.count == 2)
        #expect(rows[1].count == rows[0].count)
        #expect(rows[1].contains(#"a,"b"·c/a,"b"·c"#))
    }

    /// A reader of RFC 4180, letter by letter.
    private static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if isQuoted {
                if scalar != "\"" {
                    cell.unicodeScalars.append(scalar)
                } else if index < scalars.count, scalars[index] == "\"" {
                    cell += "\""
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == "," {
                row.append(cell)
                cell = ""
            } else if scalar == "\r", index < scalars.count, scalars[index] == "\n" {
                index += 1
                rows.append(row + [cell])
                (row, cell) = ([], "")
            } else {
                cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }
}
