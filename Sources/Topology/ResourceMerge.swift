import JSON

/// One body out of two of the same resource, property by property.
///
/// The fuller of the two leads: where both say different things, what it says counts, unless it is symbolic, null or
/// only assumed and the other one knows. Lists of named objects are joined by name; of other lists one counts as a
/// whole. One body in the REST form and one in the flattened form of the Azure CLI become one in the REST form.
struct ResourceMerge {
    /// How deep two bodies are compared; below that the leading one counts.
    private static let deepest = 60
    /// What says when and how a resource was read, and not what it is.
    private static let volatile: Set<String> = [
        "etag", "provisioningstate", "apiversion", "changedtime", "createdtime", "resourceguid",
        "terraformaddress", "terraformmerged",
    ]
    /// What stands beside `properties` in the REST form.
    private static let envelope: Set<String> = [
        "id", "name", "type", "location", "tags", "etag", "kind", "sku", "zones", "identity", "plan",
        "apiversion", "managedby", "extendedlocation", "resourcegroup", "subscriptionid", "tenantid",
    ]

    private let assumed: (lead: [String], other: [String])
    private var bytes: [UInt8] = []
    private var origins = JSONOrigins()
    /// Where the two contradict each other.
    private var conflicts: [String] = []
    /// What is assumed in the merged body.
    private var stillAssumed: [String] = []

    /// A value of one of the two bodies.
    private struct Part {
        let value: JSONValue
        let path: String
        let isLead: Bool
        /// The members, where they are to stand in a `properties` that the body does not have.
        var lifted: [Member]?
    }

    private typealias Member = (name: String, value: JSONValue)

    /// Merges two bodies.
    ///
    /// - Parameters:
    ///   - first: The resource that was read first.
    ///   - second: Another one of the same id.
    /// - Returns: The resource, and the paths at which the two contradict each other.
    static func merge(_ first: Resource, _ second: Resource) -> (resource: Resource, conflicts: [String]) {
        let isSecondFuller = second.body.range.count > first.body.range.count
        let (lead, other) = isSecondFuller ? (second, first) : (first, second)
        var merge = ResourceMerge(lead.body, other.body)
        merge.write(
            Part(value: lead.body, path: "", isLead: true),
            Part(value: other.body, path: "", isLead: false),
            at: "",
            depth: 0
        )
        let document = JSONDocument(name: lead.body.document.name, bytes: merge.bytes, origins: merge.origins)
        let body = JSONValue(document: document, offset: 0)
        return (Resource(id: first.id, type: first.type, body: body), merge.conflicts)
    }

    private init(_ lead: JSONValue, _ other: JSONValue) {
        func paths(_ body: JSONValue) -> [String] {
            (body.member("$assumed") ?? body.member("assumed"))?.elements.compactMap(\.string) ?? []
        }
        assumed = (paths(lead), paths(other))
    }

    // MARK: Two values

    private mutating func write(_ lead: Part, _ other: Part, at path: String, depth: Int) {
        let (one, two) = (lead.value, other.value)
        if depth < Self.deepest, lead.lifted != nil || other.lifted != nil {
            return writeObject(members(of: lead), members(of: other), lead, other, at: path, depth: depth)
        }
        switch (one.kind, two.kind) {
        case (.object, .object)
        where depth < Self.deepest && one.member("$symbolic") == nil && two.member("$symbolic") == nil:
            writeObjects(lead, other, at: path, depth: depth)
        case (.array, .array) where depth < Self.deepest:
            if let (ones, twos) = Self.keyed(one.elements, two.elements) {
                writeArrays(ones, twos, lead, other, at: path, depth: depth)
            } else {
                choose(lead, other, at: path)
            }
        default: choose(lead, other, at: path)
        }
    }

    /// Takes one of two values that cannot be merged.
    private mutating func choose(_ lead: Part, _ other: Part, at path: String) {
        let (isLeadAssumed, isOtherAssumed) = (isAssumed(lead), isAssumed(other))
        if Self.isEqual(lead.value, other.value, depth: 0) {
            return copy(isLeadAssumed && !isOtherAssumed ? other : lead, at: path)
        }
        let (knowsLead, knowsOther) = (Self.isKnown(lead.value), Self.isKnown(other.value))
        if knowsLead != knowsOther { return copy(knowsLead ? lead : other, at: path) }
        if isLeadAssumed != isOtherAssumed { return copy(isLeadAssumed ? other : lead, at: path) }
        copy(lead, at: path)
        let word = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if !Self.volatile.contains(word), !word.hasPrefix("$"), !isLeadAssumed { conflicts.append(path) }
    }

