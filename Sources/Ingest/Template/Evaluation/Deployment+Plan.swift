import Topology

extension Deployment {
    /// What a child in a template inherits from the resource around it.
    private struct Parent {
        let type: String
        let name: String
        let scope: String?
    }

    /// Finds what the template deploys: copies, conditions, names, ids; bodies come later.
    func plan() {
        for declaration in template.resources {
            plan(declaration.node, symbol: declaration.symbolicName, below: nil, frame)
        }
    }

    private func plan(_ node: TemplateNode, symbol: String?, below parent: Parent?, _ frame: Frame) {
        guard node.object != nil else {
            return run.tell(.error, "The resource is not an object.", at: node.origin)
        }
        guard node["import"] == nil, node["extension"] == nil else {
            return run.tell(
                .note,
                "A resource of an extension, not of Azure; it is left out.",
                at: node.origin
            )
        }
        guard let frame = run.deeper(frame, at: node.origin) else { return }
        guard let copy = node["copy"], copy.object != nil else {
            return planOne(node, symbol: symbol, below: parent, frame)
        }
        let name = copy["name"].map { run.evaluate($0, in: frame) }?.spelled ?? symbol ?? ""
        if let symbol { symbols[symbol.lowercased()] = [] }
        for index in 0..<run.count(copy["count"], of: copy, in: frame) {
            guard run.hasBudget(at: copy.origin) else { return }
            var inner = frame
            inner.copies.append(Frame.CopyPosition(name: name, index: index, isWhole: true))
            planOne(node, symbol: symbol, index: index, below: parent, inner)
        }
    }

    private func planOne(
        _ node: TemplateNode,
        symbol: String?,
        index: Int? = nil,
        below parent: Parent?,
        _ frame: Frame
    ) {
        let isDeployed = isDeployed(node, frame)
        guard isDeployed || node["resources"] != nil else { return }
        guard var type = text("type", of: node, frame), var name = text("name", of: node, frame) else {
            return
        }
        if let parent {
            let isFull = type.lowercased().hasPrefix(parent.type.lowercased() + "/")
            if !isFull { type = parent.type + "/" + type }
            if !isFull || Self.segments(name).count < type.utf8.count(where: { $0 == UInt8(ascii: "/") }) {
                name = parent.name + "/" + name
            }
        }
        let names = Self.segments(name)
        if isDeployed {
            let wanted = type.utf8.count { $0 == UInt8(ascii: "/") }
            if names.count != wanted, !name.contains("{") {
                run.tell(
                    .error,
                    "The template resource '\(name)' of type '\(type)' has incorrect segment lengths: the type has \(wanted) behind its namespace, the name \(names.count).",
                    at: node["name"]?.origin ?? node.origin
                )
            }
            let (base, scope) = base(of: node, type: type, parent, frame)
            let id = DeploymentScope.resourceID(base: base, type: type, names: names)
            add(
                PlannedResource(
                    node: node,
                    frame: frame,
                    id: id,
                    type: type,
                    name: names.last ?? name,
                    fullName: name,
                    scope: scope,
                    isExisting: isTrue(node["existing"], frame)
                ),
                symbol,
                index
            )
        }
        // Children of a resource that is not deployed have a condition of their own, or none.
        let scope = node["scope"].map { run.evaluate($0, in: frame) }?.spelled
        let here = Parent(type: type, name: name, scope: scope ?? parent?.scope)
        if let children = node["resources"]?.object {
            for child in children.members { plan(child.value, symbol: child.name, below: here, frame) }
        }
        for child in node["resources"]?.elements ?? [] { plan(child, symbol: nil, below: here, frame) }
    }

    private func add(_ resource: PlannedResource, _ symbol: String?, _ index: Int?) {
        resources.append(resource)
        let place = resources.count - 1
        // What the templates deploy says more than what only refers to it.
        let key = resource.id.lowercased()
        if !resource.isExisting || run.resources[key] == nil { run.resources[key] = (self, place) }
        if let symbol = symbol?.lowercased() {
            symbols[symbol, default: []].append(place)
            if let index { symbols["\(symbol)[\(index)]"] = [place] }
        }
        if resource.type.lowercased() == "microsoft.resources/resourcegroups",
            let location = resource.node["location"].map({ run.evaluate($0, in: resource.frame) })?.string
        {
            run.groupLocations[resource.id.lowercased()] = location
        }
    }

