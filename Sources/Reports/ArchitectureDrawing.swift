import Review
import Rules

/// The architecture map as SVG: the outside at the left, hubs and the edge in the middle, spokes and platform services
/// at the right, and every way between them with the number of the step that secures it.
///
/// Colours are classes, which the page gives their values; every mark has a letter or a word too.
struct ArchitectureDrawing {
    private let state: ArchitectureState
    private let layout: DrawingLayout

    init(_ state: ArchitectureState) {
        self.state = state
        layout = DrawingLayout(state)
    }

    /// Writes the drawing into a page.
    func write(into page: inout Markup) {
        let size = "0 0 \(DrawingLayout.width) \(layout.height)"
        page.element("svg", ["viewBox": size, "role": "img", "aria-labelledby": "map-title map-text"]) {
            svg in
            svg.element("title", ["id": "map-title"], "The architecture of the estate")
            svg.element("desc", ["id": "map-text"], description)
            for route in layout.routes { draw(route, into: &svg) }
            for placed in layout.boxes { draw(placed, into: &svg) }
            // Words above all lines, so that each can be read.
            for route in layout.routes { label(route, into: &svg) }
        }
    }

    /// The drawing in words.
    private var description: String {
        let links = state.map.links.map { link in
            let from = state.map.box(link.from)?.title ?? link.from
            let to = state.map.box(link.to)?.title ?? link.to
            return "\(from) to \(to): \(link.kind.label)"
        }
        let more = links.count > 40 ? "; and \(links.count - 40) more" : ""
        return links.prefix(40).joined(separator: "; ") + more
    }

    // MARK: Boxes

    private func draw(_ placed: DrawingLayout.Placed, into svg: inout Markup) {
        let frame = placed.frame
        svg.breakLine()
        svg.element("g", ["class": "box \(placed.zone)"]) { svg in
            svg.leaf(
                "rect",
                [
                    "x": String(frame.x), "y": String(frame.y), "width": String(frame.width),
                    "height": String(frame.height), "rx": "8",
                ]
            )
            var y = frame.y + 22
            for (index, line) in placed.lines.enumerated() {
                let attributes: Markup.Attributes = [
                    "x": String(frame.x + 12), "y": String(y),
                    "class": index == 0 ? "name" : line.isQuiet ? "quiet" : nil,
                ]
                svg.element("text", attributes, line.text)
                y += DrawingLayout.lineHeight
            }
            if let badge = placed.badge {
                let width = badge.text.count * 7 + 14
                let x = frame.x + frame.width - width - 8
                let y = frame.y + frame.height - 10
                svg.leaf(
                    "rect",
                    [
                        "x": String(x), "y": String(y), "width": String(width), "height": "20", "rx": "10",
                        "class": "badge \(badge.tone)",
                    ]
                )
                svg.element(
                    "text",
                    [
                        "x": String(x + width / 2), "y": String(y + 14), "class": "badge-text \(badge.tone)",
                        "text-anchor": "middle",
                    ],
                    badge.text
                )
            }
        }
    }

    // MARK: Links

    private func draw(_ route: DrawingLayout.Route, into svg: inout Markup) {
        svg.breakLine()
        svg.leaf("path", ["d": route.path, "class": "link \(route.kind.rawValue)"])
    }

    private func label(_ route: DrawingLayout.Route, into svg: inout Markup) {
        let counts = ReviewCounts(state.findings(at: route.link))
        var text = "\(route.kind.step.rawValue) \(route.kind.label)"
        if let worst = counts.worst { text += " \(counts[.fail]) \(worst.rawValue)" }
        let width = text.count * 6 + 12
        let x = min(route.label.x, DrawingLayout.width - width / 2 - 2)
        svg.breakLine()
        svg.leaf(
            "rect",
            [
                "x": String(x - width / 2), "y": String(route.label.y - 8),
                "width": String(width),
                "height": "16", "rx": "8", "class": "plate",
            ]
        )
        svg.element(
            "text",
            [
                "x": String(x), "y": String(route.label.y + 4), "text-anchor": "middle",
                "class": "label \(counts.worst?.rawValue ?? route.kind.rawValue)",
            ],
            text
        )
    }
}
