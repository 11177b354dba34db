import JSON
import Topology

extension PropertyTest {
    /// Holds the test against a resource.
    func verdict(on resource: Resource, wanting isWanted: Bool) -> Verdict {
        let proofs = [Proof(path, expected: expectation(wanting: isWanted), in: resource)]
        let property = Property(path, of: resource)
        if case .unknown(let reason) = property { return .unknown(reason, proofs) }
        if case .exists(let isWantedThere) = test {
            let isThere = if case .absent = property { false } else { true }
            return .known(isThere == isWantedThere, proofs)
        }
        let answer: Answer
        switch property {
        case .value(let value): answer = self.answer(to: value)
        case .own(let text): answer = self.answer(to: .text(text))
        case .absent, .unknown:
            guard let absent else {
                return .unknown(
                    "the input has no \(path), and the control does not say what that means",
                    proofs
                )
            }
            answer = self.answer(to: absent)
        }
        switch answer {
        case .yes: return .known(true, proofs)
        case .no: return .known(false, proofs)
        case .open(let reason): return .unknown("\(path) \(reason)", proofs)
        }
    }

    /// Whether a value passes, or why that is open.
    private enum Answer {
        case yes, no
        case open(String)

        init(_ holds: Bool) { self = holds ? .yes : .no }
    }

    // MARK: Values of the input

    private func answer(to value: JSONValue) -> Answer {
        func mismatch(_ kind: String) -> Answer {
            .open("should be \(kind), the input has \(value.text.prefix(40))")
        }
        switch test {
        case .exists(let isWanted): return Answer(isWanted)
        case .equals(let wanted):
            return wanted.isSame(as: value).map { Answer($0) } ?? mismatch(wanted.kind)
        case .notEquals(let wanted):
            return wanted.isSame(as: value).map { Answer(!$0) } ?? mismatch(wanted.kind)
        case .oneOf(let wanted):
            let answers = wanted.map { $0.isSame(as: value) }
            if answers.contains(true) { return .yes }
            return answers.contains(false) ? .no : mismatch(wanted.first?.kind ?? "a value")
        case .contains(let wanted):
            if value.kind == .array { return Self.contains(wanted, in: value.elements) }
            guard let text = value.string else { return mismatch("a list or a text") }
            return Answer(text.lowercased().contains(wanted.text.lowercased()))
        case .matches(let pattern):
            guard [.string, .number, .bool].contains(value.kind) else { return mismatch("a text") }
            return Answer(Glob(pattern).matches(value.string ?? value.text))
        case .less(let limit): return value.number.map { Answer($0 < limit) } ?? mismatch("a number")
        case .greater(let limit): return value.number.map { Answer($0 > limit) } ?? mismatch("a number")
        case .inside(let blocks):
            return Self.terms(value).map { Self.inside(blocks, $0) } ?? mismatch("addresses")
        case .overlaps(let blocks):
            return Self.terms(value).map { Self.overlaps(blocks, $0) } ?? mismatch("addresses")
        }
    }

    private static func contains(_ wanted: Scalar, in elements: [JSONValue]) -> Answer {
        if elements.contains(where: { wanted.isSame(as: $0) == true }) { return .yes }
        let isOpen = elements.contains { $0.member("$symbolic") != nil }
        return isOpen ? .open("holds an element that only Azure knows") : .no
    }

    // MARK: What Azure takes for an absent value

    private func answer(to value: Scalar) -> Answer {
        func mismatch(_ kind: String) -> Answer {
            .open("is absent and stands for \(value.text), which is not \(kind)")
        }
        let number: Double? = if case .number(let number) = value { number } else { nil }
        switch test {
        case .exists(let isWanted): return Answer(isWanted)
        case .equals(let wanted): return wanted.isSame(as: value).map { Answer($0) } ?? mismatch(wanted.kind)
        case .notEquals(let wanted):
            return wanted.isSame(as: value).map { Answer(!$0) } ?? mismatch(wanted.kind)
        case .oneOf(let wanted): return Answer(wanted.contains { $0.isSame(as: value) == true })
        case .contains(let wanted): return Answer(value.text.lowercased().contains(wanted.text.lowercased()))
        case .matches(let pattern): return Answer(Glob(pattern).matches(value.text))
        case .less(let limit): return number.map { Answer($0 < limit) } ?? mismatch("a number")
        case .greater(let limit): return number.map { Answer($0 > limit) } ?? mismatch("a number")
        case .inside(let blocks): return Self.inside(blocks, [AddressTerm(value.text)])
        case .overlaps(let blocks): return Self.overlaps(blocks, [AddressTerm(value.text)])
        }
    }

    // MARK: Addresses

    /// The addresses of a text or of a list of texts; nil for anything else.
    private static func terms(_ value: JSONValue) -> [AddressTerm]? {
        let texts = value.kind == .array ? value.elements.map(\.string) : [value.string]
        let known = texts.compactMap(\.self)
        return known.count == texts.count ? known.map(AddressTerm.init) : nil
    }

    /// Whether every address lies in one of the blocks.
    private static func inside(_ blocks: [AddressPrefix], _ terms: [AddressTerm]) -> Answer {
        var open: String?
        for term in terms {
            switch term.meaning {
            case .any: return .no
            case .prefix(let prefix):
                guard blocks.contains(where: { $0.contains(prefix) }) else { return .no }
            case .range(let first, let last):
                guard blocks.contains(where: { $0.contains(first) && $0.contains(last) }) else { return .no }
            case .tag, .unreadable: open = open ?? term.text
            }
        }
        return open.map { .open("names \($0.prefix(40)), whose addresses are not known here") } ?? .yes
    }

    /// Whether any address lies in one of the blocks.
    private static func overlaps(_ blocks: [AddressPrefix], _ terms: [AddressTerm]) -> Answer {
        var open: String?
        for term in terms {
            switch term.meaning {
            case .any: return .yes
            case .prefix(let prefix):
                if blocks.contains(where: { $0.overlaps(prefix) }) { return .yes }
            case .range(let first, let last):
                let isHit = blocks.contains { block in
                    block.version == first.version && block.first <= last && first <= block.last
                }
                if isHit { return .yes }
            case .tag, .unreadable: open = open ?? term.text
            }
        }
        return open.map { .open("names \($0.prefix(40)), whose addresses are not known here") } ?? .no
    }
}
