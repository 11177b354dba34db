import Canvas
import Review
import Topology

/// The estate as a tree, everything about the selected node, and what is related to it.
struct TopologyView: View {
    /// A line of the tree.
    struct Row: Sendable, Hashable {
        let node: TopologyNode
        let depth: Int
    }

    /// What the detail shows.
    enum Tab: Sendable, Hashable, CaseIterable {
        case properties, json
        /// The rules and the routes in effect, of what stands in a subnet and of subnets.
        case rules, routes

        var name: String {
            switch self {
            case .properties: "Properties"
            case .json: "JSON"
            case .rules: "Rules"
            case .routes: "Routes"
            }
        }
    }

    var grouping = TopologyGrouping.scope
    var tab = Tab.properties
    private(set) var rows: [Row] = []
    private(set) var open: Set<TopologyNode> = []
    var cursor = ListCursor()
    var detail = Scroll()
    var related = ListCursor()
    /// The property that is pointed at, as a path.
    var property: String?
    /// How many resources the filter finds; nil where there is no filter.
    private(set) var found: Int?
    private var selected: TopologyNode?
    private var kept: TopologyTree.Kept?
    private var buckets: [String: [ResourceID]] = [:]
    private var source: Source?

    /// What the rows were made from.
    private struct Source: Sendable, Hashable {
        let revision: Int
        let filter: Filter
        let grouping: TopologyGrouping
    }

    /// Trees that a filter leaves are opened as far as this many rows allow.
    private static let openedByFilter = 2_000

    // MARK: Rows

    mutating func refresh(_ context: Context) {
        let source = Source(revision: context.estate.revision, filter: context.filter, grouping: grouping)
        if source != self.source {
            let isFirst = self.source == nil
            let isFiltering = source.filter != self.source?.filter && !context.filter.isEmpty
            self.source = source
            kept = context.filter.isEmpty ? nil : TopologyTree.Kept(context.filter, context.estate)
            found = kept?.count
            buckets = [:]
            buckets = tree(context).filled()
            if isFirst { openFirstLevels(context) }
            if isFiltering { openMatches(context) }
            flatten(context)
            if isFiltering { selectFirstMatch(context) }
        }
        settle(context)
    }

    /// Stands on a match once the filter has left some.
    private mutating func selectFirstMatch(_ context: Context) {
        let tree = tree(context)
        guard !(node?.resource.map(tree.isMatch) ?? false) else { return }
        cursor.row = rows.firstIndex { $0.node.resource.map(tree.isMatch) ?? false } ?? cursor.row
    }

    func tree(_ context: Context) -> TopologyTree {
        TopologyTree(estate: context.estate, grouping: grouping, kept: kept, buckets: buckets)
    }

    /// A first look shows scopes down to the resource groups where they fit on a screen.
    private mutating func openFirstLevels(_ context: Context) {
        let tree = tree(context)
        var level = tree.roots
        for _ in 0..<4 {
            let branches = level.filter { node in
                switch node {
                case .managementGroup, .subscription: true
                case .settings, .group, .bucket, .resource, .occupant: false
                }
            }
            let next = branches.flatMap(tree.children(of:))
            guard !next.isEmpty, next.count < 60 else { return }
            open.formUnion(branches)
            level = next
        }
    }

    /// Opens what leads to the matches of a filter.
    private mutating func openMatches(_ context: Context) {
        guard let kept, kept.count <= TopologyView.openedByFilter else { return }
        let tree = tree(context)
        var seen: Set<ResourceID> = []
        for position in kept.matches.indices where kept.matches[position] {
            let resource = context.estate.index.resources[position]
            let id = resource.id
            // What stands side by side in a resource group is reached by one way.
            if grouping == .scope, resource.type != .resourceGroup, id.resourceGroup != nil,
                let parent = id.parent, !seen.insert(parent).inserted
            {
                continue
            }
            open.formUnion(tree.path(to: id).dropLast())
        }
    }

    private mutating func flatten(_ context: Context) {
        let tree = tree(context)
        rows = []
        var waiting = tree.roots.reversed().map { Row(node: $0, depth: 0) }
        while let row = waiting.popLast() {
            rows.append(row)
            guard open.contains(row.node), row.depth < 40 else { continue }
            waiting += tree.children(of: row.node).reversed().map { Row(node: $0, depth: row.depth + 1) }
        }
        if let selected, let row = rows.firstIndex(where: { $0.node == selected }) {
            cursor.row = row
        } else if let id = selected?.resource, let row = rows.firstIndex(where: { $0.node.resource == id }) {
            cursor.row = row
        }
    }

    /// Keeps everything inside its bounds and remembers what is selected.
    mutating func settle(_ context: Context) {
        cursor.settle(count: rows.count, page: context.rows(of: .tree))
        if node != selected {
            selected = node
            detail = Scroll()
            // Below the first heading.
            related = ListCursor(row: 1)
            property = nil
        }
    }

    /// The selected node.
    var node: TopologyNode? { rows.indices.contains(cursor.row) ? rows[cursor.row].node : nil }

