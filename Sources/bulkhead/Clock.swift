import Glibc
import Review

/// What time it is: the one place that asks the machine.
enum Clock {
    /// Now, as an RFC 3339 time in UTC, for example `2026-11-24T10:00:00Z`.
    static var now: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return format(&parts, "%Y-%m-%dT%H:%M:%SZ")
    }

    /// The day it is, in the machine's time zone.
    static var today: Day {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return Day(format(&parts, "%Y-%m-%d")) ?? .epoch
    }

    private static func format(_ parts: inout tm, _ pattern: String) -> String {
        var bytes = [CChar](repeating: 0, count: 64)
        let count = strftime(&bytes, bytes.count, pattern, &parts)
        return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension ReviewEdit {
    /// The edit with the present time on a decision or an answer that has none.
    var dated: ReviewEdit {
        switch self {
        case .decide(var decision) where decision.decided == nil:
            decision.decided = Clock.now
            return .decide(decision)
        case .answer(var answer) where answer.answered == nil:
            answer.answered = Clock.now
            return .answer(answer)
        default: return self
        }
    }
}
