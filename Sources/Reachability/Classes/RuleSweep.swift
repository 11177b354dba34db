/// What one list does with the services of an axis, bit by bit; what is in none of the words goes on.
struct ListWords: Hashable, Sendable {
    var deny: UInt64 = 0
    /// Let through past the security groups behind.
    var always: UInt64 = 0
    /// It cannot be said.
    var open: UInt64 = 0
    /// Of the open ones, those that may be stopped, and those that may be let through past the groups behind.
    var mayDeny: UInt64 = 0
    var mayAlways: UInt64 = 0
}

/// The first rule that matches, for all services of an axis at once.
///
/// A rule of which it cannot be said whether it matches leaves open what it would decide, unless the rule that does match
/// would do the same; without one the packet goes on (``RuleList/decide(_:at:_:)``).
struct RuleSweep {
    private(set) var undecided: UInt64
    private var words = ListWords()
    private var openAllow: UInt64 = 0
    private var openDeny: UInt64 = 0
    private var openAlways: UInt64 = 0
    private var openUnknown: UInt64 = 0

    init(_ services: UInt64) { undecided = services }

    /// Takes the next rule.
    @inline(__always)
    mutating func take(_ action: UInt8, certain: UInt64, open: UInt64) {
        if open != 0 { leaveOpen(action, open & undecided) }
        let matched = certain & undecided
        if matched != 0 { decide(action, matched) }
    }

    /// What the list does in the end.
    var result: ListWords {
        var sweep = self
        sweep.decide(FilterTable.Action.allow, undecided)
        return sweep.words
    }

    private mutating func decide(_ action: UInt8, _ services: UInt64) {
        let conflict = services & (action == FilterTable.Action.unknown ? .max : openOther(than: action))
        words.open |= conflict
        words.mayDeny |= conflict & (openDeny | openUnknown)
        words.mayAlways |= conflict & (openAlways | openUnknown)
        let settled = services & ~conflict
        switch action {
        case FilterTable.Action.deny:
            words.deny |= settled
            words.mayDeny |= conflict
        case FilterTable.Action.always:
            words.always |= settled
            words.mayAlways |= conflict
        case FilterTable.Action.unknown:
            words.mayDeny |= conflict
            words.mayAlways |= conflict
        default: break
        }
        undecided &= ~services
    }

    private mutating func leaveOpen(_ action: UInt8, _ services: UInt64) {
        switch action {
        case FilterTable.Action.allow: openAllow |= services
        case FilterTable.Action.deny: openDeny |= services
        case FilterTable.Action.always: openAlways |= services
        default: openUnknown |= services
        }
    }

    /// Services that an earlier rule may decide otherwise; nothing is the same as what cannot be read.
    private func openOther(than action: UInt8) -> UInt64 {
        switch action {
        case FilterTable.Action.allow: openDeny | openAlways | openUnknown
        case FilterTable.Action.deny: openAllow | openAlways | openUnknown
        case FilterTable.Action.always: openAllow | openDeny | openUnknown
        default: openAllow | openDeny | openAlways | openUnknown
        }
    }
}
