import JSON
package import Topology

extension RuleList {
    /// The rules of a security group in one direction, Azure's own among them (azure-semantics 1.2).
    package init(_ group: NetworkSecurityGroup, _ direction: SecurityRule.Direction, tags: TagAddresses) {
        let rules = group.securityRules + group.defaultSecurityRules
        self.init(
            direction,
            rules.compactMap { rule in
                var entry = Entry(rule, direction, group.id, tags)
                entry?.oddity = rule.oddity(among: group.securityRules).map {
                    Assumption("rule-priority", "Rule \(rule.name): \($0)")
                }
                return entry
            }
        )
    }
}

extension RuleList.Entry {
    /// The compiled rule; nil for a rule of the other direction.
    init?(
        _ rule: SecurityRule,
        _ direction: SecurityRule.Direction,
        _ group: ResourceID,
        _ tags: TagAddresses
    ) {
        guard rule.direction.value ?? direction == direction else { return nil }
        let ports = (
            source: CompiledPorts(rule.sourcePorts, rule.resource, "sourcePortRange", "sourcePortRanges"),
            destination: CompiledPorts(
                rule.destinationPorts,
                rule.resource,
                "destinationPortRange",
                "destinationPortRanges"
            )
        )
        let unread =
            rule.direction.reason ?? rule.priority.reason
            ?? (rule.priority.isAbsent ? "it has no priority" : nil)
            ?? rule.networkProtocol.reason
            ?? (rule.networkProtocol.value?.numbers == nil ? "its protocol is unknown" : nil)
            ?? ports.source.problem ?? ports.destination.problem
        self.init(
            name: rule.name,
            priority: rule.priority.value ?? .min,
            action: Action(rule),
            resource: group,
            protocols: rule.networkProtocol.value?.numbers ?? .everything,
            source: RuleEnd(
                rule.sourceAddresses,
                groups: rule.sourceApplicationSecurityGroups,
                isWhole: rule.resource.isText("sourceAddressPrefix", "sourceAddressPrefixes"),
                tags: tags
            ),
            destination: RuleEnd(
                rule.destinationAddresses,
                groups: rule.destinationApplicationSecurityGroups,
                isWhole: rule.resource.isText("destinationAddressPrefix", "destinationAddressPrefixes"),
                tags: tags
            ),
            sourcePorts: ports.source.set,
            destinationPorts: ports.destination.set,
            doubt: unread.map { Assumption("rule-not-readable", "Rule \(rule.name) cannot be read: \($0).") }
        )
    }
}

extension RuleList.Entry.Action {
    init(_ rule: SecurityRule) {
        self =
            switch rule.access {
            case .set(.allow): .allow
            case .set(.deny): .deny
            case .unknown(let reason):
                .unknown(Assumption("rule-not-readable", "Rule \(rule.name) cannot be read: \(reason)."))
            case .absent:
                .unknown(Assumption("rule-not-readable", "Rule \(rule.name) has no access."))
            }
    }
}

/// The ports of a rule, and why some cannot be read.
struct CompiledPorts {
    let set: IntervalSet<UInt16>
    let problem: String?

    /// Reads the terms, and looks at the fields they were read from: a value that only Azure knows is not among them.
    init(_ terms: [PortTerm], _ resource: Resource, _ fields: String...) {
        let unread = terms.first { $0.range == nil }
        if !fields.allSatisfy({ resource.isText($0) }) {
            problem = "a port is a value that only Azure knows"
        } else if let unread {
            problem = "'\(unread.text)' is no port"
        } else {
            problem = terms.isEmpty ? "it has no ports" : nil
        }
        // `*`, `0-65535` and `1-65535` all stand for every port.
        set =
            problem != nil || terms.contains(where: \.isEverything)
            ? .everything : IntervalSet(terms.ranges.map { $0.first...$0.last })
    }
}

extension Resource {
    /// Whether everything in the fields is text: a value that only Azure knows is not.
    func isText(_ names: String...) -> Bool {
        names.allSatisfy { name in
            guard let value = fields[name], !value.isNull else { return true }
            let values = value.kind == .array ? value.elements : [value]
            return values.allSatisfy { $0.kind == .string || $0.kind == .number }
        }
    }
}
