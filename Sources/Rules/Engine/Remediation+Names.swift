import JSON
import Topology

extension Control.Remediation {
    /// The command with the names a finding knows in the place of their placeholders.
    ///
    /// What the finding does not know stays a placeholder. The resource group is only filled in where the command
    /// names the judged resource: other resources may be in another one. A name that a shell could read as more
    /// than a name is quoted, or left out.
    func filled(for finding: Finding) -> Control.Remediation {
        guard let command, let resource = finding.resource else { return self }
        let words = command.split(separator: " ", omittingEmptySubsequences: false)
        var names = finding.names(of: resource)
        guard words.contains(where: { names[String($0)] != nil }) else { return self }
        if let group = resource.id.resourceGroup {
            names["GROUP"] = String(group)
            names["RG"] = String(group)
        }
        names["REGION"] = resource.location
        let known = words.map { word in names[String(word)].flatMap(Self.shellWord) ?? String(word) }
        return Control.Remediation(text, command: known.joined(separator: " "))
    }

    /// A name as one word of a command line; nil for text that is no name.
    static func shellWord(_ name: String) -> String? {
        guard let first = name.utf8.first, first != UInt8(ascii: "-"), name.utf8.count <= 260 else {
            return nil
        }
        let isASCII = name.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "'") }
        guard isASCII else { return nil }
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
        return isPlain ? name : "'\(name)'"
    }
}

extension Finding {
    /// The placeholders whose names follow from the judged resource and from the evidence.
    fileprivate func names(of resource: Resource) -> [String: String] {
        let chain = sequence(first: resource.id, next: \.parent).prefix(3).map { String($0.name) }
        let levels = Self.placeholders[resource.type.text.lowercased()] ?? []
        var names: [String: String] = [:]
        for (level, name) in zip(levels, chain) {
            for placeholder in level { names[placeholder] = name }
        }
        for (collection, placeholder) in Self.parts {
            names[placeholder] = partName(in: collection, of: resource)
        }
        return names
    }

    /// The placeholders of what stands inside a resource, by the field that holds it.
    private static let parts = [
        ("securityRules", "RULE"), ("ipConfigurations", "IPCONFIG"), ("authorizations", "AUTHORIZATION"),
    ]

    /// The name of the part of a resource that the evidence points at first.
    private func partName(in collection: String, of resource: Resource) -> String? {
        for proof in evidence {
            if proof.resource.parent == resource.id { return String(proof.resource.name) }
            guard proof.resource == resource.id, let start = proof.path.firstRange(of: collection + "["),
                let index = Int(proof.path[start.upperBound...].prefix { $0 != "]" })
            else { continue }
            let elements = resource.fields[collection]?.elements ?? []
            return elements.indices.contains(index) ? elements[index].member("name")?.string : nil
        }
        return nil
    }

