/// What a person or the terminal does.
package enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// Text pasted in one go (bracketed paste).
    case paste(String)
    case mouse(Mouse)
    case resize(Size)
    /// The terminal gained or lost the focus.
    case focus(Bool)
}

/// A key with its modifiers.
package enum Key: Hashable, Sendable {
    /// A printing character, as typed.
    case character(Character)
    /// Control with a letter, the letter in lower case.
    case control(Character)
    /// Alt or Escape-prefixed.
    case alt(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, pageUp, pageDown, home, end
    case function(Int)
}

/// A mouse event at a cell.
package struct Mouse: Hashable, Sendable {
    package enum Action: Hashable, Sendable { case press, release, doublePress, drag, wheelUp, wheelDown }

    package let action: Action
    /// 1 left, 2 middle, 3 right; 0 for the wheel.
    package let button: Int
    package let point: Point

    package init(_ action: Action, button: Int = 1, at point: Point) {
        self.action = action
        self.button = button
        self.point = point
    }
}
