import Canvas

/// Where everything stands on a screen of a size; drawing and the mouse read the same one.
struct ScreenLayout {
    let tabs: Rect
    let body: Rect
    let foot: Rect
    /// The panes that are shown, with their borders.
    let frames: [PaneKind: Rect]
    /// What is inside them.
    let contents: [PaneKind: Rect]
    let style: PaneStyle

    /// How a pane is told from what is around it, as far as there is room.
    enum PaneStyle { case boxed, titled, bare }

    init(_ state: State) {
        let screen = Rect(state.size)
        let hasBars = screen.rows >= 5
        let (tabs, rest) = screen.top(hasBars ? 1 : 0)
        let (foot, body) = rest.bottom(screen.rows >= 3 ? 1 : 0)
        self.tabs = tabs
        self.foot = foot
        self.body = body
        let isSmall = body.columns < 60 || body.rows < 14
        style = !isSmall ? .boxed : body.rows >= 4 ? .titled : .bare
        let place = state.place
        if isSmall || place.isZoomed {
            frames = [place.focus: body]
        } else {
            frames = place.view.layout(body, split: place.split).filter { !$0.value.isEmpty }
        }
        let style = style
        contents = frames.mapValues { frame in
            switch style {
            case .boxed: Pane.interior(of: frame)
            case .titled: frame.top(1).rest
            case .bare: frame
            }
        }
    }

    /// The pane at a point of the screen.
    func pane(at point: Point) -> PaneKind? { frames.first { $0.value.contains(point) }?.key }
}
