extension InventoryValue {
    /// The form of any value of the model: its own one, the word of an enumeration, else its properties by name.
    init?(of value: Any) {
        if let value = value as? any InventoryRenderable {
            guard let inventory = value.inventory else { return nil }
            self = inventory
        } else if let kind = value as? any ResourceKind {
            self = .record(of: kind)
        } else if let value = value as? any RawRepresentable, let word = value.rawValue as? String {
            self = .text(word)
        } else {
            self = .record(Self.members(of: value))
        }
    }

    /// A resource with its id, its name and its typed values.
    static func record(of kind: any ResourceKind) -> InventoryValue {
        .record(heading(kind.resource, withType: type(of: kind).types.count > 1) + members(of: kind))
    }

    /// What every resource has.
    static func heading(_ resource: Resource, withType: Bool) -> [Member] {
        var members = [Member("id", .text(resource.id.text)), Member("name", .text(resource.name))]
        if withType { members.append(Member("type", .text(resource.type.text))) }
        if let location = resource.location { members.append(Member("location", .text(location))) }
        let tags = resource.tags
        if !tags.isEmpty {
            members.append(Member("tags", .record(tags.map { Member($0.key, .text($0.value)) })))
        }
        let addresses = resource.terraformAddresses
        if !addresses.isEmpty {
            members.append(Member("terraformAddresses", .list(addresses.map(InventoryValue.text))))
        }
        return members
    }

    /// The properties of a structure; those that are absent and the resource it was read from are left out.
    static func members(of value: Any) -> [Member] {
        Mirror(reflecting: value).children.compactMap { child in
            guard let name = child.label, !(child.value is Resource) else { return nil }
            return InventoryValue(of: child.value).map { Member(camelCase(name), $0) }
        }
    }

    /// The name of a kind's list, for example `networkSecurityGroups`.
    static func collection(of kind: any ResourceKind.Type) -> String {
        let name = camelCase(String(describing: kind))
        if name.hasSuffix("y"), !name.hasSuffix("ay") { return name.dropLast() + "ies" }
        if name.hasSuffix("s") || name.hasSuffix("x") { return name + "es" }
        return name + "s"
    }

    /// `NATGateway` as `natGateway`, `ipAddress` as it is.
    private static func camelCase(_ name: String) -> String {
        if name.hasPrefix("DDoS") { return "ddos" + name.dropFirst(4) }
        let capitals = name.prefix { $0.isUppercase }.count
        guard capitals > 0 else { return name }
        let lowered = capitals == 1 || capitals == name.count ? capitals : capitals - 1
        return name.prefix(lowered).lowercased() + name.dropFirst(lowered)
    }
}
