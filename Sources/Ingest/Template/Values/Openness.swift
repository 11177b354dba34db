/// Whether a container is known completely.
enum Openness: Sendable {
    /// Everything is known.
    case closed
    /// Everything is known, even inside a container that is open.
    case sealed
    /// Azure adds members at run time; the text is the expression that leads here.
    case open(String)

    /// What holds for a member reached from a container of this openness.
    func inherited(by member: Openness, step: String) -> Openness {
        guard case .open(let text) = self, case .closed = member else { return member }
        return .open(text + step)
    }
}
