import Topology

/// Analytics, artificial intelligence, configuration and logs: who may reach them.
extension ServiceCheck {
    static let analytics: [ServiceCheck] = [
        ServiceCheck(
            "PN-26",
            "synapse-public-access",
            "Synapse workspaces refuse the public network",
            "Microsoft.Synapse/workspaces",
            test: .anyOf([.refusesPublicNetwork]),
            fault: openToAll,
            why: dataWhy,
            fix: dataFix,
            command: "az synapse workspace update -g GROUP -n WORKSPACE --set publicNetworkAccess=Disabled",
            documentation: "synapse-analytics/security/connectivity-settings"
        ),
        ServiceCheck(
            "PN-27",
            "synapse-exfiltration",
            "Synapse workspaces send data to approved targets alone",
            "Microsoft.Synapse/workspaces",
            test: .anyOf([.flag("managedVirtualNetworkSettings.preventDataExfiltration", true)]),
            fault: "may send its data to any tenant",
            tier: .extended,
            why: "Who can run a notebook copies everything it may read to an account of his own.",
            fix: "Create the workspace with a managed network and protection against exfiltration.",
            documentation: "synapse-analytics/security/workspace-data-exfiltration-protection"
        ),
        ServiceCheck(
            "PN-28",
            "databricks-public-access",
            "Databricks workspaces refuse the public network",
            "Microsoft.Databricks/workspaces",
            test: .anyOf([.refusesPublicNetwork]),
            fault: openToAll,
            why: dataWhy,
            fix: dataFix,
            command: "az databricks workspace update -g GROUP -n WORKSPACE --public-network-access Disabled",
            documentation: "databricks/security/network/classic/private-link"
        ),
        ServiceCheck(
            "PN-29",
            "databricks-no-public-ip",
            "Clusters of Databricks have no public addresses",
            "Microsoft.Databricks/workspaces",
            test: .anyOf([.flag("parameters.enableNoPublicIp.value", true)]),
            fault: "gives its clusters public addresses",
            why: "A node with a public address sends past the firewall, and the platform opens ports to it.",
            fix: "Switch secure cluster connectivity on.",
            command: "az databricks workspace update -g GROUP -n WORKSPACE --enable-no-public-ip true",
            documentation: "databricks/security/network/classic/secure-cluster-connectivity"
        ),
        ServiceCheck(
            "PN-30",
            "databricks-own-network",
            "Databricks runs in a network of your own",
            "Microsoft.Databricks/workspaces",
            test: .anyOf([
                ServiceSetting(
                    path: "parameters.customVirtualNetworkId.value",
                    wanted: .something,
                    unwanted: #""""#,
                    isOptional: true
                )
            ]),
            fault: "runs in a network of the platform, without your routes and filters",
            severity: .low,
            tier: .extended,
            why: "In the platform's own network no route leads to your firewall, and no rule of yours holds.",
            fix: "Create the workspace in two delegated subnets of your network.",
            documentation: "databricks/security/network/classic/vnet-inject"
        ),
        ServiceCheck(
            "PN-31",
            "cognitive-public-access",
            "Cognitive services refuse the public network or deny by default",
            "Microsoft.CognitiveServices/accounts",
            test: .anyOf([.refusesPublicNetwork, .deniesByDefault("networkAcls")]),
            fault: openToAll,
            why: "A leaked key is used from anywhere, at your cost and with what your models know.",
            fix: "Switch public network access off, or deny by default and list your networks.",
            command:
                "az cognitiveservices account update -g GROUP -n ACCOUNT --set properties.publicNetworkAccess=Disabled",
            documentation: "ai-services/cognitive-services-virtual-networks"
        ),
        ServiceCheck(
            "PN-32",
            "cognitive-outbound",
            "Cognitive services call listed names alone",
            "Microsoft.CognitiveServices/accounts",
            test: .anyOf([.flag("restrictOutboundNetworkAccess", true)]),
            fault: "may call any address",
            severity: .low,
            tier: .extended,
            why: "A service that fetches what it is told to fetch carries data out or reaches inside.",
            fix: "Restrict outbound access and list the names it may call.",
            command:
                "az cognitiveservices account update -g GROUP -n ACCOUNT --set properties.restrictOutboundNetworkAccess=true",
            documentation: "ai-services/cognitive-services-data-loss-prevention"
        ),
        ServiceCheck(
            "PN-33",
            "search-public-access",
            "Search services refuse the public network or admit listed addresses",
            "Microsoft.Search/searchServices",
            test: .anyOf([.refusesPublicNetwork, listed("networkRuleSet.ipRules")]),
            fault: openToAll,
            why: "An index holds copies of your documents; a query key gives them all away.",
            fix: "Switch public network access off, or list the addresses that may query.",
            command: "az search service update -g GROUP -n SEARCH --public-access disabled",
            documentation: "search/service-configure-firewall"
        ),
        ServiceCheck(
            "PN-34",
            "data-factory-public-access",
            "Data factories refuse the public network",
            "Microsoft.DataFactory/factories",
            test: .anyOf([.refusesPublicNetwork]),
            fault: openToAll,
            why: dataWhy,
            fix: dataFix,
            command: "az datafactory update -g GROUP -n FACTORY --public-network-access Disabled",
            documentation: "data-factory/data-factory-private-link"
        ),
        ServiceCheck(
            "PN-35",
            "data-explorer-public-access",
            "Data Explorer clusters refuse the public network",
            "Microsoft.Kusto/clusters",
            test: .anyOf([.refusesPublicNetwork, listed("allowedIpRangeList")]),
            fault: openToAll,
            why: dataWhy,
            fix: dataFix,
            command: "az kusto cluster update -g GROUP -n CLUSTER --public-network-access Disabled",
            documentation: "data-explorer/security-network-restrict-public-access"
        ),
        ServiceCheck(
            "PN-36",
            "machine-learning-public-access",
            "Machine learning workspaces refuse the public network",
            "Microsoft.MachineLearningServices/workspaces",
            test: .anyOf([.refusesPublicNetwork]),
            fault: openToAll,
            why: dataWhy,
            fix: dataFix,
            command: "az ml workspace update -g GROUP -n WORKSPACE --public-network-access Disabled",
            documentation: "machine-learning/how-to-configure-private-link"
        ),
        ServiceCheck(
            "PN-37",
            "app-configuration-public-access",
            "Configuration stores refuse the public network",
            "Microsoft.AppConfiguration/configurationStores",
            test: .anyOf([.refusesPublicNetwork]),
            fault: openToAll,
            why: "A store holds connection strings and switches of all applications in one place.",
            fix: dataFix,
            command: "az appconfig update -g GROUP -n STORE --enable-public-network false",
            documentation: "azure-app-configuration/concept-private-endpoint"
        ),
        ServiceCheck(
            "PN-38",
            "automation-public-access",
            "Automation accounts refuse the public network",
            "Microsoft.Automation/automationAccounts",
            test: .anyOf([.flag("publicNetworkAccess", false)]),
            fault: openToAll,
            tier: .extended,
            why: "Webhooks and keys of the account start runbooks that act with its identity.",
            fix: dataFix,
            command: "az automation account update -g GROUP -n ACCOUNT --set publicNetworkAccess=false",
            documentation: "automation/how-to/private-link-security"
        ),
        ServiceCheck(
            "PN-39",
            "log-ingestion-public-access",
            "Log workspaces and Application Insights take logs from inside alone",
            "Microsoft.OperationalInsights/workspaces",
            "Microsoft.Insights/components",
            test: .anyOf([.publicAccess("publicNetworkAccessForIngestion")]),
            fault: "takes logs from the whole internet",
            severity: .low,
            tier: .extended,
            why: "Who holds the workspace's key can bury an attack under false entries.",
            fix: "Use a private link scope and switch public ingestion off.",
            command:
                "az monitor log-analytics workspace update -g GROUP -n WORKSPACE --ingestion-access Disabled",
            documentation: "azure-monitor/logs/private-link-security"
        ),
        ServiceCheck(
            "PN-40",
            "log-query-public-access",
            "Log workspaces and Application Insights are queried from inside alone",
            "Microsoft.OperationalInsights/workspaces",
            "Microsoft.Insights/components",
            test: .anyOf([.publicAccess("publicNetworkAccessForQuery")]),
            fault: "can be queried from the whole internet",
            severity: .low,
            tier: .extended,
            why: "Logs tell an intruder with a stolen account how the network is built and what is watched.",
            fix: "Use a private link scope and switch public queries off.",
            command:
                "az monitor log-analytics workspace update -g GROUP -n WORKSPACE --query-access Disabled",
            documentation: "azure-monitor/logs/private-link-security"
        ),
    ]

    private static let dataWhy =
        "What works on all data of the company needs one stolen sign-in only, from anywhere, to give it away."
    private static let dataFix = "Switch public network access off and work by a private endpoint."
}
