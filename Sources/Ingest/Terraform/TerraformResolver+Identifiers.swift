import JSON
import Topology

/// Forms ids and names as the provider forms them.
extension TerraformResolver {
    /// The id of an instance: what the input says, or formed from its names; nil for a type without a mapping.
    mutating func id(of index: Int) -> String? {
        if let known = ids[index] { return known }
        let instance = file.instances[index]
        let written = instance.values.member("id")?.string
        let mapping = TerraformTables.mappings[instance.type]
        let isAPI = instance.provider == "azapi"
        if let written, Self.isResourceID(written), mapping?.hasProviderID != false || isAPI {
            return keep(written, of: index)
        }
        guard open.count < Self.depthLimit, open.insert(index).inserted else { return nil }
        defer { open.remove(index) }
        if isAPI { return apiID(of: index).flatMap { keep($0, of: index) } }
        guard let mapping, let id = form(mapping, index) else { return nil }
        return keep(id, of: index)
    }

    /// Keeps an id; one that another instance has is told apart by the address.
    private mutating func keep(_ id: String, of index: Int) -> String {
        let instance = file.instances[index]
        var id = id
        if let other = taken[ResourceID(id)], other != index, !instance.isData, !file.instances[other].isData,
            instance.type == file.instances[other].type
        {
            id += " (\(instance.address))"
        } else if taken[ResourceID(id)] == nil {
            taken[ResourceID(id)] = index
        }
        ids[index] = id
        return id
    }

    /// The name of an instance, or its address where the name is known after apply.
    mutating func name(of index: Int) -> String {
        let instance = file.instances[index]
        if let name = names[index] { return name }
        let own = Self.segment(instance.address)
        guard naming.count < Self.depthLimit, naming.insert(index).inserted else { return own }
        defer { naming.remove(index) }
        let mapping = TerraformTables.mappings[instance.type]
        let filled = mapping.flatMap { fill($0.name, in: instance.block, of: index)?.string }
        let name = filled ?? (mapping == nil ? instance.values.member("name")?.string : nil) ?? own
        names[index] = name
        return name
    }

    /// A text with its attributes filled in; symbolic where one is known after apply, nil where one is missing.
    mutating func fill(
        _ template: TerraformTemplate,
        in block: TerraformBlock,
        of index: Int,
        element: GeneratedValue? = nil
    ) -> GeneratedValue? {
        var text = ""
        var origin: JSONValue?
        for piece in template.pieces {
            let value: GeneratedValue?
            switch piece {
            case .text(let plain):
                text += plain
                continue
            case .attribute(let path): value = self.value(path, in: block, of: index)
            case .resourceAttribute(let path):
                value = self.value(path, in: file.instances[index].block, of: index)
            case .id: value = id(of: index).map { .text($0, from: nil) }
            case .resourceName: value = .text(name(of: index), from: nil)
            case .element: value = element
            }
            guard let value else { return nil }
            guard let word = value.word else { return value.isSymbolic ? value : nil }
            text += word
            origin = origin ?? value.origin
        }
        return .text(text, from: origin)
    }

    private mutating func form(_ mapping: TerraformMapping, _ index: Int) -> String? {
        let instance = file.instances[index]
        let segments = mapping.type.text.split(separator: "/")
        let name = Self.segment(name(of: index))
        switch mapping.identity {
        case .group: return "\(subscriptionID(of: index))/resourceGroups/\(name)"
        case .inGroup: return "\(group(of: index))/providers/\(mapping.type.text)/\(name)"
        case .subscription: return "\(subscriptionID(of: index))/providers/\(mapping.type.text)/\(name)"
        case .tenant: return "/providers/\(mapping.type.text)/\(name)"
        case .into: return nil
        case .extending(let attributes):
            guard let scope = first(attributes, instance, index) else { return nil }
            return "\(scope == "/" ? "" : scope)/providers/\(mapping.type.text)/\(name)"
        case .part(let attributes, _):
            return below(attributes.map { [$0] }, segments, index, name)
        case .below(let parents): return below(parents, segments, index, name)
        }
    }

