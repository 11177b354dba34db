/// Everything a key, the mouse or the palette can ask for.
///
/// What each one does, where it is valid and which keys call it stands in ``ActionTable``.
package enum Action: String, Sendable, CaseIterable {
    // Moving in the focused pane.
    case moveDown, moveUp, pageDown, pageUp, halfPageDown, halfPageUp, first, last
    case left, right, count, scrollDown, scrollUp
    // Between places.
    case open, cancel, back, forward, previousPlace, setMark, goToMark
    // Views and panes.
    case architecture, topology, segments, findings, paths, review
    case nextPane, previousPane, zoom, narrow, widen, switchTab
    // Finding rows.
    case search, nextMatch, previousMatch, filter, sort, reverseSort, listAll, columns, group, service,
        hideEmpty
    // Marking rows.
    case toggleMark, markRange, clearMarks
    // Doing.
    case decide, nextOpen, skip, copy, export, undo, redo
    // Between two ends.
    case pathFrom, pathTo, swap, blast
    // The program.
    case palette, help, signs, diagnostics, themes, mouse, reload, repaint, suspend, quit
    // Inside a menu or a form.
    case accept, nextField, previousField
}
