import JSON

/// What one plan or state holds: its instances and the configuration they were written in.
struct TerraformFile {
    private(set) var instances: [TerraformInstance] = []
    /// The addresses of all modules that have instances.
    private(set) var modules: Set<String> = [""]
    let configuration: TerraformConfiguration
    /// The values of the root's variables.
    let variables: JSONValue?
    private var byName: [String: [Int]] = [:]
    private var byKey: [String: Int] = [:]
    private var byAddress: [String: Int] = [:]

    /// Reads a plan, `terraform show -json` of a state, or a state file of version 4.
    init(_ candidate: Candidate) {
        configuration = TerraformConfiguration(candidate["configuration"])
        variables = candidate["variables"]
        if candidate["resources"]?.kind == .array {
            addState(candidate["resources"]?.elements ?? [])
            return
        }
        var changes: [String: JSONValue] = [:]
        for change in candidate["resource_changes"]?.elements ?? [] {
            guard let address = change.member("address")?.string else { continue }
            changes[address] = change
        }
        add((candidate["planned_values"] ?? candidate["values"])?.member("root_module"), changes)
        let prior = candidate["prior_state"]?.member("values")?.member("root_module")
        add(prior, changes, where: \.isData)
        if candidate["planned_values"] == nil, candidate["values"] == nil { add(changes) }
    }

    /// The instances of a resource; `name` is `type.name`, or `data.type.name`.
    func instances(_ name: String, in module: String) -> [Int] {
        byName["\(module)|\(name)", default: []]
    }

    /// The instance of a resource that has a key.
    func instance(_ name: String, in module: String, key: String) -> Int? {
        byKey["\(module)|\(name)|\(key)"]
    }

    // MARK: Reading

    /// The resources of a module and of the modules in it.
    private mutating func add(
        _ root: JSONValue?,
        _ changes: [String: JSONValue],
        where isWanted: (TerraformInstance) -> Bool = { _ in true }
    ) {
        var open = root.map { [$0] } ?? []
        while let module = open.popLast() {
            let address = module.member("address")?.string ?? ""
            for resource in module.member("resources")?.elements ?? [] {
                guard let values = resource.member("values"), values.kind == .object else { continue }
                let change = resource.member("address")?.string.flatMap { changes[$0] }
                let unknown = change?.member("change")?.member("after_unknown")
                guard let instance = instance(resource, values, unknown, module: address),
                    isWanted(instance)
                else { continue }
                append(instance)
            }
            open += (module.member("child_modules")?.elements ?? []).reversed()
        }
    }

    /// The resources that a plan changes, where it lists nothing else.
    private mutating func add(_ changes: [String: JSONValue]) {
        for (_, resource) in changes.sorted(by: { $0.key < $1.key }) {
            guard let change = resource.member("change"), let values = change.member("after"),
                values.kind == .object
            else { continue }
            let module = resource.member("module_address")?.string ?? ""
            if let instance = instance(resource, values, change.member("after_unknown"), module: module) {
                append(instance)
            }
        }
    }

    /// The resources of a state file of version 4.
    private mutating func addState(_ resources: [JSONValue]) {
        for resource in resources {
            let module = resource.member("module")?.string ?? ""
            for instance in resource.member("instances")?.elements ?? [] {
                guard let values = instance.member("attributes"), values.kind == .object,
                    instance.member("deposed")?.string == nil,
                    let read = self.instance(
                        resource,
                        values,
                        nil,
                        module: module,
                        key: instance.member("index_key")
                    )
                else { continue }
                append(read)
            }
        }
    }

    private func instance(
        _ resource: JSONValue,
        _ values: JSONValue,
        _ unknown: JSONValue?,
        module: String,
        key: JSONValue? = nil
    ) -> TerraformInstance? {
        guard let type = resource.member("type")?.string, let name = resource.member("name")?.string else {
            return nil
        }
        let key = key ?? resource.member("index")
        let isData = resource.member("mode")?.string == "data"
        let relative = "\(isData ? "data." : "")\(type).\(name)"
        let written = (module.isEmpty ? "" : "\(module).") + relative + Self.brackets(key)
        return TerraformInstance(
            address: resource.member("address")?.string ?? written,
            module: module,
            isData: isData,
            type: type,
            name: name,
            key: key.flatMap { $0.string ?? $0.integer.map(String.init) },
            values: values,
            unknown: unknown,
            configuration: configuration.resource(relative, in: module)
        )
    }

    private static func brackets(_ key: JSONValue?) -> String {
        guard let key, !key.isNull else { return "" }
        return "[\(key.text)]"
    }

    private mutating func append(_ instance: TerraformInstance) {
        guard byAddress[instance.address] == nil else { return }
        byAddress[instance.address] = instances.count
        let name = "\(instance.isData ? "data." : "")\(instance.type).\(instance.name)"
        byName["\(instance.module)|\(name)", default: []].append(instances.count)
        if let key = instance.key { byKey["\(instance.module)|\(name)|\(key)"] = instances.count }
        instances.append(instance)
        var module = instance.module
        while modules.insert(module).inserted {
            module = TerraformPath(module).innermostModule?.parent ?? ""
        }
    }
}
