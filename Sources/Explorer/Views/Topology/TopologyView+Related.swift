import Canvas
import Review
import Rules
import Topology

extension TopologyView {
    /// A line of the related pane: a heading, or something to go to.
    struct RelatedRow {
        let line: StyledLine
        let target: Target?
    }

    /// More than anybody reads of one kind of relation.
    private static let most = 500

    /// What is found at the selected resource, what it refers to and what refers to it.
    func relatedRows(_ context: Context) -> [RelatedRow] {
        guard let resource = resource(context) else { return [] }
        let topology = context.estate.topology
        var rows: [RelatedRow] = []
        func chapter(_ title: String, _ entries: [RelatedRow], of count: Int) {
            guard !entries.isEmpty else { return }
            rows.append(
                RelatedRow(line: [Span(title, .title, .bold), Span("  \(count)", .muted)], target: nil)
            )
            rows += entries
            if count > entries.count {
                rows.append(
                    RelatedRow(line: StyledLine("  and \(count - entries.count) more", .muted), target: nil)
                )
            }
        }
        let findings = context.estate.index.findings(of: resource.id)
            .map { context.estate.findings[$0] }
            .filter { $0.outcome != .notApplicable }
            .sorted { $0.gravity < $1.gravity }
        chapter("Findings", findings.prefix(TopologyView.most).map(row), of: findings.count)
        for found in neighbours(context) { chapter(found.title, found.rows, of: found.count) }
        let to = unique(topology.references(from: resource.id)) { $0.id }
        chapter("Refers to", to.prefix(TopologyView.most).map { row($0.id, $0, topology) }, of: to.count)
        let from = unique(topology.references(to: resource.id)) { $0.source.id }
        chapter(
            "Referred to by",
            from.prefix(TopologyView.most).map { row($0.source.id, $0, topology) },
            of: from.count
        )
        return rows
    }

    private func unique(_ references: [Reference], _ id: (Reference) -> ResourceID) -> [Reference] {
        var seen: Set<ResourceID> = []
        return references.filter { seen.insert(id($0)).inserted }
    }

    private func row(_ reviewed: ReviewedFinding) -> RelatedRow {
        var line: StyledLine = "  "
        line = line + (reviewed.outcome == .fail ? reviewed.finding.severity.badge : reviewed.outcome.badge)
        line.append("  \(reviewed.finding.control.id) ", .accent)
        line.append(reviewed.finding.control.title, reviewed.outcome == .pass ? .muted : .text)
        return RelatedRow(line: line, target: .finding(reviewed.finding.fingerprint))
    }

    private func row(_ id: ResourceID, _ reference: Reference, _ topology: Topology) -> RelatedRow {
        var line: StyledLine = "  "
        guard let resource = topology.resource(id) ?? topology.role(named: id) else {
            line.append(id.displayName, .muted)
            line.append("  not in the input", .unknown)
            return RelatedRow(line: line, target: nil)
        }
        line.append(resource.spokenName, ResourceNames.role(resource.type))
        line.append("  \(ResourceNames.short(resource.type))", .muted)
        line.append("  \(reference.shortPath)", .muted)
        return RelatedRow(line: line, target: .resource(resource.id))
    }
}

extension Topology {
    /// The role definition that an id names under any scope: what tells roles apart is the number alone.
    fileprivate func role(named id: ResourceID) -> Resource? {
        guard let type = id.type, RoleDefinition.types.contains(type) else { return nil }
        return resources(of: type).first { $0.id.name.isSame(as: id.name) }
    }
}

extension Reference {
    /// The path without what every path has.
    fileprivate var shortPath: String {
        var path = path
        if path.hasPrefix("properties.") { path.removeFirst("properties.".count) }
        path = path.split(separator: ".").filter { $0 != "properties" }.joined(separator: ".")
        if path.hasSuffix(".id") { path.removeLast(".id".count) }
        return path
    }
}
