/// A moment in UTC, to the second, of the Gregorian calendar.
struct DateTime {
    /// Seconds since 1970.
    let epoch: Int

    private static let range = -62_135_596_800...253_402_300_799

    init?(epoch: Int) {
        guard Self.range.contains(epoch) else { return nil }
        self.epoch = epoch
    }

    /// ISO 8601, `20200101T000000Z` and the like, with `Z`, an offset or nothing behind it.
    init?(_ text: String) {
        var digits: [Int] = []
        var offset = 0
        let characters = Array(text.utf8)
        var index = 0
        func number(_ count: Int) -> Int? {
            guard index + count <= characters.count else { return nil }
            let part = characters[index..<index + count]
            guard part.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
            index += count
            return part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        func skip(_ allowed: String) {
            while index < characters.count, allowed.utf8.contains(characters[index]) { index += 1 }
        }
        for (place, count) in [4, 2, 2, 2, 2, 2].enumerated() {
            guard let part = number(count) else {
                guard place == 3 || place == 5 else { return nil }
                break
            }
            digits.append(part)
            skip(place < 2 ? "-/" : place == 2 ? "T t" : ":")
        }
        skip(".0123456789 ")
        if index < characters.count {
            let sign = characters[index]
            index += 1
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                guard let hours = number(2) else { return nil }
                skip(":")
                offset = (hours * 3_600 + (number(2) ?? 0) * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
            } else if sign | 0x20 != UInt8(ascii: "z") {
                return nil
            }
        }
        guard index == characters.count else { return nil }
        digits += [Int](repeating: 0, count: 6 - digits.count)
        guard (1...9_999).contains(digits[0]), (1...12).contains(digits[1]),
            (1...Self.days(in: digits[1], of: digits[0])).contains(digits[2]), digits[3] < 24, digits[4] < 60,
            digits[5] < 60
        else { return nil }
        let days = Self.days(digits[0], digits[1], digits[2])
        self.init(epoch: days * 86_400 + digits[3] * 3_600 + digits[4] * 60 + digits[5] - offset)
    }

    /// The moment after an ISO 8601 duration such as `P3Y`, `-P9D`, `PT1H30M`.
    func adding(duration: String) -> DateTime? {
        var text = Substring(duration)
        let sign = text.hasPrefix("-") ? -1 : 1
        if sign < 0 || text.hasPrefix("+") { text.removeFirst() }
        guard text.first == "P" else { return nil }
        text.removeFirst()
        var (months, seconds) = (0, 0)
        var inTime = false
        while let first = text.first {
            if first == "T" {
                inTime = true
                text.removeFirst()
                continue
            }
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            text = text.dropFirst(digits.count)
            guard digits.count < 9, let number = Int(digits), let unit = text.popFirst() else { return nil }
            switch (unit, inTime) {
            case ("Y", false): months += 12 * number
            case ("M", false): months += number
            case ("W", false): seconds += number * 604_800
            case ("D", false): seconds += number * 86_400
            case ("H", true): seconds += number * 3_600
            case ("M", true): seconds += number * 60
            case ("S", true): seconds += number
            default: return nil
            }
        }
        var (year, month, day) = parts
        let moved = year * 12 + month - 1 + sign * months
        guard moved >= 12, moved < 12 * 10_000 else { return nil }
        (year, month) = (moved / 12, moved % 12 + 1)
        day = min(day, Self.days(in: month, of: year))
        let time = epoch - Self.floored(epoch, 86_400) * 86_400
        return DateTime(epoch: Self.days(year, month, day) * 86_400 + time + sign * seconds)
    }

    private var parts: (year: Int, month: Int, day: Int) {
        // Days from 0000-03-01, in eras of 400 years.
        let days = Self.floored(epoch, 86_400) + 719_468
        let era = Self.floored(days, 146_097)
        let ofEra = days - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * ofYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floored(shifted, 400)
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func floored(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }

    /// The moment in a custom format of .NET; words it does not have stay as they are.
    func text(_ format: String) -> String {
        let format =
            ["u": "yyyy-MM-dd HH:mm:ssZ", "o": "yyyy-MM-ddTHH:mm:ss.0000000Z", "d": "MM/dd/yyyy"][format]
            ?? format
        let (year, month, day) = parts
        let time = epoch - Self.floored(epoch, 86_400) * 86_400
        let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60)
        var text = ""
        var rest = Substring(format)
        while let first = rest.first {
            let run = rest.prefix { $0 == first }.count
            rest = rest.dropFirst(run)
            switch first {
            case "y": text += run > 2 ? Self.padded(year, run) : Self.padded(year % 100, run)
            case "M": text += Self.padded(month, run)
            case "d": text += Self.padded(day, run)
            case "H": text += Self.padded(hour, run)
            case "h": text += Self.padded((hour + 11) % 12 + 1, run)
            case "m": text += Self.padded(minute, run)
            case "s": text += Self.padded(second, run)
            case "f": text += String(repeating: "0", count: run)
            case "t": text += (hour < 12 ? "AM" : "PM").prefix(run)
            case "'": break
            default: text += String(repeating: first, count: run)
            }
        }
        return text
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, min(width, 8) - text.count)) + text
    }
}
