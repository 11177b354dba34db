import Topology

extension Deployment {
    /// What says how to deploy, and is no part of the resource.
    private static let instructions: Set<String> = [
        "type", "name", "apiversion", "condition", "copy", "dependson", "comments", "resources", "existing",
        "scope",
        "subscriptionid", "resourcegroup", "import", "extension", "metadata", "asserts", "@options",
    ]

    /// Evaluates the body of a resource, once.
    ///
    /// Where a chain of references has become too long, it stays for later.
    func evaluateResource(_ index: Int, depth: Int) {
        guard resources[index].state == .planned, depth < Frame.deepest - 50 else { return }
        resources[index].state = .pending
        resources[index].frame.depth = max(resources[index].frame.depth, depth)
        let resource = resources[index]
        var body = TemplateObject()
        body.origin = resource.node.origin
        body.set("id", .string(resource.id), origin: resource.node["name"]?.origin)
        body.set("type", .string(resource.type), origin: resource.node["type"]?.origin)
        body.set("name", .string(resource.name), origin: resource.node["name"]?.origin)
        if let version = resource.node["apiVersion"] {
            body.set("apiVersion", run.evaluate(version, in: resource.frame), origin: version.origin)
        } else if template.node["apiProfile"] == nil {
            run.tell(
                .error,
                "The template resource '\(resource.fullName)' has no 'apiVersion'.",
                at: resource.node.origin
            )
        }
        if resource.isDeployment, !resource.isExisting {
            deploy(index, &body)
        } else {
            for member in resource.node.object?.members ?? []
            where !Self.instructions.contains(member.name.lowercased()) {
                run.set(member, in: resource.frame, &body)
            }
        }
        resources[index].body = body
        resources[index].state = .done
    }

    /// The resources of the deployment and of those nested in it, in the order of the template.
    func collect(into list: inout [EvaluatedResource], deployment: String?) {
        for resource in resources {
            list.append(
                EvaluatedResource(
                    id: resource.id,
                    type: resource.type,
                    name: resource.fullName,
                    scope: resource.scope,
                    deployment: deployment,
                    isExisting: resource.isExisting,
                    isDeployment: resource.isDeployment,
                    body: resource.body,
                    origin: resource.node.origin
                )
            )
            resource.nested?.collect(into: &list, deployment: resource.name)
        }
    }

    // MARK: Nested deployments

    private func deploy(_ index: Int, _ body: inout TemplateObject) {
        let resource = resources[index]
        for word in ["location", "tags"] {
            guard let node = resource.node[word] else { continue }
            body.set(word, run.evaluate(node, in: resource.frame), origin: node.origin)
        }
        var properties = TemplateObject()
        properties.origin = resource.node["properties"]?.origin
        if let mode = resource.node["properties"]?["mode"] {
            properties.set("mode", run.evaluate(mode, in: resource.frame), origin: mode.origin)
        }
        run.nesting += 1
        defer { run.nesting -= 1 }
        if run.nesting > 24 {
            run.tell(.error, "Deployments are nested deeper than 24 levels.", at: resource.node.origin)
        } else if let nested = nestedDeployment(resource) {
            resources[index].nested = nested
            nested.evaluate()
            var outputs = nested.outputs
            outputs.openness = .sealed
            properties.set("outputs", .object(outputs))
        }
        properties.set("provisioningState", "Succeeded")
        body.set("properties", .object(properties), origin: properties.origin)
    }

    private func nestedDeployment(_ resource: PlannedResource) -> Deployment? {
        guard let properties = resource.node["properties"] else {
            run.tell(.error, "The deployment '\(resource.name)' has no properties.", at: resource.node.origin)
            return nil
        }
        let frame = resource.frame
        var inputs: [String: ParameterInput] = [:]
        if let given = properties["parameters"] {
            inputs = Self.inputs(given) { self.run.evaluate($0, in: frame) }
            if given.object == nil, let values = run.evaluate(given, in: frame).object {
                for member in values.members {
                    let value = member.value.object?["value"] ?? member.value
                    inputs[member.name.lowercased()] = ParameterInput(value: value, origin: member.origin)
                }
            }
        }
        let template: Template
        var directory = directory
        var outer: Frame?
        if let inline = properties["template"], inline.object != nil {
            template = Template(inline)
            let option = properties["expressionEvaluationOptions"]?["scope"].map {
                run.evaluate($0, in: frame)
            }
            if option?.string?.lowercased() != "inner" { outer = frame }
        } else if let link = properties["templateLink"] {
            guard let linked = linked(link, frame) else { return nil }
            (template, directory) = linked
            if let file = properties["parametersLink"], let node = linkedFile(file, frame)?.node {
                let given = Self.inputs(node["parameters"]) { $0.written }
                inputs.merge(given) { first, _ in first }
            }
        } else {
            run.tell(
                .warning,
                "The deployment '\(resource.name)' has no template that can be read; what it deploys is not known.",
                at: properties.origin
            )
            return nil
        }
        return Deployment(
            name: resource.name,
            template: template,
            scope: nestedScope(of: resource.node, frame),
            run: run,
            inputs: inputs,
            directory: directory,
            outer: outer,
            isUnescaped: frame.inline != nil,
            depth: frame.depth
        )
    }

    private func linked(_ link: TemplateNode, _ frame: Frame) -> (Template, String)? {
        guard let (node, path) = linkedFile(link, frame) else { return nil }
        let directory = TemplateFolder.directory(of: path)
        if let known = run.templates[path] { return (known, directory) }
        let template = Template(node)
        run.templates[path] = template
        return (template, directory)
    }

    /// The file that a link means, where it lies beside or below the template.
    private func linkedFile(_ link: TemplateNode, _ frame: Frame) -> (node: TemplateNode, path: String)? {
        let target =
            link["relativePath"].map { run.evaluate($0, in: frame) }?.spelled
            ?? link["uri"].map { run.evaluate($0, in: frame) }?.spelled
        guard let target else {
            run.tell(
                .warning,
                "The template specification is not at hand; what it deploys is not known.",
                at: link.origin
            )
            return nil
        }
        guard let (path, bytes) = run.folder.find(target, from: directory) else {
            run.tell(
                .warning,
                "The linked template '\(target)' does not lie beside this one; what it deploys is not known.",
                at: link.origin
            )
            return nil
        }
        run.linked.insert(path)
        if let node = run.nodes[path] { return (node, path) }
        do throws(TemplateFault) {
            let node = try run.read(bytes, name: path)
            run.nodes[path] = node
            return (node, path)
        } catch {
            run.tell(.error, "\(path): \(error.message)", at: link.origin)
            return nil
        }
    }
}
