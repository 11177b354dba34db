import Review

/// A place to be and to come back to: a view as it stands, with all that decides what it shows.
struct Place: Sendable, Equatable {
    let kind: ViewKind
    var view: any View
    var focus: PaneKind
    /// Whether the focused pane has the whole screen.
    var isZoomed = false
    /// By how many columns the left pane is wider than it would be.
    var split = 0
    var filter = Filter.none
    /// The filter with which the place was entered, to which a cancel returns.
    var givenFilter = Filter.none
    /// What was searched for last.
    var search = ""

    init(_ kind: ViewKind) {
        self.kind = kind
        view = kind.makeView()
        focus = kind.panes.first ?? .list
    }

    /// Takes back what a prompt changed: the selection, the filter and the search.
    mutating func restore(_ before: Place) {
        view = before.view
        filter = before.filter
        search = before.search
    }

    static func == (left: Place, right: Place) -> Bool {
        left.kind == right.kind && left.focus == right.focus && left.isZoomed == right.isZoomed
            && left.split == right.split && left.filter == right.filter
            && left.givenFilter == right.givenFilter && left.search == right.search
            && left.view.isEqual(right.view)
    }
}

/// The places one came from, and those one came back from.
struct History: Sendable, Equatable {
    private(set) var behind: [Place] = []
    private(set) var ahead: [Place] = []

    private static let limit = 200

    /// A new place is entered from this one.
    mutating func leave(_ place: Place) {
        behind.append(place)
        if behind.count > History.limit { behind.removeFirst() }
        ahead.removeAll()
    }

    /// The place before, in exchange for the present one.
    mutating func back(from place: Place) -> Place? {
        guard let before = behind.popLast() else { return nil }
        ahead.append(place)
        return before
    }

    /// The place one came back from, in exchange for the present one.
    mutating func forward(from place: Place) -> Place? {
        guard let next = ahead.popLast() else { return nil }
        behind.append(place)
        return next
    }
}
