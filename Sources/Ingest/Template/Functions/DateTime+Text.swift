extension DateTime {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    private static let weekdays = [
        "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday",
    ]

    /// The standard formats of .NET in its invariant culture.
    private static let standard: [String: String] = [
        "d": "MM/dd/yyyy", "D": "dddd, dd MMMM yyyy", "f": "dddd, dd MMMM yyyy HH:mm",
        "F": "dddd, dd MMMM yyyy HH:mm:ss", "g": "MM/dd/yyyy HH:mm", "G": "MM/dd/yyyy HH:mm:ss",
        "m": "MMMM dd", "M": "MMMM dd", "o": "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
        "O": "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", "r": "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "R": "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "s": "yyyy-MM-dd'T'HH:mm:ss", "t": "HH:mm", "T": "HH:mm:ss",
        "u": "yyyy-MM-dd HH:mm:ss'Z'", "U": "dddd, dd MMMM yyyy HH:mm:ss", "y": "yyyy MMMM", "Y": "yyyy MMMM",
    ]

    /// The moment in a standard or custom format of .NET; words it does not have stay as they are.
    func text(_ format: String) -> String {
        var text = ""
        var rest = Substring(Self.standard[format] ?? format)
        while let first = rest.first {
            if first == "'" || first == "\"" {
                let literal = rest.dropFirst().prefix { $0 != first }
                text += literal
                rest = rest.dropFirst(literal.count + 2)
            } else if first == "\\" || first == "%" {
                rest = rest.dropFirst()
                if first == "\\", let literal = rest.popFirst() { text.append(literal) }
            } else {
                let count = rest.prefix { $0 == first }.count
                rest = rest.dropFirst(count)
                text += word(first, count) ?? String(repeating: first, count: count)
            }
        }
        return text
    }

    /// What a run of one letter stands for; nil where it stands for itself.
    private func word(_ letter: Character, _ count: Int) -> String? {
        let (year, month, day) = parts
        let time = epoch - Self.floored(epoch, 86_400) * 86_400
        let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60)
        let weekday = Self.weekdays[(Self.floored(epoch, 86_400) % 7 + 7) % 7]
        switch letter {
        case "y": return count > 2 ? Self.padded(year, count) : Self.padded(year % 100, count)
        case "M" where count > 2:
            return count > 3 ? Self.months[month - 1] : String(Self.months[month - 1].prefix(3))
        case "M": return Self.padded(month, count)
        case "d" where count > 2: return count > 3 ? weekday : String(weekday.prefix(3))
        case "d": return Self.padded(day, count)
        case "H": return Self.padded(hour, min(count, 2))
        case "h": return Self.padded((hour + 11) % 12 + 1, min(count, 2))
        case "m": return Self.padded(minute, min(count, 2))
        case "s": return Self.padded(second, min(count, 2))
        case "f": return String(repeating: "0", count: min(count, 7))
        case "F": return ""
        case "t": return String((hour < 12 ? "AM" : "PM").prefix(count))
        case "K": return "Z"
        case "z": return count == 1 ? "+0" : count == 2 ? "+00" : "+00:00"
        case "g": return "A.D."
        default: return nil
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, min(width, 8) - text.count)) + text
    }
}
