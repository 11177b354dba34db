import Canvas
import Reachability
import Review
import Topology

/// The rules and routes in effect at the selected resource, and its neighbours.
extension TopologyView {
    /// More prefixes of a tag than this are only counted.
    private static let mostPrefixes = 12

    func inquiries(_ context: Context) -> [Inquiry] {
        guard let resource = resource(context), PlaceReply.isOne(resource) else { return [] }
        let isSubnet = Subnet.types.contains(resource.type)
        return [.place(resource.id)] + (isSubnet ? [.matrix(SegmentQuestion(grouping: .subnet))] : [])
    }

    /// The tabs of the detail that the selected resource has.
    func tabs(_ context: Context) -> [Tab] {
        let isPlace = resource(context).map(PlaceReply.isOne) ?? false
        return isPlace ? Tab.allCases : [.properties, .json]
    }

    /// The tab that was chosen, where the selected resource has it.
    func shownTab(_ context: Context) -> Tab { tabs(context).contains(tab) ? tab : .properties }

    func tabLine(_ weight: Style.Attributes, _ context: Context) -> StyledLine {
        let shown = shownTab(context)
        var line = StyledLine()
        for tab in tabs(context) {
            if !line.spans.isEmpty {
                line.append(" \(LineGlyph(up: .light, down: .light).character) ", .border)
            }
            line.append(tab.name, tab == shown ? .title : .muted, tab == shown ? weight : [])
        }
        return line
    }

    private func reply(_ context: Context) -> Reply? {
        resource(context).flatMap { context.answers[.place($0.id)] }
    }

    /// The lines of the tabs of rules and routes.
    func effectiveLines(_ context: Context) -> [BodyLines.Line] {
        switch reply(context) {
        case .place(let place):
            return shownTab(context) == .routes ? routeLines(place, context) : ruleLines(place)
        case .failed(let why): return [line(StyledLine(why, .unknown))]
        default: return [line(StyledLine("Working it out", .muted))]
        }
    }

    private func line(_ text: StyledLine, target: Target? = nil) -> BodyLines.Line {
        BodyLines.Line(text: text, offset: -1, depth: 0, target: target)
    }

    // MARK: Rules

    private func ruleLines(_ place: PlaceReply) -> [BodyLines.Line] {
        guard let rules = place.rules else {
            return [line(StyledLine("The input does not hold its subnet.", .unknown))]
        }
        return rules.layers.enumerated().flatMap { index, layer in
            (index > 0 ? [line(StyledLine())] : []) + lines(of: layer, place)
        }
    }

    private func lines(of layer: EffectiveRules.Layer, _ place: PlaceReply) -> [BodyLines.Line] {
        let way = layer.direction == .inbound ? "Inbound" : "Outbound"
        var head = StyledLine("\(way) ", .title, .bold)
        switch layer.layer {
        case nil: head.append("admin rules of network managers", .text)
        case .subnet: head.append("at the subnet", .text)
        case .networkInterface: head.append("at the interface", .text)
        }
        if let group = layer.group { head.append("  \(group.displayName)", .security) }
        var lines = [line(head, target: layer.group.map { .resource($0) })]
        if let problem = layer.problem {
            lines.append(line([Span("  \(Glyph.unknown.character) ", .unknown), Span(problem, .unknown)]))
        } else if layer.rules.isEmpty {
            lines.append(line(StyledLine("  no security group: nothing is stopped here", .muted)))
        }
        let width = layer.rules.map(\.name.columns).max() ?? 0
        for rule in layer.rules {
            var text = StyledLine("  \(rule.action.glyph.character) ", rule.action.role, .bold)
            text.append(String(rule.priority).padded(to: 5, .trailing), .muted)
            text.append(" \(rule.name.padded(to: min(width, 28), truncation: .middle))", .strong)
            if !rule.networkProtocol.isEmpty {
                text.append("  \(rule.networkProtocol)", .muted)
                text.append("  \(rule.source) ", .text)
                text.append("\(Glyph.arrowRight.character) ", .accent)
                text.append("\(rule.destination)  ", .text)
                text.append(rule.ports, .accent)
            }
            let step = Step(
                layer.direction == .inbound ? .securityGroupInbound : .securityGroupOutbound,
                rule.action,
                resource: rule.resource,
                rule: rule.name
            )
            lines.append(line(text, target: step.target(in: place.map)))
            lines += rule.tags.map { line(of: $0) }
        }
        return lines
    }

    /// A tag with the addresses it stands for at this place.
    private func line(of tag: EffectiveRules.Tag) -> BodyLines.Line {
        var text = StyledLine("          \(tag.name) ", .muted)
        guard let prefixes = tag.prefixes else {
            text.append("is in no list: its addresses cannot be said", .unknown)
            return line(text)
        }
        text.append("= ", .muted)
        let shown = prefixes.prefix(Self.mostPrefixes).map(\.description).joined(separator: " ")
        text.append(prefixes.isEmpty ? "nothing here" : shown, .text)
        let more = prefixes.count - Self.mostPrefixes
        if more > 0 { text.append(" and \(more) more", .muted) }
        return line(text)
    }

