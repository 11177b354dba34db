import JSON

/// A block of a resource: what is known of it, what is not yet, and the expressions it was written with.
struct TerraformBlock {
    let known: JSONValue?
    /// `true` where nothing of it is known, else the same shape with `true` for what is not.
    let unknown: JSONValue?
    let expressions: JSONValue?

    /// What there is to say about an attribute.
    enum Attribute {
        case known(JSONValue)
        /// Known after apply, with the expression it was written with.
        case unknown(expression: JSONValue?)
        case absent
    }

    /// The attribute at a path; blocks on the way count by their first one.
    ///
    /// An empty text is how the provider writes that nothing is set, and so is an empty list.
    func attribute(_ path: [String]) -> Attribute {
        guard let last = path.last else { return known.map(Attribute.known) ?? .absent }
        var block = self
        for name in path.dropLast() {
            guard let first = block.blocks([name]).first else { return .absent }
            block = first
        }
        let value = block.known?.member(last)
        if let value, !value.isNull, !Self.isEmpty(value) { return .known(value) }
        let expression = block.expressions?.member(last)
        if block.isUnknown(last) { return .unknown(expression: expression) }
        // Of a plan without a list of what is unknown.
        if value == nil, expression?.member("references") != nil { return .unknown(expression: expression) }
        return .absent
    }

    /// The blocks of a name, each with its own expressions; in a map or single block, that one.
    func blocks(_ path: [String]) -> [TerraformBlock] {
        var found = [self]
        for name in path { found = found.flatMap { $0.inner(name) } }
        return found
    }

    private func inner(_ name: String) -> [TerraformBlock] {
        let written = Self.list(expressions?.member(name))
        guard let value = known?.member(name), !value.isNull else {
            // Nothing of the block is known but how it was written.
            guard isUnknown(name) else { return [] }
            return written.map { TerraformBlock(known: nil, unknown: unknownValue(name), expressions: $0) }
        }
        let values = Self.list(value)
        let unknowns = Self.list(unknown?.member(name))
        return values.enumerated().map { index, value in
            TerraformBlock(
                known: value,
                unknown: unknowns.count == values.count ? unknowns[index] : unknowns.first,
                expressions: Self.expressions(written, of: value, index, count: values.count)
            )
        }
    }

    /// The expressions of a block: those that were written with its name, or at its place.
    private static func expressions(
        _ written: [JSONValue],
        of value: JSONValue,
        _ index: Int,
        count: Int
    ) -> JSONValue? {
        if let name = value.member("name")?.string {
            let named = written.first {
                $0.member("name")?.member("constant_value")?.string == name
            }
            if let named { return named }
        }
        if written.count == count { return written[index] }
        return written.count == 1 ? written[0] : nil
    }

    private static func list(_ value: JSONValue?) -> [JSONValue] {
        guard let value else { return [] }
        return value.kind == .array ? value.elements : [value]
    }

    /// Whether the attribute is known after apply.
    private func isUnknown(_ name: String) -> Bool { unknownValue(name) != nil }

    private func unknownValue(_ name: String) -> JSONValue? {
        guard let unknown else { return nil }
        if unknown.kind == .bool { return unknown.bool == true ? unknown : nil }
        guard let value = unknown.member(name), value.kind == .bool, value.bool == true else { return nil }
        return value
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value.kind {
        case .string: value.string?.isEmpty == true
        case .array: value.elements.isEmpty
        case .object: value.object?.members.isEmpty == true
        default: false
        }
    }
}
