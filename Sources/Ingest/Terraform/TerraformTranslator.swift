import JSON
import Topology

/// Writes the attributes of an instance in the REST form, as the rules of its type say.
struct TerraformTranslator {
    var resolver: TerraformResolver
    /// The paths of what was assumed since this was last emptied.
    var assumed: [String] = []
    /// Resources of their own that an instance describes beside itself.
    var children: [(path: String, content: GeneratedValue)] = []

    typealias Step = GeneratedValue.Step

    /// What stands in every resource alike, and what the rules of its type say.
    mutating func content(of index: Int, _ rules: [TerraformRule]) -> GeneratedValue {
        var content = frame(of: index)
        write(
            rules,
            of: resolver.file.instances[index].block,
            index,
            into: &content,
            inner: [.name("properties")]
        )
        return content
    }

    /// Location, zones, tags and identity.
    mutating func frame(of index: Int) -> GeneratedValue {
        let block = resolver.file.instances[index].block
        var content = GeneratedValue.nothing
        for name in ["location", "tags", "zones"] {
            guard let value = resolver.value([name], in: block, of: index) else { continue }
            content.put(value, at: [.name(name)])
        }
        guard let identity = block.blocks(["identity"]).first,
            let type = resolver.value(["type"], in: identity, of: index)
        else { return content }
        content.put(type, at: [.name("identity"), .name("type")])
        for id in resolver.list(["identity_ids"], in: identity, of: index) {
            guard let name = id.string else { continue }
            content.put(.nothing, at: [.name("identity"), .name("userAssignedIdentities"), .name(name)])
        }
        return content
    }

    /// Writes what rules say of a block.
    ///
    /// - Parameters:
    ///   - rules: The rules.
    ///   - block: The block they are about.
    ///   - index: The instance it belongs to.
    ///   - item: What is written into.
    ///   - inner: Where plain targets begin, for example at `properties`.
    ///   - place: The path of the item in the resource.
    mutating func write(
        _ rules: [TerraformRule],
        of block: TerraformBlock,
        _ index: Int,
        into item: inout GeneratedValue,
        inner: [Step],
        place: String = ""
    ) {
        for rule in rules {
            // A condition of blocks is asked of each of them.
            if rule.rules.isEmpty, !holds(rule.condition, in: block, of: index) { continue }
            guard let steps = steps(of: rule.target, in: block, of: index) else { continue }
            let path = (rule.target.isOuter ? [] : inner) + steps
            if let child = rule.child {
                writeChild(rule, child, of: block, index)
            } else if !rule.rules.isEmpty {
                let blocks = blocks(of: rule, in: block)
                writeBlocks(rule, blocks, index, into: &item, at: path, place: place)
            } else if rule.isList {
                let values = elements(of: rule, in: block, of: index)
                Self.putList(values, into: &item, at: path)
            } else if let value = value(of: rule, in: block, of: index) {
                item.put(value, at: path)
                if rule.isAssumed { assumed.append(Step.spell(path, below: place)) }
            }
        }
    }

    // MARK: Blocks

    private func blocks(of rule: TerraformRule, in block: TerraformBlock) -> [TerraformBlock] {
        switch rule.source {
        case .whole: [block]
        case .attributes(let paths): paths.lazy.map(block.blocks).first { !$0.isEmpty } ?? []
        default: []
        }
    }

    private mutating func writeBlocks(
        _ rule: TerraformRule,
        _ blocks: [TerraformBlock],
        _ index: Int,
        into item: inout GeneratedValue,
        at path: [Step],
        place: String
    ) {
        let mark = path.firstIndex { $0 == .only || $0 == .append }
        let inner = mark.map { Array(path[($0 + 1)...]) } ?? []
        let outer = mark.map { Array(path[..<$0]) } ?? path
        var written: [GeneratedValue] = []
        for block in blocks where holds(rule.condition, in: block, of: index) {
            let spelled = Step.spell(outer, below: place) + "[\(written.count)]"
            var element = GeneratedValue.nothing
            write(rule.rules, of: block, index, into: &element, inner: inner, place: spelled)
            written.append(element)
        }
        guard !written.isEmpty else { return }
        guard let mark else {
            item.put(written[0], at: path)
            return
        }
        if path[mark] == .only {
            item.put(.array(written), at: outer)
        } else {
            for element in written { item.put(element, at: path[...mark]) }
        }
    }

