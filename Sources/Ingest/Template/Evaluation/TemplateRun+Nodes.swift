import Topology

extension TemplateRun {
    /// The value of a part of a template; an expression in error is told and stands as a symbolic value.
    func evaluate(_ node: TemplateNode, in frame: Frame) -> TemplateValue {
        switch node.content {
        case .scalar(let value):
            guard let inline = frame.inline, let text = value.string, ParsedExpression.isExpression(text)
            else {
                return value
            }
            return evaluate(ParsedExpression(text), at: node.origin, in: Frame(deployment: inline))
        case .expression(let parsed): return evaluate(parsed, at: node.origin, in: frame)
        case .array(let nodes):
            guard let inner = deeper(frame, at: node.origin) else { return .null }
            return .list(nodes.map { evaluate($0, in: inner) })
        case .object(let object):
            guard let inner = deeper(frame, at: node.origin) else { return .null }
            var value = TemplateObject()
            value.origin = node.origin
            for member in object.members { set(member, in: inner, &value) }
            return .object(value)
        }
    }

    func evaluate(_ parsed: ParsedExpression, at origin: Origin, in frame: Frame) -> TemplateValue {
        do throws(TemplateFault) {
            return try evaluate(parsed.result.get(), in: frame)
        } catch {
            guard let reason = error.reason else { return fail(error, parsed, at: origin) }
            return .symbolic(SymbolicValue(String(parsed.text.dropFirst().dropLast()), reason))
        }
    }

    /// Evaluates a member into an object; `copy` becomes the arrays it describes.
    func set(_ member: TemplateObjectNode.Member, in frame: Frame, _ object: inout TemplateObject) {
        if member.key == nil, member.name.lowercased() == "copy", let loops = member.value.propertyCopies {
            for loop in loops { copy(loop, in: frame, &object) }
            return
        }
        var name = member.name
        if let key = member.key {
            let value = evaluate(key, at: member.value.origin, in: frame)
            name = value.spelled ?? value.scalarText ?? ""
        }
        object.set(name, evaluate(member.value, in: frame), origin: member.value.origin)
    }

    /// One loop of a property or variable.
    private func copy(_ loop: TemplateNode, in frame: Frame, _ object: inout TemplateObject) {
        guard let name = loop["name"].map({ evaluate($0, in: frame) })?.spelled, let input = loop["input"]
        else {
            return tell(.error, "The copy loop has no name or no input.", at: loop.origin)
        }
        var elements: [TemplateValue] = []
        for index in 0..<count(loop["count"], of: loop, in: frame) {
            guard let inner = deeper(frame, at: loop.origin), hasBudget(at: loop.origin) else { break }
            var position = inner
            position.copies.append(Frame.CopyPosition(name: name, index: index, isWhole: false))
            elements.append(evaluate(input, in: position))
        }
        object.set(name, .list(elements), origin: loop.origin)
    }

    /// How often a loop runs; once where that is not known.
    func count(_ node: TemplateNode?, of loop: TemplateNode, in frame: Frame) -> Int {
        guard let node else {
            tell(.error, "The copy loop has no count.", at: loop.origin)
            return 0
        }
        switch evaluate(node, in: frame) {
        case .integer(let count) where (0...100_000).contains(count): return count
        case .symbolic(let symbolic):
            if symbolic.reason != .error {
                tell(
                    .warning,
                    "How often this is copied is not known, because of [\(symbolic.text)]; one copy is shown.",
                    at: node.origin
                )
            }
            return 1
        case let other:
            tell(
                .error,
                "The copy count is not valid: expected an integer from 0 to 100000, found \(other.scalarText ?? other.typeName).",
                at: node.origin
            )
            return 0
        }
    }

    func hasBudget(at origin: Origin) -> Bool {
        do throws(TemplateFault) {
            try spend()
            return true
        } catch {
            tell(.error, error.message, at: nil)
            return false
        }
    }

    func deeper(_ frame: Frame, at origin: Origin) -> Frame? {
        do throws(TemplateFault) {
            return try frame.deeper()
        } catch {
            tell(.error, error.message, at: origin)
            return nil
        }
    }
}

extension TemplateNode {
    /// The loops of a `copy` member that makes properties; nil where it is an ordinary member of that name.
    var propertyCopies: [TemplateNode]? {
        guard let elements, !elements.isEmpty,
            elements.allSatisfy({ $0["name"] != nil && $0["count"] != nil && $0["input"] != nil })
        else { return nil }
        return elements
    }
}
