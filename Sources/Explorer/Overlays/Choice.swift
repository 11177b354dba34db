import Canvas

/// A short list to choose from: by moving and Enter, or by an item's letter.
package struct Choice: Sendable, Hashable {
    enum Purpose: Sendable, Hashable {
        case copy, columns, themes
        /// A mark is chosen by its letter.
        case marks
    }

    struct Item: Sendable, Hashable {
        var letter: Character?
        var name: String
        /// What stands beside the name, quieter.
        var detail = ""
        /// A tick, where items are switched on and off.
        var isOn: Bool?
    }

    let purpose: Purpose
    let title: String
    var items: [Item]
    var cursor = ListCursor()
    /// The theme to return to.
    var theme = ""
}
