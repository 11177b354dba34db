import JSON
package import Topology

extension Filter {
    /// The rules of a security group in one direction, Azure's own among them (azure-semantics 1.2).
    ///
    /// It stands for any place the group guards: `VirtualNetwork` at the near end is every address there, at the
    /// far end it stays a name, because what it covers depends on the subnet (azure-semantics 1.4).
    package init(
        _ group: NetworkSecurityGroup,
        _ direction: SecurityRule.Direction,
        namesSplit: Bool = false
    ) {
        let inside = group.resource.fields
        let places = ["securityRules", "defaultSecurityRules"].flatMap { list in
            (inside[list]?.elements ?? []).enumerated().map { ($1.offset, "\(list)[\($0)]") }
        }
        let paths = Dictionary(places) { first, _ in first }
        let rules = group.securityRules + group.defaultSecurityRules
        self.init(
            rules: rules.enumerated().compactMap { index, rule in
                let isInside = rule.resource.body.document === inside.document
                let path = isInside ? paths[rule.resource.body.offset] : nil
                return FilterRule(rule, index, path, direction, namesSplit)
            }
        )
    }
}

extension FilterRule {
    /// The rule as sets; nil for a rule of the other direction.
    ///
    /// A rule whose place or reach cannot be read makes what it might decide unknown.
    fileprivate init?(
        _ rule: SecurityRule,
        _ index: Int,
        _ path: String?,
        _ wanted: SecurityRule.Direction,
        _ namesSplit: Bool
    ) {
        guard rule.direction.value ?? wanted == wanted else { return nil }
        let matches = RuleMatch(rule, index, wanted, namesSplit: namesSplit).boxes
        let isPlaced = rule.direction.value != nil && rule.priority.value != nil
        let action: Action =
            switch (isPlaced, rule.access) {
            case (true, .set(.allow)): .allow
            case (true, .set(.deny)): .deny
            case (true, .unknown(let reason)): .unknown(reason: reason)
            case (true, .absent): .unknown(reason: "it has no access")
            case (false, _):
                .unknown(reason: rule.direction.reason ?? rule.priority.reason ?? "it has no priority")
            }
        self.init(
            name: rule.name,
            priority: rule.priority.value ?? .min,
            action: action,
            isDefault: rule.isDefault,
            path: path,
            resource: rule.resource,
            matches: isPlaced ? matches : matches.map { $0.marked(.unread(rule: index)) }
        )
    }
}
