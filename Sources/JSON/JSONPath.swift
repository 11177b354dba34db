/// A path such as `properties.ipsecPolicies[0].dhGroup` or `tags["cost.center"]`, taken apart.
struct JSONPath {
    enum Step {
        case name(String)
        case index(Int)
    }

    let steps: [Step]

    /// Any text is a path; what cannot be an index is part of a name.
    init(_ text: String) {
        var steps: [Step] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first == "." {
                rest.removeFirst()
            } else if first == "[", let close = rest.firstIndex(of: "]"),
                let index = Int(rest[rest.index(after: rest.startIndex)..<close])
            {
                steps.append(.index(index))
                rest = rest[rest.index(after: close)...]
            } else if rest.hasPrefix("[\""), let close = rest.dropFirst(2).firstRange(of: "\"]") {
                steps.append(.name(String(rest[rest.index(rest.startIndex, offsetBy: 2)..<close.lowerBound])))
                rest = rest[close.upperBound...]
            } else {
                let end = rest.dropFirst().firstIndex { $0 == "." || $0 == "[" } ?? rest.endIndex
                steps.append(.name(String(rest[..<end])))
                rest = rest[end...]
            }
        }
        self.steps = steps
    }

    /// The path with one more step, spelled so that it reads back.
    static func append(_ step: Step, to path: String) -> String {
        switch step {
        case .index(let index): "\(path)[\(index)]"
        case .name(let name) where name.contains { $0 == "." || $0 == "[" }: "\(path)[\"\(name)\"]"
        case .name(let name): path.isEmpty ? name : "\(path).\(name)"
        }
    }
}
