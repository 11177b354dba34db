package import Canvas

/// How a terminal is to be opened.
package struct TerminalOptions: Sendable {
    /// How styles look.
    package var theme: Theme
    /// The depth that was asked for; nil takes what the terminal and the environment say.
    package var depth: ColorDepth?
    /// Take colours even where `NO_COLOR` is set.
    package var ignoresNoColor = false
    /// Draw nothing beyond ASCII, whatever the locale.
    package var ascii = false
    /// Ask for presses, drags and the wheel of the mouse.
    package var mouse = true
    /// What the window is called meanwhile; the old title comes back.
    package var title: String?
    /// Standard input is data: read the keys from the controlling terminal.
    package var inputIsData = false

    package init(theme: Theme) { self.theme = theme }
}
