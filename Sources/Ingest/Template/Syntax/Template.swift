/// A template, taken apart into its sections.
struct Template: Sendable {
    let node: TemplateNode
    let parameters: [String: TemplateNode]
    /// The names of the parameters as they are declared.
    let parameterNames: [String]
    let variables: TemplateObjectNode
    let outputs: TemplateObjectNode
    let definitions: TemplateObjectNode
    let resources: [Declaration]
    /// The user's own functions by `namespace.name` in lower case.
    let functions: [String: TemplateNode]
    /// Whether resources have symbolic names (`languageVersion` 2.0, or resources written as an object).
    let hasSymbolicNames: Bool
    /// What the template is deployed to, as its schema says.
    let level: DeploymentScope.Level

    /// A resource of the template, before copies and conditions.
    struct Declaration: Sendable {
        let symbolicName: String?
        let node: TemplateNode
    }

    init(_ node: TemplateNode) {
        self.node = node
        parameters = Dictionary(
            node["parameters"]?.object?.members.map { ($0.name.lowercased(), $0.value) } ?? [],
            uniquingKeysWith: { first, _ in first }
        )
        parameterNames = node["parameters"]?.object?.members.map(\.name) ?? []
        variables = node["variables"]?.object ?? TemplateObjectNode(members: [])
        outputs = node["outputs"]?.object ?? TemplateObjectNode(members: [])
        definitions = node["definitions"]?.object ?? TemplateObjectNode(members: [])
        if let object = node["resources"]?.object {
            resources = object.members.map { Declaration(symbolicName: $0.name, node: $0.value) }
            hasSymbolicNames = true
        } else {
            resources = node["resources"]?.elements?.map { Declaration(symbolicName: nil, node: $0) } ?? []
            hasSymbolicNames = false
        }
        var functions: [String: TemplateNode] = [:]
        for space in node["functions"]?.elements ?? [] {
            let prefix = space["namespace"]?.string.map { $0.lowercased() + "." } ?? ""
            for member in space["members"]?.object?.members ?? [] {
                functions[prefix + member.name.lowercased()] = member.value
            }
        }
        self.functions = functions
        level = DeploymentScope.Level(schema: node["$schema"]?.string ?? "")
    }
}
