/// The views there are, in the order of their tabs.
///
/// A new view is a case here, an ``Action`` of the same name, and a folder beside this file whose state conforms to
/// ``View``. Digits are fixed for good: 1 Architecture, 2 Topology, 3 Segments, 4 Findings, 5 Paths, 6 Review,
/// 7 Changes.
package enum ViewKind: String, Sendable, CaseIterable {
    case architecture, topology, segments, findings, paths, review

    /// The key that shows it.
    package var digit: Character {
        switch self {
        case .architecture: "1"
        case .topology: "2"
        case .segments: "3"
        case .findings: "4"
        case .paths: "5"
        case .review: "6"
        }
    }

    /// The name on its tab.
    package var title: String {
        switch self {
        case .architecture: "Architecture"
        case .topology: "Topology"
        case .segments: "Segments"
        case .findings: "Findings"
        case .paths: "Paths"
        case .review: "Review"
        }
    }

    /// The name where room is short.
    var shortTitle: String { title.count <= 6 ? title : String(title.prefix(4)) }

    /// What it shows, in a few words.
    var summary: String {
        switch self {
        case .architecture: "the reference architecture with this estate's boxes and links"
        case .topology: "the estate as a tree, with every property"
        case .segments: "which segment reaches which, and what decides it"
        case .findings: "what the controls found, with the evidence"
        case .paths: "the way between two ends hop by hop, and what an end reaches"
        case .review: "the guided walk through the five steps"
        }
    }

    /// Its panes, in the order Tab visits them.
    var panes: [PaneKind] {
        switch self {
        case .architecture: [.map, .steps, .detail]
        case .topology: [.tree, .detail, .related]
        case .segments: [.matrix, .detail]
        case .findings: [.list, .detail]
        case .paths: [.flows, .hops, .detail]
        case .review: [.walk, .detail]
        }
    }

    var action: Action {
        switch self {
        case .architecture: .architecture
        case .topology: .topology
        case .segments: .segments
        case .findings: .findings
        case .paths: .paths
        case .review: .review
        }
    }

    /// The view as it is when it is shown for the first time.
    func makeView() -> any View {
        switch self {
        case .architecture: ArchitectureView()
        case .topology: TopologyView()
        case .segments: SegmentsView()
        case .findings: FindingsView()
        case .paths: PathsView()
        case .review: ReviewView()
        }
    }
}

/// A part of a view that takes the focus.
package enum PaneKind: String, Sendable, Hashable, CaseIterable {
    case list, tree, map, steps, walk, matrix, flows, hops, detail, related
}
