package import Topology

/// Short names for resource types, for trees, tables and `type:` in a filter.
package enum ResourceNames {
    /// The short name of a type: a known one, or its last word.
    package static func short(_ type: ResourceType) -> String {
        if let known = byType[type.text.lowercased()] { return known }
        let noun = type.noun
        // A name such as DNS zone keeps its capitals.
        let isPlain = !noun.dropFirst().contains(where: \.isUppercase)
        return isPlain ? noun.lowercased() : noun
    }

    /// The ARM type a short name stands for, in lower case.
    static func type(named short: String) -> String? { byName[short] }

    private static let byName: [String: String] = [
        "vnet": "microsoft.network/virtualnetworks",
        "subnet": "microsoft.network/virtualnetworks/subnets",
        "peering": "microsoft.network/virtualnetworks/virtualnetworkpeerings",
        "nsg": "microsoft.network/networksecuritygroups",
        "rule": "microsoft.network/networksecuritygroups/securityrules",
        "asg": "microsoft.network/applicationsecuritygroups",
        "rt": "microsoft.network/routetables",
        "route": "microsoft.network/routetables/routes",
        "nic": "microsoft.network/networkinterfaces",
        "pip": "microsoft.network/publicipaddresses",
        "prefix": "microsoft.network/publicipprefixes",
        "lb": "microsoft.network/loadbalancers",
        "nat": "microsoft.network/natgateways",
        "pe": "microsoft.network/privateendpoints",
        "pls": "microsoft.network/privatelinkservices",
        "dns": "microsoft.network/privatednszones",
        "fw": "microsoft.network/azurefirewalls",
        "fwpolicy": "microsoft.network/firewallpolicies",
        "gateway": "microsoft.network/virtualnetworkgateways",
        "connection": "microsoft.network/connections",
        "lng": "microsoft.network/localnetworkgateways",
        "circuit": "microsoft.network/expressroutecircuits",
        "port": "microsoft.network/expressrouteports",
        "vwan": "microsoft.network/virtualwans",
        "vhub": "microsoft.network/virtualhubs",
        "bastion": "microsoft.network/bastionhosts",
        "appgw": "microsoft.network/applicationgateways",
        "waf": "microsoft.network/applicationgatewaywebapplicationfirewallpolicies",
        "ddos": "microsoft.network/ddosprotectionplans",
        "afd": "microsoft.cdn/profiles",
        "vm": "microsoft.compute/virtualmachines",
        "vmss": "microsoft.compute/virtualmachinescalesets",
        "disk": "microsoft.compute/disks",
        "storage": "microsoft.storage/storageaccounts",
        "sql": "microsoft.sql/servers",
        "kv": "microsoft.keyvault/vaults",
        "aks": "microsoft.containerservice/managedclusters",
        "acr": "microsoft.containerregistry/registries",
        "app": "microsoft.web/sites",
        "plan": "microsoft.web/serverfarms",
        "cosmos": "microsoft.documentdb/databaseaccounts",
        "redis": "microsoft.cache/redis",
        "apim": "microsoft.apimanagement/service",
        "role": "microsoft.authorization/roleassignments",
        "roledef": "microsoft.authorization/roledefinitions",
        "law": "microsoft.operationalinsights/workspaces",
    ]

    private static let byType = Dictionary(byName.map { ($1, $0) }) { first, _ in first }
}
