import Canvas

/// Tells the second press of a double press from two presses.
struct ClickCounter: Hashable, Sendable {
    private struct Press: Hashable, Sendable {
        let button: Int
        let point: Point
        let time: Int
    }

    /// How far apart the two may be, in milliseconds.
    static let interval = 400

    private var last: Press?

    mutating func isSecond(button: Int, at point: Point, time: Int) -> Bool {
        if let last, last.button == button, last.point == point, time - last.time <= Self.interval {
            // A third press begins anew.
            self.last = nil
            return true
        }
        last = Press(button: button, point: point, time: time)
        return false
    }
}
