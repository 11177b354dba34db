import JSON
import Review
import Rules
import Topology

extension FindingsReport {
    /// The report as one page of HTML for an auditor: nothing is fetched, nothing runs, and it prints.
    ///
    /// The architecture, the steps, what reaches what, what was checked, every finding with its evidence, the decisions, and what the
    /// report does not speak of.
    package func html() -> String {
        var page = Markup("<!DOCTYPE html>\n")
        page.element("html", ["lang": "en"]) { page in
            page.element("head") { writeHead(into: &$0) }
            page.breakLine()
            page.element("body") { page in
                page.element("main") { page in
                    writeTitle(into: &page)
                    writeArchitecture(into: &page)
                    writeSteps(into: &page)
                    writeMatrix(into: &page)
                    for step in Walk.Step.allCases { writeFindings(of: step, into: &page) }
                    writeDecisions(into: &page)
                    writeCoverage(into: &page)
                    writeScope(into: &page)
                }
            }
        }
        return page.written + "\n"
    }

    private func writeHead(into page: inout Markup) {
        page.leaf("meta", ["charset": "utf-8"])
        page.leaf("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        page.leaf(
            "meta",
            [
                "http-equiv": "Content-Security-Policy",
                "content": "default-src 'none'; style-src 'unsafe-inline'",
            ]
        )
        page.element("title", "Network review of \(estate.shown(80))")
        page.element("style") { $0.raw(Self.style) }
    }

    private func writeTitle(into page: inout Markup) {
        page.element("header") { page in
            page.element(
                "p",
                ["class": "over"],
                "Azure network held against the Zero Trust reference architecture"
            )
            page.element("h1", estate.shown(120))
            page.element("p", ["class": "quiet"]) { page in
                page.text("\(topology.resources.count.counted("resource")), ")
                page.text("\(assessment.controls.count.counted("control")), decisions as of ")
                page.element("time", ["datetime": scope.today.description], scope.today.description)
            }
            page.element("ul", ["class": "tiles"]) { page in
                for tile in Tile.tiles(of: assessment, scope) {
                    page.element("li", ["class": tile.tone]) { page in
                        page.element("b", String(tile.count))
                        page.text(" \(tile.name)")
                    }
                }
            }
        }
        page.breakLine()
    }

    private func writeArchitecture(into page: inout Markup) {
        let state = ArchitectureState(ArchitectureMap(of: topology), assessment)
        page.element("section", ["id": "architecture"]) { page in
            page.element("h2", "Architecture")
            page.element("figure") { page in
                ArchitectureDrawing(state).write(into: &page)
                page.element(
                    "figcaption",
                    "Each link carries the number of the step that secures it, its kind, and its open failures."
                )
            }
        }
        page.breakLine()
    }

    private func writeSteps(into page: inout Markup) {
        let state = ArchitectureState(ArchitectureMap(of: topology), assessment)
        page.element("section", ["id": "steps"]) { page in
            page.element("h2", "The five steps")
            page.element("table") { page in
                var heads = ["Step", "State", "Fail", "Unknown", "To answer", "Answered", "Waived"]
                if scope.hasBaseline { heads.append("Known") }
                page.row("th", heads + ["Pass"])
                for step in Walk.Step.allCases {
                    let counts = state.counts(of: step)
                    var numbers = [
                        counts[.fail], counts[.unknown], counts[.manual], counts.answered, counts[.waived],
                    ]
                    if scope.hasBaseline { numbers.append(counts.known) }
                    numbers.append(counts[.pass])
                    page.element("tr") { page in
                        page.element("td") { page in
                            page.element(
                                "a",
                                ["href": "#step-\(step.rawValue)"],
                                "\(step.rawValue) \(step.title)"
                            )
                            page.element("p", ["class": "quiet"], step.purpose)
                        }
                        let (word, tone) = state.state(of: step).words
                        page.element("td", ["class": "state"]) {
                            $0.element("span", ["class": "mark \(tone)"], word)
                        }
                        for number in numbers { page.element("td", ["class": "number"], String(number)) }
                    }
                }
            }
        }
        page.breakLine()
    }
}

/// A number at the top of the page.
private struct Tile {
    let count: Int
    let name: String
    let tone: String

    static func tiles(of assessment: ReviewedAssessment, _ scope: FindingsReport.Scope) -> [Tile] {
        let counts = assessment.counts
        let failures = assessment.findings.filter { $0.outcome == .fail && !$0.isKnown }
        let bySeverity = Dictionary(grouping: failures, by: \.finding.severity).mapValues(\.count)
        var tiles = Severity.allCases.reversed().compactMap { severity in
            bySeverity[severity].map { Tile(count: $0, name: severity.rawValue, tone: severity.rawValue) }
        }
        if tiles.isEmpty { tiles.append(Tile(count: 0, name: "failures", tone: "pass")) }
        tiles.append(Tile(count: counts[.unknown], name: "unknown", tone: "unknown"))
        tiles.append(Tile(count: counts[.manual], name: "to answer", tone: "manual"))
        tiles.append(Tile(count: counts[.waived], name: "waived", tone: "waived"))
        if scope.hasBaseline { tiles.append(Tile(count: counts.known, name: "known before", tone: "quiet")) }
        tiles.append(Tile(count: counts[.pass], name: "pass", tone: "pass"))
        return tiles
    }
}

extension ArchitectureState.StepState {
    /// The state in words and the class of its colour.
    fileprivate var words: (String, String) {
        switch self {
        case .passes: ("passes", "pass")
        case .fails(let severity): ("fails, \(severity.rawValue)", severity.rawValue)
        case .unknown: ("unknown", "unknown")
        case .asks: ("asks", "manual")
        case .notApplicable(let reason): ("does not apply: \(reason)", "quiet")
        }
    }
}

extension Markup {
    /// A row of a table with a text in each cell.
    mutating func row(_ cell: String, _ texts: [String]) {
        element("tr") { page in for text in texts { page.element(cell, text) } }
        breakLine()
    }
}
