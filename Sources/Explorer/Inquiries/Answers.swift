/// What was asked about the estate that is shown, and what was answered.
///
/// Each reading of the estate begins a new generation; what is answered to an older one is dropped.
struct Answers: Sendable {
    private(set) var generation = 0
    /// Counts the answers, so that a view knows when its rows are stale.
    private(set) var count = 0
    private var known: [Inquiry: Reply] = [:]
    /// From the oldest to the newest.
    private var order: [Inquiry] = []
    private var pending: Set<Inquiry> = []

    /// Older answers are forgotten, and asked for again where they are wanted again.
    private static let most = 64

    /// While so many are being worked out no more are asked: who moves fast asks only where they come to rest.
    private static let mostPending = 4

    subscript(inquiry: Inquiry) -> Reply? { known[inquiry] }

    func isPending(_ inquiry: Inquiry) -> Bool { pending.contains(inquiry) }

    /// Asks what is neither answered nor asked already.
    mutating func ask(_ inquiries: [Inquiry]) -> [Work] {
        inquiries.filter { inquiry in
            known[inquiry] == nil && pending.count < Answers.mostPending && pending.insert(inquiry).inserted
        }
        .map { .ask($0, generation: generation) }
    }

    /// Keeps an answer; false where it is to an older generation.
    mutating func take(_ answer: Reply, to inquiry: Inquiry, generation: Int) -> Bool {
        guard generation == self.generation else { return false }
        pending.remove(inquiry)
        if known.updateValue(answer, forKey: inquiry) == nil { order.append(inquiry) }
        if order.count > Answers.most { known[order.removeFirst()] = nil }
        count += 1
        return true
    }

    /// Begins anew, for another estate.
    mutating func forget() {
        generation += 1
        known = [:]
        order = []
        pending = []
    }
}
