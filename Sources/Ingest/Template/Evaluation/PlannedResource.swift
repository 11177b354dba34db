/// A resource of a deployment: one copy of a declaration, with what names it.
struct PlannedResource {
    enum State {
        case planned, pending, done
    }

    let node: TemplateNode
    var frame: Frame
    let id: String
    let type: String
    /// The last part of the name.
    let name: String
    /// The name with those of its parents.
    let fullName: String
    /// Where it is put, where that is not the scope of its deployment.
    let scope: String?
    let isExisting: Bool
    var state = State.planned
    /// The resource as Azure would be asked to make it.
    var body = TemplateObject()
    /// What a deployment deploys.
    var nested: Deployment?

    var isDeployment: Bool { type.lowercased() == "microsoft.resources/deployments" }
}

/// A resource after evaluation.
struct EvaluatedResource {
    let id: String
    let type: String
    /// The name with those of its parents.
    let name: String
    let scope: String?
    /// The name of the nested deployment it belongs to; nil in the outermost one.
    let deployment: String?
    let isExisting: Bool
    let isDeployment: Bool
    var body: TemplateObject
    /// The paths that bulkhead filled in.
    var assumed: [String] = []
    let origin: Origin
}
