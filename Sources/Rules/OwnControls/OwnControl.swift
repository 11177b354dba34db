import JSON
import Topology

/// What a team's own control asks, apart from what describes it.
struct OwnControl: Sendable {
    /// Which resources of its types it concerns; nil for all of them.
    let scope: Condition?
    let condition: Condition
    /// What a failure says; `{path}` stands for the value at that path.
    let message: String
    /// What is so where it passes.
    let title: String

    /// What it says of a resource; nil where the resource is not of its concern.
    func judge(_ resource: Resource, in topology: Topology) -> Judgement? {
        if let scope {
            let verdict = scope.verdict(on: resource, in: topology)
            switch verdict.truth {
            case .holds: break
            case .fails: return nil
            case .unknown: return .unknown(verdict.reason, verdict.proofs)
            }
        }
        let verdict = condition.verdict(on: resource, in: topology)
        return switch verdict.truth {
        case .holds: .pass("\(resource.id.displayName): \(title)", verdict.proofs)
        case .fails: .fail(said(of: resource), verdict.proofs)
        case .unknown: .unknown(verdict.reason, verdict.proofs)
        }
    }

    /// The message with the values in the places of their paths; braces around anything else stay.
    private func said(of resource: Resource) -> String {
        var said = ""
        var rest = message[...]
        while let open = rest.firstIndex(of: "{") {
            said += rest[..<open]
            let behind = rest[rest.index(after: open)...]
            guard let close = behind.firstIndex(of: "}") else { return said + rest[open...] }
            said += Self.value(at: String(behind[..<close]), of: resource)
            rest = behind[behind.index(after: close)...]
        }
        return said + rest
    }

    private static func value(at path: String, of resource: Resource) -> String {
        switch Property(path, of: resource) {
        case .absent: return "nothing"
        case .unknown: return "something only Azure knows"
        case .own(let text): return text
        case .value(let value):
            let shown = Secrets.masked(value, at: path)
            guard let text = value.string, shown == value.text else { return String(shown.prefix(80)) }
            return String(text.prefix(80))
        }
    }
}
