import Canvas
import Review
import Topology

/// What a view is to the rest of the explorer: a value that keeps what it shows and knows how to draw it.
///
/// A view changes only in `refresh`, `perform`, `select`, `find` and `reveal`; `draw` never changes anything. All of
/// them get what they may see in a ``Context``. Rows are kept in the view as indices into the estate, so that a frame
/// costs what is on the screen; what is selected is kept by its identity, so that it survives a filter, another
/// order and a reload.
protocol View: Sendable, Equatable {
    /// Brings the rows up to date after the estate, the review, the filter or the size changed, keeping what is
    /// selected where it still exists.
    mutating func refresh(_ context: Context)

    /// Does what an action asks in the focused pane; nil where the action means nothing here.
    mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Effect]?

    /// Selects what stands at a point, counted from the first cell of a pane's content.
    mutating func select(at point: Point, in pane: PaneKind, _ context: Context)

    /// Moves to the next row, or the one before, in which the lower-case word occurs; false where there is none.
    ///
    /// The row that is selected counts only where it is to be included.
    mutating func find(_ word: [UInt8], forward: Bool, including: Bool, _ context: Context) -> Bool

    /// Does what a press on the upper edge of a pane means, for example turning to its other tab.
    mutating func pressHeading(of pane: PaneKind, _ context: Context)

    /// Selects a target that another view names; false where this view does not hold it.
    mutating func reveal(_ target: Target, _ context: Context) -> Bool

    /// Where the panes stand in an area large enough to show all of them.
    func layout(_ area: Rect, split: Int) -> [PaneKind: Rect]

    /// What stands in the upper edge of a pane: its name, and a caption such as a count.
    func heading(of pane: PaneKind, _ context: Context) -> (title: StyledLine, caption: StyledLine)

    /// Draws the content of a pane.
    func draw(_ pane: PaneKind, in rect: Rect, _ context: Context, on frame: inout Frame)

    /// The edges of a pane beyond which there is more, where no scrollbar says so.
    func overflow(of pane: PaneKind, _ context: Context) -> Set<ScreenEdge>

    /// What it wants to know about the estate that takes too long for a frame.
    func inquiries(_ context: Context) -> [Inquiry]

    /// Takes what was picked from a list it opened.
    mutating func pick(_ value: String, for purpose: Picker.Purpose, _ context: Context) -> [Effect]

    /// The end of a path that the selection is, in the grammar of endpoints; nil where it is none.
    func endpoint(_ context: Context) -> String?

    var isMarking: Bool { get }
    mutating func toggleColumn(_ index: Int, _ context: Context) -> [Choice.Item]?

    /// What can be copied of the selection.
    func copies(_ context: Context) -> [Copy]

    /// The whole view as lines of text, hidden rows left out.
    func exported(_ context: Context) -> [String]
}

extension View {
    /// Nothing.
    func inquiries(_ context: Context) -> [Inquiry] { [] }

    mutating func pick(_ value: String, for purpose: Picker.Purpose, _ context: Context) -> [Effect] { [] }

    /// The selection is no end of a path.
    func endpoint(_ context: Context) -> String? { nil }

    /// Whether rows are marked or being marked, which a cancel ends first.
    var isMarking: Bool { false }

    mutating func pressHeading(of pane: PaneKind, _ context: Context) {}

    /// Nothing lies beyond an edge.
    func overflow(of pane: PaneKind, _ context: Context) -> Set<ScreenEdge> { [] }

    /// Shows or hides a column and answers the list of columns as it then is; nil for a view without columns.
    mutating func toggleColumn(_ index: Int, _ context: Context) -> [Choice.Item]? { nil }

    func isEqual(_ other: any View) -> Bool { (other as? Self) == self }
}

/// What a view may see while it works.
struct Context: Sendable {
    let estate: Estate
    let filter: Filter
    let focus: PaneKind
    /// The content rectangle of each pane that is on the screen.
    let panes: [PaneKind: Rect]
    /// What was answered about the estate so far.
    var answers = Answers()

    /// The rows a pane can show at once, at least one.
    func rows(of pane: PaneKind) -> Int { max(1, panes[pane]?.rows ?? 1) }
    func columns(of pane: PaneKind) -> Int { max(1, panes[pane]?.columns ?? 1) }
    func isFocused(_ pane: PaneKind) -> Bool { pane == focus }

    /// The same with another pane in focus.
    func focused(on pane: PaneKind) -> Context {
        Context(estate: estate, filter: filter, focus: pane, panes: panes, answers: answers)
    }
}

/// What a view asks of the explorer.
enum Effect: Sendable {
    /// Go to another place; the one before goes onto the back stack.
    case go(Destination)
    case open(Overlay)
    case work(Work)
    /// A line for the status bar.
    case tell(Notice)
    case focus(PaneKind)
    /// Edit the review, as one step that can be taken back.
    case edit([ReviewEdit])
}

/// A place to go to.
struct Destination: Sendable {
    let view: ViewKind
    var target: Target?
    /// The filter to set there; nil to keep the one that is set.
    var filter: String?
}

/// A thing a view can select.
enum Target: Sendable, Hashable {
    /// A resource, and a property of it as a path.
    case resource(ResourceID, property: String? = nil)
    /// A finding, by its fingerprint.
    case finding(String)
    /// The first row of a control, by its id.
    case control(String)
    /// A step of the reference architecture, 1 to 5.
    case step(Int)
    /// A way from one end to another, each in the grammar of endpoints; an end that is nil stays as it is.
    case path(from: String?, to: String?)
    /// What an endpoint reaches.
    case blast(String)

    /// The view that shows it.
    var view: ViewKind {
        switch self {
        case .resource: .topology
        case .finding, .control: .findings
        case .step: .review
        case .path, .blast: .paths
        }
    }
}

/// A line of a pane, and where Enter leads from it.
struct TargetRow: Sendable, Hashable {
    let line: StyledLine
    var target: Target?

    var isBlank: Bool { line.spans.allSatisfy { $0.text.allSatisfy { $0 == " " } } }
}

/// One thing to copy.
struct Copy: Sendable, Hashable {
    /// The letter that copies it.
    let letter: Character
    let name: String
    let text: String
}