    /// By type in lower case: the placeholders of its name, then those of its parent's, and so on up.
    private static let placeholders: [String: [[String]]] = [
        "microsoft.network/networksecuritygroups": [["NSG"]],
        "microsoft.network/connections": [["CONNECTION", "TUNNEL"]],
        "microsoft.network/virtualnetworkgateways": [["GATEWAY"]],
        "microsoft.network/applicationgateways": [["GATEWAY"]],
        "microsoft.network/virtualnetworks": [["VNET"]],
        "microsoft.network/virtualnetworks/subnets": [["SUBNET"], ["VNET", "HUB"]],
        "microsoft.network/networkinterfaces": [["NIC"]],
        "microsoft.network/publicipaddresses": [["ADDRESS"]],
        "microsoft.network/routetables": [["TABLE"]],
        "microsoft.network/bastionhosts": [["BASTION"]],
        "microsoft.network/azurefirewalls": [["FIREWALL"]],
        "microsoft.network/firewallpolicies": [["POLICY"]],
        "microsoft.network/firewallpolicies/rulecollectiongroups": [["GROUP-NAME"], ["POLICY"]],
        "microsoft.network/applicationgatewaywebapplicationfirewallpolicies": [["POLICY"]],
        "microsoft.network/privatednszones": [["ZONE"]],
        "microsoft.network/expressrouteports": [["PORT"]],
        "microsoft.network/expressroutecircuits": [["CIRCUIT"]],
        "microsoft.network/virtualwans": [["WAN"]],
        "microsoft.network/virtualhubs": [["HUB"]],
        "microsoft.network/virtualhubs/hubvirtualnetworkconnections": [["CONNECTION"], ["HUB"]],
        "microsoft.network/virtualhubs/hubroutetables": [["TABLE"], ["HUB"]],
        "microsoft.network/vpngateways/vpnconnections": [["CONNECTION"], ["GATEWAY"]],
        "microsoft.network/expressroutegateways/expressrouteconnections": [["CONNECTION"], ["GATEWAY"]],
        "microsoft.network/vpnserverconfigurations": [["CONFIGURATION"]],
        "microsoft.network/loadbalancers": [["BALANCER"]],
        "microsoft.network/frontdoorwebapplicationfirewallpolicies": [["POLICY"]],
        "microsoft.cdn/profiles": [["PROFILE"]],
        "microsoft.cdn/profiles/customdomains": [["DOMAIN"], ["PROFILE"]],
        "microsoft.cdn/profiles/origingroups/origins": [["ORIGIN"], ["ORIGINS"], ["PROFILE"]],
        "microsoft.cdn/profiles/afdendpoints": [["ENDPOINT"], ["PROFILE"]],
        "microsoft.cdn/profiles/afdendpoints/routes": [["ROUTE"], ["ENDPOINT"], ["PROFILE"]],
        "microsoft.storage/storageaccounts": [["ACCOUNT"]],
        "microsoft.documentdb/databaseaccounts": [["ACCOUNT"]],
        "microsoft.sql/servers": [["SERVER"]],
        "microsoft.keyvault/vaults": [["VAULT"]],
        "microsoft.web/sites": [["APP"]],
        "microsoft.sql/managedinstances": [["INSTANCE"]],
        "microsoft.dbforpostgresql/flexibleservers": [["SERVER"]],
        "microsoft.dbforpostgresql/servers": [["SERVER"]],
        "microsoft.dbformysql/flexibleservers": [["SERVER"]],
        "microsoft.dbformysql/servers": [["SERVER"]],
        "microsoft.dbformariadb/servers": [["SERVER"]],
        "microsoft.cache/redis": [["CACHE"]],
        "microsoft.cache/redisenterprise": [["CACHE"]],
        "microsoft.cache/redisenterprise/databases": [[], ["CACHE"]],
        "microsoft.eventhub/namespaces": [["NAMESPACE"]],
        "microsoft.servicebus/namespaces": [["NAMESPACE"]],
        "microsoft.eventgrid/topics": [["TOPIC"]],
        "microsoft.devices/iothubs": [["HUB-NAME"]],
        "microsoft.signalrservice/signalr": [["SIGNALR"]],
        "microsoft.apimanagement/service": [["APIM"]],
        "microsoft.apimanagement/service/apis": [["API"], ["APIM"]],
        "microsoft.containerservice/managedclusters": [["CLUSTER"]],
        "microsoft.containerregistry/registries": [["REGISTRY"]],
        "microsoft.batch/batchaccounts": [["ACCOUNT"]],
        "microsoft.synapse/workspaces": [["WORKSPACE"]],
        "microsoft.databricks/workspaces": [["WORKSPACE"]],
        "microsoft.cognitiveservices/accounts": [["ACCOUNT"]],
        "microsoft.search/searchservices": [["SEARCH"]],
        "microsoft.datafactory/factories": [["FACTORY"]],
        "microsoft.kusto/clusters": [["CLUSTER"]],
        "microsoft.machinelearningservices/workspaces": [["WORKSPACE"]],
        "microsoft.appconfiguration/configurationstores": [["STORE"]],
        "microsoft.automation/automationaccounts": [["ACCOUNT"]],
        "microsoft.operationalinsights/workspaces": [["WORKSPACE"]],
        "microsoft.storagesync/storagesyncservices": [["SYNC"]],
        "microsoft.compute/disks": [["DISK"]],
        "microsoft.keyvault/managedhsms": [["HSM"]],
        "microsoft.app/containerapps": [["APP"]],
        "microsoft.cdn/profiles/endpoints": [["ENDPOINT"], ["PROFILE"]],
        "microsoft.storage/storageaccounts/fileservices": [[], ["ACCOUNT"]],
    ]
}