    private static func isKnown(_ value: JSONValue) -> Bool {
        !value.isNull && (value.kind != .object || value.member("$symbolic") == nil)
    }

    private static func isEqual(_ one: JSONValue, _ two: JSONValue, depth: Int) -> Bool {
        guard one.kind == two.kind, depth < deepest else { return false }
        switch one.kind {
        case .string: return one.string?.lowercased() == two.string?.lowercased()
        case .array:
            let (ones, twos) = (one.elements, two.elements)
            return ones.count == twos.count
                && zip(ones, twos).allSatisfy { isEqual($0, $1, depth: depth + 1) }
        case .object:
            let (ones, twos) = (one.object?.all ?? [], two.object)
            return ones.count == twos?.members.count
                && ones.allSatisfy { member in
                    twos?[member.name].map { isEqual(member.value, $0, depth: depth + 1) } ?? false
                }
        default: return one.text == two.text
        }
    }

    // MARK: Objects

    private mutating func writeObjects(_ lead: Part, _ other: Part, at path: String, depth: Int) {
        var (ones, twos) = (members(of: lead), members(of: other))
        let (isOneNested, isTwoNested) = (Self.isNested(ones), Self.isNested(twos))
        if isOneNested != isTwoNested {
            if isOneNested {
                twos = Self.lift(twos, lead: false, other)
            } else {
                ones = Self.lift(ones, lead: true, lead)
            }
        }
        writeObject(ones, twos, lead, other, at: path, depth: depth)
    }

    private func members(of part: Part) -> [(name: String, part: Part)] {
        let members = part.lifted ?? part.value.object?.all ?? []
        return members.map { name, value in
            let path = part.path.isEmpty ? name : "\(part.path).\(name)"
            return (name, Part(value: value, path: path, isLead: part.isLead))
        }
    }

    private static func isNested(_ members: [(name: String, part: Part)]) -> Bool {
        members.contains { $0.name.lowercased() == "properties" && $0.part.value.kind == .object }
    }

    /// The members of a flattened resource as the REST form has them.
    private static func lift(
        _ members: [(name: String, part: Part)],
        lead isLead: Bool,
        _ holder: Part
    ) -> [(name: String, part: Part)] {
        func isOutside(_ name: String) -> Bool { name.hasPrefix("$") || envelope.contains(name.lowercased()) }
        let inner = members.filter { !isOutside($0.name) }
        guard !inner.isEmpty else { return members }
        let part = Part(
            value: holder.value,
            path: holder.path,
            isLead: isLead,
            lifted: inner.map { ($0.name, $0.part.value) }
        )
        return members.filter { isOutside($0.name) } + [("properties", part)]
    }

    private mutating func writeObject(
        _ ones: [(name: String, part: Part)],
        _ twos: [(name: String, part: Part)],
        _ lead: Part,
        _ other: Part,
        at path: String,
        depth: Int
    ) {
        origins.note(bytes.count, madeFrom: lead.value)
        bytes.append(UInt8(ascii: "{"))
        let start = bytes.count
        var rest = Dictionary(twos.map { ($0.name.lowercased(), $0.part) }) { first, _ in first }
        // It is written anew at the end.
        func isListOfAssumed(_ name: String) -> Bool {
            path.isEmpty && (name == "$assumed" || name == "assumed")
        }
        func name(_ name: String, _ part: Part, _ merge: inout ResourceMerge) -> String {
            if merge.bytes.count > start { merge.bytes.append(UInt8(ascii: ",")) }
            merge.origins.note(merge.bytes.count, madeFrom: part.value)
            merge.write(name: name)
            return path.isEmpty ? name : "\(path).\(name)"
        }
        for one in ones where !isListOfAssumed(one.name) {
            let two = rest.removeValue(forKey: one.name.lowercased())
            let inner = name(one.name, one.part, &self)
            if let two {
                write(one.part, two, at: inner, depth: depth + 1)
            } else {
                copy(one.part, at: inner)
            }
        }
        for two in twos where !isListOfAssumed(two.name) {
            guard let part = rest.removeValue(forKey: two.name.lowercased()) else { continue }
            copy(part, at: name(two.name, part, &self))
        }
        if path.isEmpty, !stillAssumed.isEmpty {
            _ = name("$assumed", lead, &self)
            var writer = JSONWriter(pretty: false)
            writer.array { for path in stillAssumed { $0.value(path) } }
            bytes += writer.text.utf8
        }
        bytes.append(UInt8(ascii: "}"))
    }

