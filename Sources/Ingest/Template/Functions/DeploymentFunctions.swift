/// Functions of the deployment and its template.
enum DeploymentFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction(
            "parameters",
            1...1,
            .scoped { arguments, frame, _ throws(TemplateFault) in
                let name = try arguments.string(0)
                if let values = frame.arguments {
                    guard let value = values[name.lowercased()] else {
                        throw TemplateFault("The template parameter '\(name)' is not found.")
                    }
                    return value
                }
                return try frame.deployment.parameter(name, depth: frame.depth)
            }
        ),
        TemplateFunction(
            "variables",
            1...1,
            .scoped { arguments, frame, _ throws(TemplateFault) in
                try frame.deployment.variable(arguments.string(0), depth: frame.depth)
            }
        ),
        TemplateFunction("deployment", 0...0, .scoped { _, frame, _ in frame.deployment.description }),
        TemplateFunction(
            "deployer",
            0...0,
            .scoped { _, frame, _ in
                var deployer: TemplateObject = ["tenantId": .string(frame.deployment.scope.tenant)]
                deployer.openness = .open("deployer()")
                return .object(deployer)
            }
        ),
        TemplateFunction("externalInput", 1...2) { $0.symbolic(.missingParameter) },
        TemplateFunction("externalInputs", 1...1) { $0.symbolic(.missingParameter) },
        TemplateFunction("environment", 0...0) { _ in .object(environment) },
    ]

    /// The public cloud.
    private static let environment: TemplateObject = [
        "name": "AzureCloud",
        "gallery": "https://gallery.azure.com/",
        "graph": "https://graph.windows.net/",
        "portal": "https://portal.azure.com",
        "graphAudience": "https://graph.windows.net/",
        "activeDirectoryDataLake": "https://datalake.azure.net/",
        "batch": "https://batch.core.windows.net/",
        "media": "https://rest.media.azure.net",
        "sqlManagement": "https://management.core.windows.net:8443/",
        "vmImageAliasDoc":
            "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/quickstart-templates/aliases.json",
        "resourceManager": "https://management.azure.com/",
        "authentication": .object([
            "loginEndpoint": "https://login.microsoftonline.com/",
            "audiences": .list(["https://management.core.windows.net/", "https://management.azure.com/"]),
            "tenant": "common",
            "identityProvider": "AAD",
        ]),
        "suffixes": .object([
            "acrLoginServer": ".azurecr.io",
            "azureDatalakeAnalyticsCatalogAndJob": "azuredatalakeanalytics.net",
            "azureDatalakeStoreFileSystem": "azuredatalakestore.net",
            "azureFrontDoorEndpointSuffix": "azurefd.net",
            "keyvaultDns": ".vault.azure.net",
            "sqlServerHostname": ".database.windows.net",
            "storage": "core.windows.net",
        ]),
    ]
}

extension TemplateValue: ExpressibleByStringLiteral {
    init(stringLiteral value: String) { self = .string(value) }
}
