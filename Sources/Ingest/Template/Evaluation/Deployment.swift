import Topology

/// One deployment of a template: its parameters, variables and resources, each evaluated when it is first asked for.
///
/// A class because what is evaluated once is kept for all expressions that ask again; it belongs to one run.
final class Deployment {
    let name: String
    let template: Template
    let scope: DeploymentScope
    let run: TemplateRun
    /// The values given for the parameters, by name in lower case.
    let inputs: [String: ParameterInput]
    /// The directory of the template's file, with its slash; empty for the working directory.
    let directory: String
    /// Where the expressions of an inline template belong that is evaluated in the scope of its parent.
    let outer: Frame?
    /// Whether the template is a part of one that was evaluated with its parent, so that what is escaped in it is an
    /// expression.
    let isUnescaped: Bool
    /// How deep the evaluation was that led here.
    let depth: Int

    var parameters: [String: TemplateValue] = [:]
    var variables: [String: TemplateValue] = [:]
    /// What is being evaluated now, to find what depends on itself.
    var pending: Set<String> = []
    var resources: [PlannedResource] = []
    /// Resources by their symbolic name in lower case, a copy as `name[0]` and as `name`.
    var symbols: [String: [Int]] = [:]
    var outputs = TemplateObject()
    private lazy var variableNodes: [String: TemplateNode] = declaredVariables()

    /// A value given for a parameter.
    struct ParameterInput {
        let value: TemplateValue
        let origin: Origin?
    }

    init(
        name: String,
        template: Template,
        scope: DeploymentScope,
        run: TemplateRun,
        inputs: [String: ParameterInput],
        directory: String,
        outer: Frame? = nil,
        isUnescaped: Bool = false,
        depth: Int = 0
    ) {
        self.name = name
        self.template = template
        self.scope = scope
        self.run = run
        self.inputs = inputs
        self.directory = directory
        self.outer = outer
        self.isUnescaped = isUnescaped
        self.depth = depth
    }

    /// Where the expressions of the template belong.
    var frame: Frame {
        guard var frame = outer else { return ownFrame }
        frame.inline = self
        frame.depth = max(frame.depth, depth)
        return frame
    }

    /// Where the expressions of its parameters and variables belong.
    var ownFrame: Frame {
        var frame = Frame(deployment: self)
        if isUnescaped { frame.inline = self }
        frame.depth = depth
        return frame
    }

    /// Evaluates everything.
    func evaluate() {
        if outer == nil {
            for (name, input) in inputs.sorted(by: { $0.key < $1.key })
            where template.parameters[name] == nil {
                run.tell(
                    .warning,
                    "The template has no parameter '\(name)'; the value given for it is not used.",
                    at: input.origin
                )
            }
            for name in template.parameterNames { _ = try? parameter(name, depth: depth) }
        }
        plan()
        for index in resources.indices { evaluateResource(index, depth: depth) }
        evaluateOutputs()
    }

    /// What `deployment()` gives.
    var description: TemplateValue {
        var link: TemplateObject = [
            "uri": .symbolic(SymbolicValue("deployment().properties.templateLink.uri"))
        ]
        link.openness = .open("deployment().properties.templateLink")
        var content: TemplateObject = [:]
        content.set("contentVersion", template.node["contentVersion"]?.written ?? "1.0.0.0")
        content.openness = .open("deployment().properties.template")
        var properties: TemplateObject = [
            "templateLink": .object(link), "template": .object(content), "mode": "Incremental",
            "provisioningState": "Accepted",
        ]
        properties.openness = .open("deployment().properties")
        var deployment: TemplateObject = ["name": .string(name), "properties": .object(properties)]
        if scope.level != .resourceGroup { deployment.set("location", .string(scope.location)) }
        deployment.openness = .open("deployment()")
        return .object(deployment)
    }

    // MARK: Variables

    func variable(_ name: String, depth: Int) throws(TemplateFault) -> TemplateValue {
        let key = name.lowercased()
        if let value = variables[key] { return value }
        guard let node = variableNodes[key] else {
            throw TemplateFault("The template variable '\(name)' is not found.")
        }
        guard pending.insert("variable " + key).inserted else {
            throw TemplateFault("The template variable '\(name)' depends on itself.")
        }
        defer { pending.remove("variable " + key) }
        var frame = ownFrame
        frame.depth = depth
        frame = try frame.deeper()
        let value: TemplateValue
        if node["input"] != nil, template.variables[name] == nil {
            var object = TemplateObject()
            let copy = TemplateNode(content: .array([node]), origin: node.origin)
            run.set(TemplateObjectNode.Member(name: "copy", key: nil, value: copy), in: frame, &object)
            value = object.members.first?.value ?? .null
        } else {
            value = run.evaluate(node, in: frame)
        }
        variables[key] = value
        return value
    }

    /// The variables by name in lower case; those of a `copy` stand as their loop.
    private func declaredVariables() -> [String: TemplateNode] {
        var nodes: [String: TemplateNode] = [:]
        for member in template.variables.members {
            if member.name.lowercased() == "copy", let loops = member.value.propertyCopies {
                for loop in loops {
                    if let name = loop["name"]?.string { nodes[name.lowercased()] = loop }
                }
            } else {
                nodes[member.name.lowercased()] = member.value
            }
        }
        return nodes
    }

    // MARK: Outputs

    private func evaluateOutputs() {
        for output in template.outputs.members {
            let node = output.value
            if let condition = node["condition"], case .bool(false) = run.evaluate(condition, in: frame) {
                continue
            }
            let type = DeclaredType(node, template.definitions)["type"]?.string ?? "object"
            let value: TemplateValue
            if let loop = node["copy"], let input = loop["input"] {
                var elements: [TemplateValue] = []
                for index in 0..<run.count(loop["count"], of: loop, in: frame) {
                    guard run.hasBudget(at: loop.origin) else { break }
                    var frame = frame
                    frame.copies.append(Frame.CopyPosition(name: output.name, index: index, isWhole: true))
                    elements.append(run.evaluate(input, in: frame))
                }
                value = .list(elements)
            } else if let node = node["value"] {
                value = run.evaluate(node, in: frame)
            } else {
                run.tell(.error, "The output '\(output.name)' has no value.", at: node.origin)
                continue
            }
            var result: TemplateObject = ["type": .string(type), "value": value]
            result.origin = node.origin
            outputs.set(output.name, .object(result), origin: node.origin)
        }
    }
}
