/// A moment in UTC, to the second, of the Gregorian calendar.
struct DateTime {
    /// Seconds since 1970.
    let epoch: Int

    private static let range = -62_135_596_800...253_402_300_799

    init?(epoch: Int) {
        guard Self.range.contains(epoch) else { return nil }
        self.epoch = epoch
    }

    /// ISO 8601, `20200101T000000Z` and the like, with `Z`, an offset or nothing behind it; also `4/7/2023 2:53:14 PM`.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        if let day = words.first, day.contains("/"), !(day.split(separator: "/").first?.utf8.count == 4) {
            self.init(american: words)
            return
        }
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

    /// Month, day and year between slashes, then the time, then which half of the day.
    private init?(american words: [Substring]) {
        let day = words[0].split(separator: "/").map { Int($0) ?? -1 }
        let time = (words.count > 1 ? words[1] : "0:00").split(separator: ":").map { Int($0) ?? -1 }
        guard day.count == 3, (2...3).contains(time.count), words.count < 4, (1...9_999).contains(day[2]),
            (1...12).contains(day[0]), (1...Self.days(in: day[0], of: day[2])).contains(day[1]),
            (0..<24).contains(time[0]), time.dropFirst().allSatisfy((0..<60).contains)
        else { return nil }
        var hour = time[0]
        if words.count > 2 {
            guard (1...12).contains(hour), ["AM", "PM"].contains(words[2].uppercased()) else { return nil }
            hour = hour % 12 + (words[2].uppercased() == "PM" ? 12 : 0)
        }
        let seconds = hour * 3_600 + time[1] * 60 + (time.count > 2 ? time[2] : 0)
        self.init(epoch: Self.days(day[2], day[0], day[1]) * 86_400 + seconds)
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

    var parts: (year: Int, month: Int, day: Int) {
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

    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
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

    static func floored(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }
}
