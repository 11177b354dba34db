import JSON
import Reachability
import Topology

extension Carrier {
    /// For example `nsg-web AllowVnetInBound (65000) inbound`.
    var words: String {
        let name = resource?.displayName ?? "?"
        switch kind {
        case .rule:
            let priority = priority.map { " (\($0))" } ?? ""
            return "\(name) \(rule ?? "")\(priority) [\(stage.rawValue)]"
        case .link: return "\(rule.map { "\(name) \($0)" } ?? name) [\(stage.rawValue)]"
        case .bareSubnet: return "\(name), which has no security group [\(stage.rawValue)]"
        }
    }
}

extension JSONWriter {
    /// The members of a carrier.
    mutating func carrier(_ carrier: Carrier) {
        member("kind", carrier.kind.rawValue)
        member("stage", carrier.stage.rawValue)
        member("resource", carrier.resource?.text)
        if let rule = carrier.rule { member("rule", rule) }
        if let priority = carrier.priority { member("priority", priority) }
    }
}
