/// Where a key is pressed: what is open, and which pane of which view has the focus.
package struct Spot: Sendable, Hashable {
    package let overlay: Overlay.Kind?
    package let view: ViewKind
    package let pane: PaneKind

    package init(overlay: Overlay.Kind? = nil, view: ViewKind, pane: PaneKind) {
        self.overlay = overlay
        self.view = view
        self.pane = pane
    }

    /// Every spot there is; tests hold the table of actions against them.
    package static var all: [Spot] {
        ViewKind.allCases.flatMap { view in
            view.panes.map { Spot(view: view, pane: $0) }
        }
            + Overlay.Kind.allCases.map { Spot(overlay: $0, view: .findings, pane: .list) }
    }
}

/// Where an action is valid.
package enum Scope: Sendable, Hashable {
    /// In every view, while nothing is open above it.
    case views
    /// In one view, whichever pane has the focus.
    case view(ViewKind)
    /// In panes of one kind.
    case panes(Set<PaneKind>)
    /// While something of that kind is open.
    case overlays(Set<Overlay.Kind>)
    /// In every view and in everything open above it.
    case everywhere

    func holds(in spot: Spot) -> Bool {
        switch self {
        case .everywhere: true
        case .views: spot.overlay == nil
        case .view(let view): spot.overlay == nil && spot.view == view
        case .panes(let panes): spot.overlay == nil && panes.contains(spot.pane)
        case .overlays(let kinds): spot.overlay.map(kinds.contains) ?? false
        }
    }
}
