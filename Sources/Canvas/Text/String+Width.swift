extension String {
    /// Whether every byte is a printing ASCII character: the text is safe as it is and one column a byte.
    var isPlain: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

    /// How many columns the text takes when drawn.
    package var columns: Int {
        if isPlain { return utf8.count }
        var columns = 0
        for character in self { columns += character.cellForm.columns }
        return columns
    }

    /// The text as it may reach a terminal, a title, a link or the clipboard.
    ///
    /// No control, escape, newline, bidirectional or unknown character is left: each becomes a visible `·`.
    package var sanitised: String {
        if isPlain { return self }
        var safe = ""
        for character in self { safe.append(character.cellForm.character) }
        return safe
    }

    /// The longest beginning that takes at most so many columns, made safe, and whether that is all of the text.
    func fitting(_ columns: Int) -> (text: String, columns: Int, isWhole: Bool) {
        if isPlain {
            let text = String(prefix(Swift.max(0, columns)))
            return (text, text.utf8.count, text.utf8.count == utf8.count)
        }
        var text = ""
        var used = 0
        for character in self {
            let form = character.cellForm
            if used + form.columns > columns { return (text, used, false) }
            text.append(form.character)
            used += form.columns
        }
        return (text, used, true)
    }
}
