package import Topology

/// One rule of a filter: what it matches as sets, and what it does with it.
package struct FilterRule: Sendable {
    package enum Action: Hashable, Sendable {
        case allow, deny
        /// What the rule does could not be read.
        case unknown(reason: String)
    }

    package let name: String
    package let priority: Int
    package let action: Action
    /// Whether Azure put it there: it cannot be deleted.
    package let isDefault: Bool
    /// Where it stands in its security group, for example `securityRules[3]`; nil for a rule that stands alone, or
    /// that the input leaves out because Azure always adds it.
    package let path: String?
    /// The rule itself; nil for a rule that was not read.
    package let resource: Resource?
    /// What it matches; a packet in any of the boxes.
    package let matches: [PacketBox]

    package init(
        name: String,
        priority: Int,
        action: Action,
        isDefault: Bool = false,
        path: String? = nil,
        resource: Resource? = nil,
        matches: [PacketBox]
    ) {
        self.name = name
        self.priority = priority
        self.action = action
        self.isDefault = isDefault
        self.path = path
        self.resource = resource
        self.matches = matches
    }
}
