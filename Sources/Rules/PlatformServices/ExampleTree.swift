/// Nested JSON that is put together path by path, for examples.
indirect enum ExampleTree {
    case leaf(String)
    case object([(name: String, value: ExampleTree)])
    /// Elements that are alike but for the first one.
    case list([ExampleTree])

    init() { self = .object([]) }

    /// The tree with the value at a path; `first` is put at the same path of an element before it where there is `[*]`.
    func setting(_ path: String, to value: String, before first: String? = nil) -> ExampleTree {
        setting(Self.steps(path)[...], to: value, first)
    }

    private func setting(_ steps: ArraySlice<String>, to value: String, _ first: String?) -> ExampleTree {
        guard let step = steps.first else { return .leaf(value) }
        let rest = steps.dropFirst()
        if step == "*" {
            let element = ExampleTree().setting(rest, to: value, nil)
            return .list((first.map { [ExampleTree().setting(rest, to: $0, nil)] } ?? []) + [element])
        }
        var members: [(name: String, value: ExampleTree)] =
            if case .object(let members) = self { members } else { [] }
        let index = members.firstIndex { $0.name == step } ?? members.count
        let inner = index < members.count ? members[index].value : ExampleTree()
        let changed = (name: step, value: inner.setting(rest, to: value, first))
        if index < members.count { members[index] = changed } else { members.append(changed) }
        return .object(members)
    }

    /// The names of a path, `*` for each element.
    private static func steps(_ path: String) -> [String] {
        var steps: [String] = []
        for part in path.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            // Between quotes stands one name that has dots.
            if part.offset % 2 == 1 {
                steps.append(String(part.element))
            } else {
                steps += part.element.split { ".[]".contains($0) }.map(String.init)
            }
        }
        return steps
    }

    /// The tree as JSON.
    var text: String {
        switch self {
        case .leaf(let text): text
        case .object(let members):
            "{\(members.map { "\"\($0.name)\": \($0.value.text)" }.joined(separator: ", "))}"
        case .list(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
        }
    }
}