    /// The id of a resource below another one, whose id or names are known.
    private mutating func below(
        _ parents: [[[String]]],
        _ segments: [Substring],
        _ index: Int,
        _ name: String
    ) -> String {
        let instance = file.instances[index]
        let last = segments.last ?? ""
        for names in parents {
            let found = names.compactMap { text($0, in: instance.block, of: index) }
            guard found.count == names.count, let first = found.first else { continue }
            if first.hasPrefix("/") { return "\(first)/\(last)/\(name)" }
            var id = "\(group(of: index))/providers/\(segments[0])"
            for (word, parent) in zip(segments.dropFirst(), found) {
                id += "/\(word)/\(Self.segment(parent))"
            }
            return "\(id)/\(last)/\(name)"
        }
        var id = "\(group(of: index))/providers/\(segments[0])"
        for word in segments.dropFirst().dropLast() { id += "/\(word)/unknown" }
        return "\(id)/\(last)/\(name)"
    }

    mutating func first(_ paths: [[String]], _ instance: TerraformInstance, _ index: Int) -> String? {
        for path in paths {
            if let text = text(path, in: instance.block, of: index) { return text }
        }
        return nil
    }

    /// The resource group of an instance; `unknown` where the input does not say.
    private mutating func group(of index: Int) -> String {
        let block = file.instances[index].block
        let name = text(["resource_group_name"], in: block, of: index)
        return "\(subscriptionID(of: index))/resourceGroups/\(Self.segment(name ?? "unknown"))"
    }

    private mutating func apiID(of index: Int) -> String? {
        let instance = file.instances[index]
        if let id = text(["resource_id"], in: instance.block, of: index) { return id }
        guard let type = instance.values.member("type")?.string?.prefix(while: { $0 != "@" }),
            let name = text(["name"], in: instance.block, of: index)
        else { return nil }
        guard let parent = text(["parent_id"], in: instance.block, of: index) else { return nil }
        let segments = type.split(separator: "/")
        if type.lowercased() == "microsoft.resources/resourcegroups" {
            return "\(parent)/resourceGroups/\(name)"
        }
        guard segments.count > 2 else { return "\(parent)/providers/\(type)/\(name)" }
        return "\(parent)/\(segments[segments.count - 1])/\(name)"
    }

    /// The subscription of an instance: that of its provider, or the one that the file names.
    private mutating func subscriptionID(of index: Int) -> String {
        let provider = file.configuration.provider(of: file.instances[index].configuration)
        let expression = provider?.member("subscription_id")
        let scope = TerraformScope(module: "", key: nil, forEach: nil)
        let said = follow(expression, for: "subscription_id", in: scope, depth: 0).first?.string
        if let said, !said.isEmpty { return "/subscriptions/\(said)" }
        if let subscription { return "/subscriptions/\(subscription)" }
        assumesSubscription = true
        return "/subscriptions/\(Self.assumedSubscription)"
    }

    /// The first subscription that an id or a data source of the file names.
    static func subscription(of file: TerraformFile) -> String? {
        for instance in file.instances {
            if let id = instance.values.member("id")?.string, let found = ResourceID(id).subscription {
                return String(found)
            }
            if instance.type == "azurerm_client_config" || instance.type == "azurerm_subscription",
                let id = instance.values.member("subscription_id")?.string
            {
                return id
            }
        }
        return nil
    }

    /// Whether a text is an id of Azure and not one that the provider made up.
    static func isResourceID(_ text: String) -> Bool {
        let lowered = text.prefix(16).lowercased()
        return (lowered.hasPrefix("/subscriptions/") || lowered.hasPrefix("/providers/"))
            && !text.contains("|")
    }

    /// A name as a segment of an id: without slashes.
    private static func segment(_ name: String) -> String {
        name.contains("/") ? name.split(separator: "/").joined(separator: "-") : name
    }
}
