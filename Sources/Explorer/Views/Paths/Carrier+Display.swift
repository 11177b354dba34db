import Canvas
import Reachability
import Topology

extension Carrier {
    /// What it is called, in a line.
    var summary: StyledLine {
        var line = StyledLine()
        if let resource { line.append(resource.displayName, .security) }
        switch kind {
        case .rule:
            if let rule { line.append(" \(rule)", .strong) }
            if let priority { line.append(" \(priority)", .muted) }
        case .link:
            if let rule { line.append(" \(rule)", .strong) }
        case .bareSubnet: line.append(" has no security group", .strong)
        }
        line.append("  \(stage.name)", .muted)
        return line
    }

    /// What would be changed, in a few words.
    var change: String {
        switch kind {
        case .rule: "A rule that denies before this one"
        case .link: "Taking this link away"
        case .bareSubnet: "A security group on this subnet"
        }
    }
}