    /// Whether the condition holds; one that is not known counts as true, and is told.
    private func isDeployed(_ node: TemplateNode, _ frame: Frame) -> Bool {
        guard let condition = node["condition"] else { return true }
        switch run.evaluate(condition, in: frame) {
        case .bool(let flag): return flag
        case .string(let text): return text.lowercased() != "false"
        case .symbolic(let symbolic):
            if symbolic.reason != .error {
                run.tell(
                    .note,
                    "Whether this is deployed is not known, because of [\(symbolic.text)]; it counts as deployed.",
                    at: condition.origin
                )
            }
            return true
        case let other:
            run.tell(
                .error,
                "The condition must be a boolean, and is '\(other.typeName)'.",
                at: condition.origin
            )
            return true
        }
    }

    private func isTrue(_ node: TemplateNode?, _ frame: Frame) -> Bool {
        guard let node, case .bool(true) = run.evaluate(node, in: frame) else { return false }
        return true
    }

    /// A member that must be a string; unknown parts stand in braces.
    func text(_ member: String, of node: TemplateNode, _ frame: Frame) -> String? {
        guard let found = node[member] else {
            run.tell(.error, "The template resource has no '\(member)'.", at: node.origin)
            return nil
        }
        let value = run.evaluate(found, in: frame)
        if let text = value.spelled ?? value.scalarText { return text }
        run.tell(
            .error,
            "The '\(member)' of a resource must be a string, and is '\(value.typeName)'.",
            at: found.origin
        )
        return nil
    }

    /// The id of what holds the resource, and its `scope` where that is given.
    private func base(
        of node: TemplateNode,
        type: String,
        _ parent: Parent?,
        _ frame: Frame
    ) -> (base: String, scope: String?) {
        if type.lowercased() == "microsoft.resources/deployments" {
            return (nestedScope(of: node, frame).id, nil)
        }
        if let text = node["scope"].map({ run.evaluate($0, in: frame) })?.spelled ?? parent?.scope {
            if text.hasPrefix("/") || text.hasPrefix("{") {
                let base = text.hasSuffix("/") ? String(text.dropLast()) : text
                return (base, text)
            }
            let base = scope.id + (text.isEmpty ? "" : "/providers/" + text)
            return (base, base)
        }
        // Some types only live in the tenant.
        let tenantOnly = ["microsoft.management/managementgroups", "microsoft.subscription/aliases"]
        if tenantOnly.contains(where: { "\(type.lowercased())/".hasPrefix($0 + "/") }) { return ("", nil) }
        return (target(of: node, frame).id, nil)
    }

    /// The scope after `subscriptionId` and `resourceGroup` of a resource.
    func target(of node: TemplateNode, _ frame: Frame) -> DeploymentScope {
        var target = scope
        if let number = node["subscriptionId"].map({ run.evaluate($0, in: frame) })?.spelled {
            target.subscription = number
            target.level =
                scope.level == .resourceGroup && node["resourceGroup"] == nil ? .subscription : target.level
            if scope.level != .resourceGroup { target.level = .subscription }
        }
        if let group = node["resourceGroup"].map({ run.evaluate($0, in: frame) })?.spelled {
            target.resourceGroup = group
            target.level = .resourceGroup
        }
        return target
    }

    /// Where a nested deployment goes.
    func nestedScope(of node: TemplateNode, _ frame: Frame) -> DeploymentScope {
        var target = target(of: node, frame)
        if let text = node["scope"].map({ run.evaluate($0, in: frame) })?.spelled {
            target = scope.scope(of: text.hasPrefix("/") ? text : "/" + text) ?? target
        }
        if let location = node["location"].map({ run.evaluate($0, in: frame) })?.spelled,
            target.level != .resourceGroup
        {
            target.location = location
        }
        return target
    }

    /// The parts of a name; slashes inside unknown parts do not count.
    static func segments(_ name: String) -> [String] {
        guard name.contains("{") else {
            return name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        }
        var segments = [""]
        var depth = 0
        for character in name {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if character == "/", depth <= 0 {
                segments.append("")
            } else {
                segments[segments.count - 1].append(character)
            }
        }
        return segments
    }
}
