package import Canvas

/// A stage without a terminal: a state, what events do to it, and how it is drawn.
package struct HeadlessStage<State>: Stage {
    package var state: State
    package private(set) var size: Size
    private let update: (inout State, InputEvent) -> Void
    private let render: (State, Size) -> Frame

    package init(
        _ state: State,
        size: Size = Size(columns: 80, rows: 24),
        update: @escaping (inout State, InputEvent) -> Void,
        render: @escaping (State, Size) -> Frame
    ) {
        self.state = state
        self.size = size
        self.update = update
        self.render = render
    }

    package var frame: Frame { render(state, size) }

    package mutating func send(_ event: InputEvent) {
        if case .resize(let size) = event { self.size = size }
        update(&state, event)
    }

    package mutating func screen(when condition: (Screen) -> Bool) -> Screen { Screen(frame) }
}

extension Screen {
    /// What stands on a frame.
    package init(_ frame: Frame) {
        let selected = (0..<frame.size.rows).filter { row in
            (0..<frame.size.columns).contains { frame[$0, row].style.surface == .selection }
        }
        self.init(rows: (0..<frame.size.rows).map { frame.text(row: $0) }, selected: selected)
    }
}
