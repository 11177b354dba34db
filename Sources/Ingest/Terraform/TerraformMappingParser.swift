import Topology

/// Reads the lines of the mappings (see ``TerraformMapping``).
struct TerraformMappingParser: Sendable {
    private(set) var mappings: [String: TerraformMapping] = [:]
    /// What could not be read, for the tests.
    private(set) var faults: [String] = []
    private var fragments: [String: [TerraformRule]] = [:]

    private struct Line: Sendable {
        let depth: Int
        let words: [Substring]
    }

    mutating func read(_ text: String) {
        let lines = text.split(separator: "\n").compactMap { line -> Line? in
            let words = line.split(separator: " ")
            guard let first = words.first, !first.hasPrefix("//") else { return nil }
            return Line(depth: line.prefix { $0 == " " }.count / 4, words: words)
        }
        var index = 0
        while index < lines.count {
            let head = lines[index].words
            index += 1
            let rules = rules(lines, &index, depth: 1)
            if head.first == "fragment", head.count == 2 {
                fragments[String(head[1])] = rules
                continue
            }
            guard head.count >= 2 else {
                faults.append(head.joined(separator: " "))
                continue
            }
            var mapping = TerraformMapping(type: ResourceType(String(head[1])), rules: rules)
            for word in head.dropFirst(2) { read(word, of: &mapping) }
            for name in head[0].split(separator: ",")
            where mappings.updateValue(mapping, forKey: String(name)) != nil {
                faults.append("\(name) twice")
            }
        }
    }

    /// Reads how the id is formed.
    private mutating func read(_ word: Substring, of mapping: inout TerraformMapping) {
        let parts = word.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else {
            faults.append(String(word))
            return
        }
        let value = parts[1]
        switch (parts[0], value) {
        case ("at", "group"): mapping.identity = .group
        case ("at", "subscription"): mapping.identity = .subscription
        case ("at", "tenant"): mapping.identity = .tenant
        case ("in", _):
            mapping.identity = .below(
                value.split(separator: "|").map { $0.split(separator: "/").map(Self.path) }
            )
        case ("on", _): mapping.identity = .extending(value.split(separator: "|").map(Self.path))
        case ("into", _): mapping.identity = .into(value.split(separator: "|").map(Self.path))
        case ("part", _):
            let parts = value.split(separator: ":")
            let collection = parts.count > 1 ? parts[1] : mapping.type.text.split(separator: "/").last ?? ""
            mapping.identity = .part(
                parts[0].split(separator: "|").map(Self.path),
                collection: String(collection)
            )
        case ("name", _):
            let isText = value.hasPrefix("'") && value.hasSuffix("'")
            mapping.name = TerraformTemplate(isText ? value.dropFirst().dropLast() : "{\(value)}")
        default: faults.append(String(word))
        }
    }

    /// The lines of a depth, each with those below it.
    private mutating func rules(_ lines: [Line], _ index: inout Int, depth: Int) -> [TerraformRule] {
        var rules: [TerraformRule] = []
        while index < lines.count, lines[index].depth >= depth {
            let words = lines[index].words
            index += 1
            if words[0].hasPrefix("+") {
                let name = String(words[0].dropFirst())
                if let fragment = fragments[name] { rules += fragment } else { faults.append("+\(name)") }
                continue
            }
            let below = self.rules(lines, &index, depth: depth + 1)
            guard var rule = rule(words) else {
                faults.append(words.joined(separator: " "))
                continue
            }
            rule.rules = below
            rules.append(rule)
        }
        return rules
    }

    private func rule(_ words: [Substring]) -> TerraformRule? {
        guard words.count >= 2, let target = Self.target(words[1]) else { return nil }
        var source = words[0]
        var rule = TerraformRule(source: .whole, target: target)
        if words[1].hasPrefix(">") { rule.child = String(words[1].dropFirst()) }
        if source.hasPrefix("?") {
            rule.isAssumed = true
            source = source.dropFirst()
        }
        if source.hasPrefix("!") {
            rule.words = ["true": "false", "false": "true"]
            source = source.dropFirst()
        }
        if source.hasSuffix("[]") {
            rule.isList = true
            source = source.dropLast(2)
        }
        switch source.first {
        case "'": rule.source = .constant(.text(String(source.dropFirst().dropLast()), from: nil))
        case "#": rule.source = .constant(.literal(String(source.dropFirst()), from: nil))
        case _ where source.contains("{"): rule.source = .template(TerraformTemplate(source))
        case ".": rule.source = .whole
        default: rule.source = .attributes(source.split(separator: "|").map(Self.path))
        }
        for word in words.dropFirst(2) {
            if word.hasPrefix("if:") {
                rule.condition = (Self.path(word.dropFirst(3)), true)
            } else if word.hasPrefix("unless:") {
                rule.condition = (Self.path(word.dropFirst(7)), false)
            } else if word.hasPrefix("as:") {
                rule.element = TerraformTemplate(word.dropFirst(3))
            } else if word.hasPrefix("before:") {
                rule.end = String(word.dropFirst(7))
            } else if word == "join" {
                rule.isJoined = true
            } else if word == "known" {
                rule.isOnlyKnown = true
            } else if let equals = word.firstIndex(of: "=") {
                rule.words[String(word[..<equals])] = String(word[word.index(after: equals)...])
            } else {
                return nil
            }
        }
        return rule
    }

    private static func path(_ text: Substring) -> [String] { text.split(separator: ".").map(String.init) }

    /// A target such as `/identity.type` or `ipConfigurations[?name].properties.subnet.id`.
    private static func target(_ text: Substring) -> TerraformRule.Target? {
        if text.hasPrefix(">") { return TerraformRule.Target(isOuter: true, steps: []) }
        let isOuter = text.hasPrefix("/")
        var steps: [TerraformRule.TargetStep] = []
        for word in (isOuter ? text.dropFirst() : text).split(separator: ".") {
            let name = word.prefix { $0 != "[" }
            if !name.isEmpty { steps.append(.plain(.name(String(name)))) }
            switch word.dropFirst(name.count) {
            case "": break
            case "[]": steps.append(.plain(.only))
            case "[+]": steps.append(.plain(.append))
            case "[*]": steps.append(.plain(.each))
            case let mark where mark.hasPrefix("[?") && mark.hasSuffix("]"):
                steps.append(.elementNamed(attribute: path(mark.dropFirst(2).dropLast())))
            default: return nil
            }
        }
        return TerraformRule.Target(isOuter: isOuter, steps: steps)
    }
}
