/// A date, a time or both, known to be on the calendar and the clock.
package struct TOMLDateTime: Hashable, Sendable {
    package enum Kind: Sendable { case offsetDateTime, localDateTime, localDate, localTime }

    package let kind: Kind
    /// As it was written.
    package let text: String

    /// Nil where it is none.
    package init?(_ text: String) {
        self.text = text
        var rest = Substring(text).unicodeScalars
        let isTime = rest.dropFirst(2).first == ":"
        if !isTime {
            guard Self.takeDate(&rest) else { return nil }
            if rest.isEmpty {
                kind = .localDate
                return
            }
            guard let mark = rest.popFirst(), mark == "T" || mark == "t" || mark == " " else { return nil }
        }
        guard Self.takeTime(&rest) else { return nil }
        if rest.isEmpty {
            kind = isTime ? .localTime : .localDateTime
            return
        }
        guard !isTime, Self.takeOffset(&rest), rest.isEmpty else { return nil }
        kind = .offsetDateTime
    }

    private typealias Rest = Substring.UnicodeScalarView

    private static func takeDate(_ rest: inout Rest) -> Bool {
        guard let year = takeNumber(&rest, digits: 4), rest.popFirst() == "-",
            let month = takeNumber(&rest, digits: 2), rest.popFirst() == "-",
            let day = takeNumber(&rest, digits: 2), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    private static func takeTime(_ rest: inout Rest) -> Bool {
        guard let hour = takeNumber(&rest, digits: 2), rest.popFirst() == ":",
            let minute = takeNumber(&rest, digits: 2), rest.popFirst() == ":",
            // 60 is the second that is put in now and then.
            let second = takeNumber(&rest, digits: 2), hour < 24, minute < 60, second <= 60
        else { return false }
        guard rest.first == "." else { return true }
        rest.removeFirst()
        let fraction = rest.prefix { "0"..."9" ~= $0 }
        rest = rest[fraction.endIndex...]
        return !fraction.isEmpty
    }

    private static func takeOffset(_ rest: inout Rest) -> Bool {
        switch rest.popFirst() {
        case "Z", "z": return true
        case "+", "-":
            guard let hour = takeNumber(&rest, digits: 2), rest.popFirst() == ":",
                let minute = takeNumber(&rest, digits: 2)
            else { return false }
            return hour < 24 && minute < 60
        default: return false
        }
    }

    private static func takeNumber(_ rest: inout Rest, digits count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = rest.popFirst(), "0"..."9" ~= digit else { return nil }
            number = number * 10 + Int(digit.value) - 0x30
        }
        return number
    }
}
