/// A length of time as ISO 8601 writes it, for example `PT3H` or `P1D`.
struct ISODuration: CustomStringConvertible {
    let seconds: Int

    /// Nil for other text, for months and years, which are of no fixed length, and for what is longer than a year.
    init?(_ text: String) {
        guard let head = text.first, head == "P" || head == "p", text.count > 2 else { return nil }
        var total = 0
        var digits = ""
        var isTime = false
        for character in text.dropFirst().uppercased() {
            if character == "T", !isTime, digits.isEmpty {
                isTime = true
                continue
            }
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            let unit: Int
            switch (character, isTime) {
            case ("W", false): unit = 7 * 86400
            case ("D", false): unit = 86400
            case ("H", true): unit = 3600
            case ("M", true): unit = 60
            case ("S", true): unit = 1
            default: return nil
            }
            guard let number = Int(digits), number <= 366 * 86400 / unit else { return nil }
            total += number * unit
            digits = ""
        }
        guard digits.isEmpty else { return nil }
        seconds = total
    }

    var description: String {
        if seconds.isMultiple(of: 3600) { return "\(seconds / 3600) hours" }
        return seconds.isMultiple(of: 60) ? "\(seconds / 60) minutes" : "\(seconds) seconds"
    }
}
