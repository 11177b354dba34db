/// The views there are, in the order of their tabs.
///
/// A new view is a case here, an ``Action`` of the same name, and a folder beside this file whose state conforms to
/// ``View``. Digits are fixed for good: 1 Architecture, 2 Topology, 3 Segments, 4 Findings, 5 Paths, 6 Review,
/// 7 Changes.
package enum ViewKind: String, Sendable, CaseIterable {
    case architecture, topology, findings, review

    /// The key that shows it.
    package var digit: Character {
        switch self {
        case .architecture: "1"
        case .topology: "2"
        case .findings: "4"
        case .review: "6"
        }
    }

    /// The name on its tab.
    package var title: String {
        switch self {
        case .architecture: "Architecture"
        case .topology: "Topology"
        case .findings: "Findings"
        case .review: "Review"
        }
    }

    /// What it shows, in a few words.
    var summary: String {
        switch self {
        case .architecture: "the reference architecture with this estate's boxes and links"
        case .topology: "the estate as a tree, with every property"
        case .findings: "what the controls found, with the evidence"
        case .review: "the guided walk through the five steps"
        }
    }

    /// Its panes, in the order Tab visits them.
    var panes: [PaneKind] {
        switch self {
        case .architecture: [.map, .steps, .detail]
        case .topology: [.tree, .detail, .related]
        case .findings: [.list, .detail]
        case .review: [.walk, .detail]
        }
    }

    var action: Action {
        switch self {
        case .architecture: .architecture
        case .topology: .topology
        case .findings: .findings
        case .review: .review
        }
    }

    /// The view as it is when it is shown for the first time.
    func makeView() -> any View {
        switch self {
        case .architecture: ArchitectureView()
        case .topology: TopologyView()
        case .findings: FindingsView()
        case .review: ReviewView()
        }
    }
}

/// A part of a view that takes the focus.
package enum PaneKind: String, Sendable, Hashable, CaseIterable {
    case list, tree, map, steps, walk, detail, related
}
