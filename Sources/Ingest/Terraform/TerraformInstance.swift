import JSON

/// One resource or data source of a plan or state, with its values.
struct TerraformInstance {
    /// The full address, for example `module.hub.azurerm_subnet.web["a"]`.
    let address: String
    /// The address of the module it stands in; empty for the root.
    let module: String
    /// Whether it is a data source: something that exists already.
    let isData: Bool
    let type: String
    let name: String
    /// What tells instances of one resource apart: a number of `count` or a key of `for_each`.
    let key: String?
    let values: JSONValue
    /// The same shape with `true` for everything that is known after apply.
    let unknown: JSONValue?
    /// What the configuration says of it: its expressions.
    let configuration: JSONValue?

    /// The provider that knows its type, for example `azurerm`.
    var provider: Substring { type.prefix { $0 != "_" } }

    var block: TerraformBlock {
        TerraformBlock(
            known: values,
            unknown: unknown,
            expressions: configuration?.member("expressions")
        )
    }

    /// Where its references are to be looked up.
    var scope: TerraformScope {
        TerraformScope(module: module, key: key, forEach: configuration?.member("for_each_expression"))
    }
}

/// Where a reference is looked up.
struct TerraformScope {
    /// The address of the module.
    let module: String
    /// The key of the resource or module whose expression it is.
    let key: String?
    /// What `each` stands for.
    let forEach: JSONValue?
}
