import JSON
import Topology

/// The provider `azapi`, whose resources have the REST form as their body.
extension TerraformTranslator {
    private static let depthLimit = 64

    /// The body of an instance with its location, tags and identity.
    mutating func apiContent(of index: Int) -> GeneratedValue {
        let instance = resolver.file.instances[index]
        let frame = frame(of: index)
        let block = instance.block
        let unknown = instance.unknown?.member("body")
        switch block.attribute(["body"]) {
        case .absent: return frame
        case .unknown:
            let name = "\(instance.address).body"
            let body = GeneratedValue.symbolic(name, reason: TerraformResolver.reason, from: instance.values)
            return frame.overlaid(with: .object(GeneratedObject([("properties", body)])))
        case .known(let value):
            var body = value
            if let text = value.string {
                guard let root = JSONDocument(text: text, from: value.position).root else { return frame }
                body = root
            }
            let expression = block.expressions?.member("body")
            let known = GeneratedValue.copied(body)
            let whole = unknown.map { filled(known, $0, "", expression, index, depth: 0) } ?? known
            return frame.overlaid(with: whole)
        }
    }

    /// A body with what is known after apply put in its places.
    private mutating func filled(
        _ value: GeneratedValue?,
        _ unknown: JSONValue,
        _ name: String,
        _ expression: JSONValue?,
        _ index: Int,
        depth: Int
    ) -> GeneratedValue {
        let instance = resolver.file.instances[index]
        let plain = value ?? .nothing
        guard depth < Self.depthLimit else { return plain }
        switch unknown.kind {
        case .bool where unknown.bool == true:
            let attribute = "\(name)_id"
            let found = resolver.formed(expression, for: attribute, in: instance.scope)
            let fitting = found.values.filter { TerraformResolver.fits($0.string ?? "", attribute) }
            if fitting.count == 1 { return fitting[0] }
            let symbol = found.reference ?? "\(instance.address).body"
            return .symbolic(symbol, reason: TerraformResolver.reason, from: expression ?? instance.values)
        case .object:
            guard var object = plain.object else { return plain }
            for (member, inner) in unknown.object?.all ?? [] where inner.bool != false {
                let next = member.lowercased() == "id" ? name : member
                let known = object[member]
                if known == nil, inner.kind != .bool { continue }
                object[member] = filled(known, inner, next, expression, index, depth: depth + 1)
            }
            return .object(object)
        case .array:
            guard var items = plain.items else { return plain }
            for (place, inner) in unknown.elements.enumerated() where place < items.count {
                guard inner.bool != false else { continue }
                items[place] = filled(items[place], inner, name, expression, index, depth: depth + 1)
            }
            return .array(items)
        default: return plain
        }
    }
}