    private mutating func writeChild(
        _ rule: TerraformRule,
        _ path: String,
        of block: TerraformBlock,
        _ index: Int
    ) {
        guard let inner = blocks(of: rule, in: block).first else { return }
        var content = GeneratedValue.nothing
        write(rule.rules, of: inner, index, into: &content, inner: [.name("properties")])
        children.append((path, content))
    }

    // MARK: Values

    private mutating func elements(
        of rule: TerraformRule,
        in block: TerraformBlock,
        of index: Int
    ) -> [GeneratedValue] {
        guard case .attributes(let paths) = rule.source else { return [] }
        var values: [GeneratedValue] = []
        for path in paths where values.isEmpty { values = resolver.list(path, in: block, of: index) }
        return values.compactMap { value in
            guard let template = rule.element else { return Self.translated(value, rule) }
            return resolver.fill(template, in: block, of: index, element: value)
        }
    }

    /// Puts a list at a path with `[]` or `[+]` in it, each element at what follows that.
    private static func putList(_ values: [GeneratedValue], into item: inout GeneratedValue, at path: [Step])
    {
        guard !values.isEmpty else { return }
        guard let mark = path.firstIndex(where: { $0 == .only || $0 == .append }) else {
            item.put(.array(values), at: path)
            return
        }
        guard path[mark] == .only else {
            for value in values { item.put(value, at: path) }
            return
        }
        let inner = path[(mark + 1)...]
        let elements = values.map { value in
            var element = GeneratedValue.nothing
            guard !inner.isEmpty else { return value }
            element.put(value, at: inner)
            return element
        }
        item.put(.array(elements), at: path[..<mark])
    }

    private mutating func value(
        of rule: TerraformRule,
        in block: TerraformBlock,
        of index: Int
    ) -> GeneratedValue? {
        switch rule.source {
        case .constant(let value): return value
        case .template(let template): return resolver.fill(template, in: block, of: index)
        case .whole: return nil
        case .attributes(let paths):
            var symbolic: GeneratedValue?
            for path in paths {
                guard let value = resolver.value(path, in: block, of: index) else { continue }
                if !value.isSymbolic { return Self.translated(value, rule) }
                symbolic = symbolic ?? value
            }
            return rule.isOnlyKnown ? nil : symbolic
        }
    }

    private static func translated(_ value: GeneratedValue, _ rule: TerraformRule) -> GeneratedValue? {
        if value.isSymbolic { return value }
        if rule.isJoined, let items = value.items {
            return .text(items.compactMap(\.word).joined(separator: ", "), from: value.origin)
        }
        if let end = rule.end, let word = value.word {
            return .text(
                String(word.firstRange(of: end).map { word[..<$0.lowerBound] } ?? word[...]),
                from: value.origin
            )
        }
        guard !rule.words.isEmpty, let word = rule.words[value.word ?? ""] ?? rule.words["*"] else {
            return value
        }
        switch word {
        case "-": return nil
        case "true", "false": return .literal(word, from: value.origin)
        default: return .text(word, from: value.origin)
        }
    }

    // MARK: Conditions and places

    private mutating func holds(
        _ condition: (attribute: [String], expected: Bool)?,
        in block: TerraformBlock,
        of index: Int
    ) -> Bool {
        guard let condition else { return true }
        guard let value = resolver.value(condition.attribute, in: block, of: index) else {
            return !condition.expected
        }
        return (value.word != "false") == condition.expected
    }

    /// The steps of a target; nil where an element is to be found by an attribute that is not known.
    private mutating func steps(
        of target: TerraformRule.Target,
        in block: TerraformBlock,
        of index: Int
    ) -> [Step]? {
        var steps: [Step] = []
        for step in target.steps {
            switch step {
            case .plain(let step): steps.append(step)
            case .elementNamed(let attribute):
                guard let name = resolver.text(attribute, in: block, of: index) else { return nil }
                steps.append(.element(name))
            }
        }
        return steps
    }
}