    // MARK: Arrays

    /// The elements with what names them, where that names each of them.
    private static func keyed(
        _ ones: [JSONValue],
        _ twos: [JSONValue]
    ) -> ([(key: String, value: JSONValue)], [(key: String, value: JSONValue)])? {
        func keys(_ elements: [JSONValue]) -> [(key: String, value: JSONValue)]? {
            let keyed = elements.compactMap { element in
                (element.member("name")?.string ?? element.member("id")?.string).map {
                    ($0.lowercased(), element)
                }
            }
            return keyed.count == elements.count && Set(keyed.map(\.0)).count == keyed.count ? keyed : nil
        }
        guard let ones = keys(ones), let twos = keys(twos) else { return nil }
        return (ones, twos)
    }

    private mutating func writeArrays(
        _ ones: [(key: String, value: JSONValue)],
        _ twos: [(key: String, value: JSONValue)],
        _ lead: Part,
        _ other: Part,
        at path: String,
        depth: Int
    ) {
        func part(_ value: JSONValue, _ index: Int, of whole: Part) -> Part {
            Part(value: value, path: "\(whole.path)[\(index)]", isLead: whole.isLead)
        }
        origins.note(bytes.count, madeFrom: lead.value)
        bytes.append(UInt8(ascii: "["))
        var rest = Dictionary(
            twos.enumerated().map { ($1.key, part($1.value, $0, of: other)) }
        ) { first, _ in first }
        var count = 0
        func place(_ merge: inout ResourceMerge) -> String {
            if count > 0 { merge.bytes.append(UInt8(ascii: ",")) }
            count += 1
            return "\(path)[\(count - 1)]"
        }
        for (index, one) in ones.enumerated() {
            let inner = place(&self)
            let mine = part(one.value, index, of: lead)
            if let two = rest.removeValue(forKey: one.key) {
                write(mine, two, at: inner, depth: depth + 1)
            } else {
                copy(mine, at: inner)
            }
        }
        for two in twos {
            if let part = rest.removeValue(forKey: two.key) { copy(part, at: place(&self)) }
        }
        bytes.append(UInt8(ascii: "]"))
    }

    // MARK: One value

    /// Takes a value over as it stands, with what is assumed in it.
    private mutating func copy(_ part: Part, at path: String) {
        if part.lifted != nil {
            let nothing = Part(value: part.value, path: part.path, isLead: part.isLead, lifted: [])
            return writeObject(members(of: part), [], part, nothing, at: path, depth: 0)
        }
        for assumed in part.isLead ? assumed.lead : assumed.other where assumed.hasPrefix(part.path) {
            let rest = assumed.dropFirst(part.path.count)
            if rest.isEmpty || rest.hasPrefix(".") || rest.hasPrefix("[") { stillAssumed.append(path + rest) }
        }
        take(part.value, depth: 0)
    }

    /// Writes a value member by member, so that each leads to where it stands.
    private mutating func take(_ value: JSONValue, depth: Int) {
        origins.note(bytes.count, madeFrom: value)
        switch value.kind {
        case .object where depth < Self.deepest:
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in (value.object?.all ?? []).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                origins.note(bytes.count, madeFrom: member.value)
                write(name: member.name)
                take(member.value, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array where depth < Self.deepest:
            bytes.append(UInt8(ascii: "["))
            for (index, element) in value.elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                take(element, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "]"))
        default: bytes += value.document.bytes[value.range]
        }
    }

    private mutating func write(name: String) {
        var writer = JSONWriter(pretty: false)
        writer.value(name)
        bytes += writer.text.utf8
        bytes.append(UInt8(ascii: ":"))
    }

    private func isAssumed(_ part: Part) -> Bool {
        (part.isLead ? assumed.lead : assumed.other).contains(part.path)
    }
}
