import JSON

/// How the resources of a plan were written: the expressions of each module.
struct TerraformConfiguration {
    /// The modules by the names of the modules around them, `""` for the root and `hub.inner` for one inside another.
    private var modules: [String: JSONValue] = [:]
    private var calls: [String: JSONValue] = [:]
    private var resources: [String: JSONValue] = [:]
    private let providers: JSONValue?

    init(_ configuration: JSONValue?) {
        providers = configuration?.member("provider_config")
        var open = configuration?.member("root_module").map { [("", $0)] } ?? []
        while let (path, module) = open.popLast() {
            modules[path] = module
            for resource in module.member("resources")?.elements ?? [] {
                guard let address = resource.member("address")?.string else { continue }
                resources["\(path)|\(address)"] = resource
            }
            for (name, call) in module.member("module_calls")?.object?.all ?? [] {
                let inner = path.isEmpty ? name : "\(path).\(name)"
                calls[inner] = call
                if let module = call.member("module") { open.append((inner, module)) }
            }
        }
    }

    /// How a resource was written; `name` is `type.name`, or `data.type.name`.
    func resource(_ name: String, in module: String) -> JSONValue? {
        resources["\(Self.path(module))|\(name)"]
    }

    /// The expression of an output of a module.
    func output(_ name: String, of module: String) -> JSONValue? {
        modules[Self.path(module)]?.member("outputs")?.member(name)?.member("expression")
    }

    /// How a module is called.
    func call(of module: String) -> JSONValue? { calls[Self.path(module)] }

    /// The expressions of the provider that a resource is made with.
    func provider(of resource: JSONValue?) -> JSONValue? {
        let key = resource?.member("provider_config_key")?.string ?? "azurerm"
        return (providers?.member(key) ?? providers?.member("azurerm"))?.member("expressions")
    }

    private static func path(_ module: String) -> String {
        module.isEmpty ? "" : TerraformPath(module).moduleNames.joined(separator: ".")
    }
}
