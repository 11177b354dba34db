import JSON
import Topology

/// Follows references through variables, outputs of modules and `each`.
extension TerraformResolver {
    /// The ids and names that an expression leads to, each once, and what it refers to first.
    mutating func formed(
        _ expression: JSONValue?,
        for attribute: String,
        in scope: TerraformScope
    ) -> (values: [GeneratedValue], reference: String?) {
        let all = follow(expression, for: attribute, in: scope, depth: 0)
        var values: [GeneratedValue] = []
        var seen: Set<String> = []
        for value in all {
            guard let text = value.string, seen.insert(text.lowercased()).inserted else { continue }
            values.append(value)
        }
        if values.count > 1, values.count <= Self.alternatives {
            // Of references of several types, as in a condition, the one that the attribute is named after.
            let fitting = values.filter { Self.fits($0.string ?? "", attribute) }
            if !fitting.isEmpty { values = fitting }
        }
        let references = expression?.member("references")?.elements.compactMap(\.string) ?? []
        // Where the references lead to one thing that only Azure knows, that is what it is called.
        let symbols = Set(
            all.compactMap { value -> String? in
                if case .symbolic(let name, _, _) = value { name } else { nil }
            }
        )
        let symbol = symbols.count == 1 ? symbols.first : nil
        return (values, symbol ?? TerraformPath.heads(references).first)
    }

    /// Whether an id is of the type that an attribute such as `public_ip_address_id` is named after.
    static func fits(_ id: String, _ attribute: String) -> Bool {
        guard let type = ResourceID(id).type?.text.split(separator: "/").last?.lowercased() else {
            return false
        }
        let words = attribute.split(separator: "_").filter { $0 != "id" && $0 != "ids" }.joined()
        return type.hasPrefix(words) || words.hasSuffix(type.hasSuffix("s") ? String(type.dropLast()) : type)
    }

    mutating func follow(
        _ expression: JSONValue?,
        for attribute: String,
        in scope: TerraformScope,
        depth: Int
    ) -> [GeneratedValue] {
        guard let expression, depth < Self.depthLimit else { return [] }
        if let constant = expression.member("constant_value") {
            return constant.kind == .array
                ? constant.elements.map(GeneratedValue.copied) : [.copied(constant)]
        }
        let references = expression.member("references")?.elements.compactMap(\.string) ?? []
        let heads = TerraformPath.heads(references)
        let places = heads.filter { !$0.hasPrefix("each.") && !$0.hasPrefix("count.") }
        var found: [GeneratedValue] = []
        for head in places.isEmpty ? heads : places {
            guard budget > 0 else { return found }
            budget -= 1
            found += follow(TerraformPath(head), for: attribute, in: scope, depth: depth, expression)
        }
        return found
    }

    private mutating func follow(
        _ path: TerraformPath,
        for attribute: String,
        in scope: TerraformScope,
        depth: Int,
        _ origin: JSONValue
    ) -> [GeneratedValue] {
        switch path.name(0) {
        case "module": return output(path, for: attribute, in: scope, depth: depth)
        case "var":
            guard let name = path.name(1) else { return [] }
            return variable(name, path.key(2), for: attribute, in: scope, depth: depth)
        case "each":
            if path.name(1) == "key" { return scope.key.map { [.text($0, from: origin)] } ?? [] }
            return follow(scope.forEach, for: attribute, in: scope, depth: depth + 1)
        case "local", "path", "terraform", "count", "self", nil: return []
        case "data":
            guard let type = path.name(1), let name = path.name(2) else { return [] }
            return instances("data.\(type).\(name)", path, from: 3, attribute, scope, depth, origin)
        case let type?:
            guard let name = path.name(1) else { return [] }
            return instances("\(type).\(name)", path, from: 2, attribute, scope, depth, origin)
        }
    }