    // MARK: Routes

    private func routeLines(_ place: PlaceReply, _ context: Context) -> [BodyLines.Line] {
        guard !place.routes.isEmpty else { return [line(StyledLine("It has no routes.", .muted))] }
        let width = place.routes.map(\.prefix.description.columns).max() ?? 0
        var lines: [BodyLines.Line] = []
        var isActive = true
        lines.append(line(StyledLine("In effect", .title, .bold)))
        for route in place.routes {
            if isActive, !route.isActive {
                isActive = false
                lines.append(line(StyledLine()))
                lines.append(line(StyledLine("Overridden", .title, .bold)))
            }
            let role: Role = route.isActive ? .text : .muted
            var text = StyledLine(
                "  \(route.prefix.description.padded(to: width))",
                role,
                route.isActive ? .bold : []
            )
            text.append("  \(Glyph.arrowRight.character) ", .accent)
            text.append(route.nextHop.words, route.isActive ? .strong : .muted)
            text.append("  \(route.source.words)", .muted)
            if let name = route.name { text.append("  \(name)", role) }
            if let tag = route.tag { text.append("  for \(tag)", .muted) }
            if let reason = route.overriddenBy { text.append("  because of \(reason)", .muted) }
            if let doubt = route.doubt { text.append("  \(doubt.detail)", .unknown) }
            lines.append(line(text, target: route.resource.map { .resource($0) }))
        }
        return lines
    }

    // MARK: Neighbours

    /// A chapter of the related pane.
    struct Chapter {
        let title: String
        let rows: [RelatedRow]
        let count: Int
    }

    /// What the selected resource reaches and what reaches it, as far as that is known yet.
    func neighbours(_ context: Context) -> [Chapter] {
        guard let resource = resource(context), PlaceReply.isOne(resource) else { return [] }
        if Subnet.types.contains(resource.type) { return segments(resource.id, context) }
        switch reply(context) {
        case .place(let place):
            guard let neighbours = place.neighbours else { return [] }
            let out = neighbours.reaches.map { entry in
                RelatedRow(line: entry.line, target: .path(from: resource.id.text, to: entry.end))
            }
            let back = neighbours.reachedBy.map { entry in
                RelatedRow(line: entry.line, target: .path(from: entry.end, to: resource.id.text))
            }
            return [
                Chapter(title: "Reaches", rows: out, count: neighbours.counts.reaches),
                Chapter(title: "Reached by", rows: back, count: neighbours.counts.reachedBy),
            ]
        case .failed(let why):
            return [
                Chapter(
                    title: "Reaches",
                    rows: [RelatedRow(line: StyledLine("  \(why)", .unknown), target: nil)],
                    count: 1
                )
            ]
        default:
            return [
                Chapter(
                    title: "Reaches",
                    rows: [RelatedRow(line: StyledLine("  working it out", .muted), target: nil)],
                    count: 1
                )
            ]
        }
    }

    /// The subnets that a subnet reaches and is reached by.
    private func segments(_ id: ResourceID, _ context: Context) -> [Chapter] {
        guard case .matrix(let map)? = context.answers[.matrix(SegmentQuestion(grouping: .subnet))],
            let place = map.places[id.text.lowercased()]
        else { return [] }
        func chapter(_ title: String, _ cells: [(other: Int, cell: SegmentMatrix.Cell)]) -> Chapter {
            let rows = cells.filter(\.cell.isOpen).map { other, cell -> RelatedRow in
                let group = map.matrix.groups[other]
                var line = StyledLine("  \(cell.state.letter) ", cell.state.role, .bold)
                line.append(group.name, .network)
                line.append("  \(cell.flows.words)", .muted)
                return RelatedRow(line: line, target: group.id.map { .resource($0) })
            }
            return Chapter(title: title, rows: rows, count: rows.count)
        }
        return [
            chapter("Reaches", map.matrix.groups.indices.map { ($0, map.matrix.cell(from: place, to: $0)) }),
            chapter(
                "Reached by",
                map.matrix.groups.indices.map { ($0, map.matrix.cell(from: $0, to: place)) }
            ),
        ]
    }
}

extension NextHop {
    /// Where it leads, in words.
    fileprivate var words: String {
        switch self {
        case .peering(let id), .connectedGroup(let id), .gateway(let id), .privateEndpoint(let id):
            "\(kind.words) \(id.displayName)"
        case .hub(let id, _): "\(kind.words) \(id.displayName)"
        case .appliance(let address): "\(kind.words) \(address)"
        case .serviceEndpoint(let name): "\(kind.words) \(name)"
        case .virtualNetwork, .internet, .none: kind.words
        }
    }
}