    /// The selected resource, where the node stands for one that the estate holds.
    func resource(_ context: Context) -> Resource? {
        node?.resource.flatMap { context.estate.topology.resource($0) }
    }

    // MARK: Opening

    func isOpen(_ node: TopologyNode) -> Bool { open.contains(node) }

    /// Opens a branch in place; false where nothing is below it.
    mutating func expand(_ row: Int, _ context: Context) -> Bool {
        guard rows.indices.contains(row), rows[row].depth < 40, !open.contains(rows[row].node) else {
            return false
        }
        let children = tree(context).children(of: rows[row].node)
        guard !children.isEmpty else { return false }
        open.insert(rows[row].node)
        let depth = rows[row].depth + 1
        rows.insert(contentsOf: children.map { Row(node: $0, depth: depth) }, at: row + 1)
        // What was open below it comes back as it was.
        if children.contains(where: open.contains) { flatten(context) }
        return true
    }

    mutating func collapse(_ row: Int) -> Bool {
        guard rows.indices.contains(row), open.remove(rows[row].node) != nil else { return false }
        let end = rows[(row + 1)...].firstIndex { $0.depth <= rows[row].depth } ?? rows.count
        rows.removeSubrange(row + 1..<end)
        return true
    }

    /// The row of the branch in which a row stands.
    func parent(of row: Int) -> Int? {
        guard rows.indices.contains(row) else { return nil }
        return rows[..<row].lastIndex { $0.depth < rows[row].depth }
    }

    // MARK: Selecting

    mutating func select(at point: Point, in pane: PaneKind, _ context: Context) {
        switch pane {
        case .tree:
            let row = cursor.top + point.row
            guard rows.indices.contains(row) else { return }
            let wasSelected = cursor.row == row
            cursor.row = row
            settle(context)
            // A press on the triangle, or again on the row, opens and closes.
            let isTriangle = point.column / 2 == rows[row].depth
            if isTriangle || wasSelected, !collapse(row) { _ = expand(row, context) }
        case .related:
            let row = related.top + point.row
            if relatedRows(context).indices.contains(row) { related.row = row }
        default: break
        }
    }

    mutating func reveal(_ target: Target, _ context: Context) -> Bool {
        guard case .resource(let id, let property) = target else { return false }
        let path = tree(context).path(to: id)
        guard let last = path.last, last.resource == id else { return false }
        open.formUnion(path.dropLast())
        flatten(context)
        guard let row = rows.firstIndex(where: { $0.node == last }) else { return false }
        cursor.row = row
        // What was gone to stands a third down the screen, with what it belongs to above it.
        cursor.top = row - context.rows(of: .tree) / 3
        settle(context)
        self.property = property
        if property != nil {
            tab = .json
            showProperty(context)
        }
        return true
    }

    mutating func pressHeading(of pane: PaneKind, _ context: Context) {
        if pane == .detail { _ = perform(.switchTab, count: nil, context) }
    }

    mutating func find(_ word: [UInt8], forward: Bool, including: Bool, _ context: Context) -> Bool {
        if context.focus == .detail {
            let lines = detailLines(context).map(\.text.text)
            let page = detailRows(context)
            return detail.find(word, in: lines, forward: forward, including: including, page: page)
        }
        guard !rows.isEmpty else { return false }
        let count = rows.count
        let found = context.estate.index.resourceKeys.rows(containing: word)
        func matches(_ row: Int) -> Bool {
            if let position = rows[row].node.resource.flatMap({ context.estate.index.position($0) }) {
                // The name alone counts: everything in a group has the group in its id.
                guard found[position] else { return false }
            }
            return Array(name(of: rows[row].node, context).utf8).foldedASCII.contains(word)
        }
        for distance in (including ? 0 : 1)...count {
            let row = ((forward ? cursor.row + distance : cursor.row - distance) % count + count) % count
            guard matches(row) else { continue }
            cursor.row = row
            settle(context)
            return true
        }
        return findHidden(word, found, context)
    }

    /// Looks in branches that are closed, and opens what leads to the first hit.
    private mutating func findHidden(_ word: [UInt8], _ found: [Bool], _ context: Context) -> Bool {
        for (index, resource) in context.estate.index.resources.enumerated() where found[index] {
            guard Array(resource.id.name.utf8).foldedASCII.contains(word),
                kept?.visible[index] ?? true
            else { continue }
            if reveal(.resource(resource.id), context) { return true }
        }
        return false
    }

    /// How a node is called in the tree.
    func name(of node: TopologyNode, _ context: Context) -> String {
        switch node {
        case .subscription(let number):
            context.estate.index.scopes.subscription(number)?.name ?? number
        case .bucket(let name): name
        case .settings: "settings of the subscription"
        case .managementGroup(let id), .group(let id), .resource(let id), .occupant(let id, _):
            String(id.name)
        }
    }

    // MARK: Layout

    func layout(_ area: Rect, split: Int) -> [PaneKind: Rect] {
        let share = 40
        let left = min(max(24, area.columns * share / 100 + split), area.columns - 26)
        let (tree, right) = area.left(left)
        let (detail, related) = right.top(max(7, right.rows * 62 / 100))
        return [.tree: tree, .detail: detail, .related: related]
    }
}
