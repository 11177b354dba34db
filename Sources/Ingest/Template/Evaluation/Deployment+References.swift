extension Deployment {
    /// What `reference` gives: the properties of a resource of the template, open for what Azure adds.
    func reference(
        _ arguments: Arguments,
        _ frame: Frame,
        _ run: TemplateRun
    ) throws(TemplateFault) -> TemplateValue {
        guard let target = arguments[0].spelled else { throw arguments.wrong(0, "a string") }
        let isFull = arguments[2].string?.lowercased() == "full"
        guard let (deployment, index) = find(target, frame) else { return arguments.symbolic(.runTime) }
        return deployment.view(index, isFull: isFull, "reference(\(arguments[0].expressionText))", frame)
    }

    /// What `references` gives: the resources of a copy.
    func references(
        _ arguments: Arguments,
        _ frame: Frame,
        _ run: TemplateRun
    ) throws(TemplateFault) -> TemplateValue {
        let name = try arguments.string(0)
        guard let places = symbols[name.lowercased()] else { return arguments.symbolic(.runTime) }
        let isFull = arguments[1].string?.lowercased() == "full"
        return .list(
            places.enumerated().map { view($1, isFull: isFull, "references('\(name)')[\($0)]", frame) }
        )
    }

    /// What `resourceInfo` gives: what names the resource of a symbolic name.
    func resourceInfo(_ name: String) throws(TemplateFault) -> TemplateValue {
        guard let places = symbols[name.lowercased()], places.count == 1 else {
            return .symbolic(SymbolicValue("resourceInfo('\(name)')"))
        }
        let resource = resources[places[0]]
        return .object([
            "id": .string(resource.id), "name": .string(resource.fullName), "type": .string(resource.type),
            "apiVersion": resource.node["apiVersion"].map { run.evaluate($0, in: resource.frame) } ?? .null,
        ])
    }

    /// The resource of a symbolic name, an id, or a name that only one has.
    private func find(_ target: String, _ frame: Frame) -> (Deployment, Int)? {
        if let places = symbols[target.lowercased()], places.count == 1 { return (self, places[0]) }
        if target.hasPrefix("/") {
            if let found = run.resources[target.lowercased()] { return found }
            // It may belong to a nested deployment that was not looked into yet.
            for index in resources.indices where resources[index].isDeployment {
                evaluateResource(index, depth: frame.depth)
            }
            return run.resources[target.lowercased()]
        }
        let named = resources.indices.filter { resources[$0].fullName.lowercased() == target.lowercased() }
        return named.count == 1 ? (self, named[0]) : nil
    }

    private func view(_ index: Int, isFull: Bool, _ text: String, _ frame: Frame) -> TemplateValue {
        if resources[index].isExisting, let deployed = run.resources[resources[index].id.lowercased()],
            !deployed.deployment.resources[deployed.index].isExisting
        {
            return deployed.deployment.view(deployed.index, isFull: isFull, text, frame)
        }
        evaluateResource(index, depth: frame.depth)
        let resource = resources[index]
        guard resource.state == .done else { return .symbolic(SymbolicValue(text)) }
        var view = TemplateObject()
        if isFull {
            view = resource.body.without(["id", "type", "name", "$symbolic"])
            let place = scope.scope(of: resource.id) ?? scope
            view.set("resourceId", .string(resource.id))
            view.set("subscriptionId", .string(place.subscription))
            view.set("resourceGroupName", .string(place.resourceGroup))
        } else if let properties = resource.body["properties"] {
            guard let object = properties.object else { return properties }
            view = object
        }
        run.note(reference: text, to: resource.id, isFull: isFull)
        view.openness = .open(text)
        return .object(view)
    }
}
