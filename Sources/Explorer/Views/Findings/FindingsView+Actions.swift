import Canvas
import Review
import Rules
import Topology

extension FindingsView {
    mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        if context.focus == .detail, let effects = performInDetail(action, count: count, context) {
            return effects
        }
        switch action {
        case .open: return open(context)
        case .scrollDown, .scrollUp:
            let lines = detailLines(context).count
            let move: Action = action == .scrollDown ? .moveDown : .moveUp
            _ = detail.move(move, by: count ?? 3, of: lines, page: context.rows(of: .detail))
            return []
        case .left, .right: return turn(action, count ?? 1, context)
        case .sort, .reverseSort:
            sort(action)
            refresh(context)
            let way = order.isReversed ? ", turned round" : ""
            return [.tell(Notice(text: "Sorted by \(order.column?.name.lowercased() ?? "attention")\(way)"))]
        case .group:
            let all = Grouping.allCases
            grouping = all[((all.firstIndex(of: grouping) ?? 0) + 1) % all.count]
            folded = []
            refresh(context)
            return [
                .tell(Notice(text: grouping == .none ? "Not grouped" : "Grouped by \(grouping.rawValue)"))
            ]
        case .listAll:
            listsAll.toggle()
            refresh(context)
            return [.tell(Notice(text: listsAll ? "Everything is listed" : "Passes are not listed"))]
        case .columns: return [.open(.choice(columnChoice))]
        case .toggleMark: toggleMark(context)
        case .markRange: markRange(context)
        case .clearMarks:
            marks = []
            anchor = nil
        case .decide: return decide(context)
        default:
            guard cursor.move(action, by: count, of: rows.count, page: page(context)) else { return nil }
            settle(context)
            return []
        }
        refresh(context)
        return []
    }

    private mutating func performInDetail(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        let pieces = finding(context.estate)?.finding.evidence.count ?? 0
        switch action {
        case .left where pieces > 1:
            evidence = max(0, evidence - 1)
            return []
        case .right where pieces > 1:
            evidence = min(pieces - 1, evidence + 1)
            return []
        case .left, .right: return []
        default:
            let lines = detailLines(context).count
            return detail.move(action, by: count, of: lines, page: context.rows(of: .detail)) ? [] : nil
        }
    }

    /// Goes to the resource with the property that proves the finding; folds or unfolds a group.
    private mutating func open(_ context: Context) -> [Effect] {
        if rows.indices.contains(cursor.row), case .group(let name, _, _) = rows[cursor.row] {
            folded.formSymmetricDifference([name])
            refresh(context)
            return []
        }
        guard let finding = finding(context.estate)?.finding else { return [] }
        if finding.evidence.indices.contains(evidence) {
            let proof = finding.evidence[evidence]
            let target = Target.resource(proof.resource, property: proof.path)
            return [.go(Destination(view: .topology, target: target, filter: ""))]
        }
        guard let resource = finding.resource else {
            return [.tell(Notice(text: "It is about the whole estate: there is no one resource to show"))]
        }
        return [.go(Destination(view: .topology, target: .resource(resource.id), filter: ""))]
    }

    /// Folds or unfolds the group one stands in; without groups, scrolls the columns.
    private mutating func turn(_ action: Action, _ count: Int, _ context: Context) -> [Effect] {
        guard grouping != .none else {
            let most = max(0, visibleColumns.count - 2)
            skipped = min(max(0, skipped + (action == .left ? -count : count)), most)
            return []
        }
        let head = rows.indices.prefix(cursor.row + 1).last { row in
            if case .group = rows[row] { true } else { false }
        }
        guard let head, case .group(let name, _, _) = rows[head] else { return [] }
        if action == .left {
            folded.insert(name)
            cursor.row = head
        } else {
            folded.remove(name)
        }
        refresh(context)
        return []
    }

    private mutating func sort(_ action: Action) {
        if action == .reverseSort {
            order.isReversed.toggle()
            return
        }
        let columns: [FindingColumn?] = [nil] + FindingColumn.allCases.filter(\.isSortable)
        let index = columns.firstIndex(of: order.column) ?? 0
        order = Order(column: columns[(index + 1) % columns.count])
    }

    // MARK: Columns

    var visibleColumns: [FindingColumn] { FindingColumn.allCases.filter { !hidden.contains($0) } }

    private var columnItems: [Choice.Item] {
        FindingColumn.allCases.map { Choice.Item(name: $0.name, isOn: !hidden.contains($0)) }
    }

    private var columnChoice: Choice { Choice(purpose: .columns, title: "Columns", items: columnItems) }

    mutating func toggleColumn(_ index: Int, _ context: Context) -> [Choice.Item]? {
        guard FindingColumn.allCases.indices.contains(index) else { return nil }
        let column = FindingColumn.allCases[index]
        // One column has to stay.
        if visibleColumns != [column] { hidden.formSymmetricDifference([column]) }
        skipped = 0
        return columnItems
    }

    // MARK: Marking and deciding

    private mutating func toggleMark(_ context: Context) {
        if let finding = finding(context.estate) {
            marks.formSymmetricDifference([finding.finding.fingerprint])
        }
        cursor.row += 1
        settle(context)
    }

    /// Marks from the row where it was asked first to the one where it is asked again.
    private mutating func markRange(_ context: Context) {
        guard anchor != nil else {
            anchor = cursor.row
            return
        }
        marks = chosenMarks(context.estate)
        anchor = nil
    }

    /// The fingerprints of what is marked, a range that is still being chosen included.
    func chosenMarks(_ estate: Estate) -> Set<String> {
        guard let start = anchor else { return marks }
        var chosen = marks
        for row in min(start, cursor.row)...max(start, cursor.row) where rows.indices.contains(row) {
            if case .finding(let index) = rows[row] {
                chosen.insert(estate.findings[index].finding.fingerprint)
            }
        }
        return chosen
    }

    /// What is marked, in the order of the assessment.
    private func marked(_ estate: Estate) -> [ReviewedFinding] {
        let chosen = chosenMarks(estate)
        return chosen.isEmpty ? [] : estate.findings.filter { chosen.contains($0.finding.fingerprint) }
    }

    private func decide(_ context: Context) -> [Effect] {
        let estate = context.estate
        let marked = marked(estate)
        let chosen = marked.isEmpty ? [finding(estate)].compactMap(\.self) : marked
        let open = chosen.filter { ![.pass, .notApplicable].contains($0.finding.outcome) }
        guard !open.isEmpty else {
            let text =
                chosen.isEmpty ? "Select a finding first" : "Nothing is wrong there: no decision is needed"
            return [.tell(Notice(text: text))]
        }
        let questions = open.filter { $0.finding.outcome == .manual }
        guard questions.isEmpty || questions.count == open.count else {
            return [
                .tell(
                    Notice(text: "Questions and findings are marked together: decide on one kind at a time")
                )
            ]
        }
        return DecisionForm(open).map { [.open(.form($0))] } ?? []
    }

    /// The resource of the selected finding, where it can be an end of a path.
    func endpoint(_ context: Context) -> String? {
        finding(context.estate)?.finding.resource.flatMap(PathEnd.text)
    }

    // MARK: Taking away

    func copies(_ context: Context) -> [Copy] {
        let marked = marked(context.estate)
        guard marked.count < 2 else {
            return [
                Copy(
                    letter: "r",
                    name: "\(marked.count) rows",
                    text: marked.map(line).joined(separator: "\n")
                ),
                Copy(
                    letter: "m",
                    name: "\(marked.count) as Markdown",
                    text: marked.map(markdown).joined(separator: "\n\n")
                ),
            ]
        }
        guard let reviewed = marked.first ?? finding(context.estate) else { return [] }
        let finding = reviewed.finding
        var copies = [
            Copy(letter: "r", name: "Row", text: line(of: reviewed)),
            Copy(letter: "i", name: "Resource id", text: finding.resource?.id.text ?? finding.control.id),
            Copy(letter: "m", name: "Markdown", text: markdown(of: reviewed)),
        ]
        if let body = finding.resource?.body {
            copies.append(Copy(letter: "j", name: "JSON", text: BodyLines(body).json))
        }
        if let command = finding.remediation.command {
            copies.append(Copy(letter: "c", name: "Command", text: command))
        }
        return copies
    }

    private func line(of reviewed: ReviewedFinding) -> String {
        visibleColumns.map { $0.cell(reviewed).text }.joined(separator: "  ")
    }

    private func markdown(of reviewed: ReviewedFinding) -> String {
        let finding = reviewed.finding
        var lines = [
            "### \(finding.control.id) \(finding.control.title)", "",
            "- severity: \(finding.severity.rawValue), outcome: \(reviewed.outcome.rawValue)",
        ]
        if let resource = finding.resource { lines.append("- resource: `\(resource.id.text)`") }
        lines += ["", finding.message, ""]
        lines += finding.evidence.map { proof in
            let expected = proof.expected.map { ", expected \($0)" } ?? ""
            return "- `\(proof.path)` is `\(proof.shortValue ?? "absent")`\(expected)"
        }
        let remediation = finding.remediation
        lines += ["", remediation.text]
        if let command = remediation.command { lines += ["", "```", command, "```"] }
        return lines.joined(separator: "\n")
    }

    func exported(_ context: Context) -> [String] {
        let columns = visibleColumns
        let head = columns.map { $0.name }
        let lines: [[String]] = rows.map { row in
            switch row {
            case .group(let name, let count, _): ["\(name) (\(count))"]
            case .finding(let index): columns.map { $0.cell(context.estate.findings[index]).text }
            }
        }
        let widths = columns.indices.map { column in
            ([head] + lines.filter { $0.count == columns.count }).map { $0[column].columns }.max() ?? 0
        }
        return ([head] + lines).map { cells in
            guard cells.count == columns.count else { return cells.joined() }
            let padded = zip(cells, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
            return String(padded.reversed().drop { $0 == " " }.reversed())
        }
    }
}
