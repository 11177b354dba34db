import CNcurses
import Canvas

/// A style as ncurses takes it.
struct Pen {
    let attributes: UInt32
    let pair: Int32

    init(attributes: UInt32, pair: Int32) {
        self.attributes = attributes
        self.pair = pair
    }

    init(_ look: CellLook, pairs: inout ColorPairs) {
        var attributes: UInt32 = 0
        let wanted = look.attributes
        if wanted.contains(.bold) || pairs.needsBold(look.foreground) { attributes |= ncurses_bold() }
        if wanted.contains(.underline) { attributes |= ncurses_underline() }
        if wanted.contains(.reverse) { attributes |= ncurses_reverse() }
        if wanted.contains(.dim) { attributes |= ncurses_dim() }
        self.init(attributes: attributes, pair: pairs.number(look.foreground, on: look.background))
    }
}