    /// What an output of a module says.
    private mutating func output(
        _ path: TerraformPath,
        for attribute: String,
        in scope: TerraformScope,
        depth: Int
    ) -> [GeneratedValue] {
        guard let name = path.name(1) else { return [] }
        let key = path.key(2)
        let behind = key == nil ? 2 : 3
        guard let output = path.name(behind) else { return [] }
        let address = (scope.module.isEmpty ? "" : "\(scope.module).") + "module.\(name)"
        var found: [GeneratedValue] = []
        for module in modules(address, key: key, near: scope.key) {
            let inner = TerraformScope(module: module, key: path.key(behind + 1) ?? scope.key, forEach: nil)
            let expression = file.configuration.output(output, of: module)
            found += follow(expression, for: attribute, in: inner, depth: depth + 1)
        }
        return found
    }

    /// The instances of a module: the one with a key, the one with the key of who asks, or all.
    private func modules(_ address: String, key: String?, near: String?) -> [String] {
        if file.modules.contains(address) { return [address] }
        for wanted in [key, near].compactMap({ $0 }) {
            for spelled in ["\(address)[\"\(wanted)\"]", "\(address)[\(wanted)]"]
            where file.modules.contains(spelled) { return [spelled] }
        }
        guard key == nil else { return [] }
        return file.modules.filter { $0.hasPrefix("\(address)[") && !$0.contains("].module.") }.sorted()
    }

    /// What the caller of a module gives for a variable.
    private mutating func variable(
        _ name: String,
        _ key: String?,
        for attribute: String,
        in scope: TerraformScope,
        depth: Int
    ) -> [GeneratedValue] {
        guard let place = TerraformPath(scope.module).innermostModule else {
            guard let value = file.variables?.member(name)?.member("value"), value.kind == .string else {
                return []
            }
            return [.copied(value)]
        }
        let call = file.configuration.call(of: scope.module)
        let caller = TerraformScope(
            module: place.parent,
            key: place.key ?? key ?? scope.key,
            forEach: call?.member("for_each_expression")
        )
        return follow(call?.member("expressions")?.member(name), for: attribute, in: caller, depth: depth + 1)
    }

    /// An attribute of the instances of a resource.
    private mutating func instances(
        _ name: String,
        _ path: TerraformPath,
        from start: Int,
        _ attribute: String,
        _ scope: TerraformScope,
        _ depth: Int,
        _ origin: JSONValue
    ) -> [GeneratedValue] {
        let all = file.instances(name, in: scope.module)
        let key = path.key(start)
        let isSplat = key == "*"
        var chosen = all
        if let key, !isSplat {
            chosen = file.instance(name, in: scope.module, key: key).map { [$0] } ?? []
        } else if !isSplat, all.count > 1, let near = scope.key {
            if let same = file.instance(name, in: scope.module, key: near) { chosen = [same] }
        }
        let rest = path.steps[(key == nil ? start : start + 1)...].compactMap { step -> String? in
            if case .name(let name) = step { name } else { nil }
        }
        let wanted = rest.isEmpty ? Self.attribute(for: attribute) : rest
        return chosen.compactMap { value(wanted, of: $0, for: attribute, depth: depth, origin) }
    }

    /// The attribute of another resource that one named `subnet_id` most likely takes.
    private static func attribute(for name: String) -> [String] {
        if name == "id" || name.hasSuffix("_id") || name.hasSuffix("_ids") || name == "scope" {
            return ["id"]
        }
        return name == "name" || name.hasSuffix("_name") ? ["name"] : [name]
    }

    private mutating func value(
        _ path: [String],
        of index: Int,
        for attribute: String,
        depth: Int,
        _ origin: JSONValue
    ) -> GeneratedValue? {
        if path == ["id"] { return id(of: index).map { .text($0, from: origin) } }
        if path == ["name"] { return .text(name(of: index), from: origin) }
        let instance = file.instances[index]
        switch instance.block.attribute(path) {
        case .known(let value): return .copied(value)
        case .absent: return nil
        case .unknown(let expression):
            let found = follow(expression, for: path.last ?? attribute, in: instance.scope, depth: depth + 1)
            if found.count == 1 { return found.first }
            let symbol = "\(instance.address).\(path.joined(separator: "."))"
            return .symbolic(symbol, reason: Self.reason, from: origin)
        }
    }
}
