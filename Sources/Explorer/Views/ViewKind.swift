/// The views there are, in the order of their tabs.
///
/// A new view is a case here, an ``Action`` of the same name, and a folder beside this file whose state conforms to
/// ``View``. Digits are fixed for good: 1 Architecture, 2 Topology, 3 Segments, 4 Findings, 5 Paths, 6 Review,
/// 7 Changes.
package enum ViewKind: String, Sendable, CaseIterable {
    case topology, findings

    /// The key that shows it.
    package var digit: Character {
        switch self {
        case .topology: "2"
        case .findings: "4"
        }
    }

    /// The name on its tab.
    package var title: String {
        switch self {
        case .topology: "Topology"
        case .findings: "Findings"
        }
    }

    /// What it shows, in a few words.
    var summary: String {
        switch self {
        case .topology: "the estate as a tree, with every property"
        case .findings: "what the controls found, with the evidence"
        }
    }

    /// Its panes, in the order Tab visits them.
    var panes: [PaneKind] {
        switch self {
        case .topology: [.tree, .detail, .related]
        case .findings: [.list, .detail]
        }
    }

    var action: Action {
        switch self {
        case .topology: .topology
        case .findings: .findings
        }
    }

    /// The view as it is when it is shown for the first time.
    func makeView() -> any View {
        switch self {
        case .topology: TopologyView()
        case .findings: FindingsView()
        }
    }
}

/// A part of a view that takes the focus.
package enum PaneKind: String, Sendable, Hashable, CaseIterable {
    case list, tree, detail, related
}
