import Topology

/// Clusters, containers, registries and hosting: who may reach them.
extension ServiceCheck {
    static let compute: [ServiceCheck] = [
        ServiceCheck(
            "PN-15",
            "aks-api-server",
            "The API server of a cluster is private or admits listed addresses",
            "Microsoft.ContainerService/managedClusters",
            test: .anyOf([
                .flag("apiServerAccessProfile.enablePrivateCluster", true),
                listed("apiServerAccessProfile.authorizedIPRanges"),
            ]),
            fault: "offers its API server to the whole internet",
            severity: .high,
            why:
                "Who has a token for the API server has the cluster, its secrets and the identities of its nodes.",
            fix: "Make the cluster private, or list the addresses that administer it.",
            command: "az aks update -g GROUP -n CLUSTER --api-server-authorized-ip-ranges RANGES",
            documentation: "aks/private-clusters"
        ),
        ServiceCheck(
            "PN-16",
            "aks-node-public-ip",
            "Nodes of a cluster have no public address",
            "Microsoft.ContainerService/managedClusters",
            test: .anyOf([.flag("agentPoolProfiles[*].enableNodePublicIP", false)]),
            fault: "gives its nodes public addresses",
            severity: .high,
            why:
                "A node with a public address is reached past the load balancer and sends past the firewall.",
            fix: "Create a node pool without public addresses and delete the other one.",
            command: "az aks nodepool add -g GROUP --cluster-name CLUSTER -n POOL",
            documentation: "aks/use-node-public-ips"
        ),
        ServiceCheck(
            "PN-17",
            "aks-network-policy",
            "Pods of a cluster are kept apart by network policies",
            "Microsoft.ContainerService/managedClusters",
            test: .anyOf([
                .word("networkProfile.networkPolicy", "azure", "calico", "cilium", not: "none")
            ]),
            fault: "lets every pod talk to every other",
            why: "Without a policy engine one pod that is taken over reaches all the others of the cluster.",
            fix: "Switch a policy engine on, then deny by default in each namespace.",
            command: "az aks update -g GROUP -n CLUSTER --network-policy cilium",
            documentation: "aks/use-network-policies"
        ),
        ServiceCheck(
            "PN-18",
            "aks-egress",
            "A cluster leaves by the routes of its subnet",
            "Microsoft.ContainerService/managedClusters",
            test: .anyOf([
                .word(
                    "networkProfile.outboundType",
                    "userDefinedRouting",
                    "none",
                    "block",
                    not: "loadBalancer"
                )
            ]),
            fault: "sends to the internet past the firewall",
            severity: .low,
            tier: .extended,
            why: "What a pod sends out by the cluster's own load balancer or NAT gateway no firewall sees.",
            fix: "Create the cluster with user-defined routing to the firewall.",
            command: "az aks update -g GROUP -n CLUSTER --outbound-type userDefinedRouting",
            documentation: "aks/egress-outboundtype"
        ),
        ServiceCheck(
            "PN-19",
            "aks-http-routing",
            "The add-on that publishes pods over HTTP is off",
            "Microsoft.ContainerService/managedClusters",
            test: .anyOf([.flag("addonProfiles.httpApplicationRouting.enabled", false)]),
            fault: "publishes what its pods ask for over HTTP",
            tier: .extended,
            why:
                "The add-on opens a public way to whatever a manifest names, without TLS and without a firewall.",
            fix: "Switch the add-on off and publish through the application gateway.",
            command: "az aks disable-addons -g GROUP -n CLUSTER --addons http_application_routing",
            documentation: "aks/http-application-routing"
        ),
        ServiceCheck(
            "PN-20",
            "registry-public-access",
            "Container registries refuse the public network or deny by default",
            "Microsoft.ContainerRegistry/registries",
            test: .anyOf([
                .publicAccess("publicNetworkAccess", [.bad(#""Enabled""#, since: "2019-12-01-preview")]),
                .deniesByDefault("networkRuleSet"),
            ]),
            fault: openToAll,
            severity: .high,
            why: "Who can push an image runs in your clusters the next time they pull it.",
            fix: "Switch public network access off and let the clusters pull by a private endpoint.",
            command: "az acr update -g GROUP -n REGISTRY --public-network-enabled false",
            documentation: "container-registry/container-registry-private-link"
        ),
        ServiceCheck(
            "PN-21",
            "container-group-address",
            "Container groups have a private address",
            "Microsoft.ContainerInstance/containerGroups",
            test: .anyOf([.word("ipAddress.type", "Private", not: "Public")]),
            fault: "has a public address with no filter before it",
            why: "A public container group has neither a security group nor a firewall, only its open ports.",
            fix: "Create the group in a subnet.",
            command: "az container create -g GROUP -n CONTAINER --vnet VNET --subnet SUBNET",
            documentation: "container-instances/container-instances-vnet"
        ),
        ServiceCheck(
            "PN-22",
            "container-apps-environment",
            "Environments of container apps are internal",
            "Microsoft.App/managedEnvironments",
            test: .anyOf([.flag("vnetConfiguration.internal", true), .refusesPublicNetwork]),
            fault: "publishes its apps at a public address",
            why: "In an external environment each app that takes traffic takes it from the internet.",
            fix: "Create an internal environment in your network and publish through the gateway.",
            command:
                "az containerapp env create -g GROUP -n ENVIRONMENT --internal-only true --infrastructure-subnet-resource-id SUBNET-ID",
            documentation: "container-apps/networking"
        ),
        ServiceCheck(
            "PN-23",
            "app-service-environment-internal",
            "App Service environments are internal",
            "Microsoft.Web/hostingEnvironments",
            test: .anyOf([
                .word("internalLoadBalancingMode", "Web", "Publishing", "Web, Publishing", not: "None")
            ]),
            fault: "publishes its apps at a public address",
            why: "Apps in an external environment are reached past the gateway and its firewall.",
            fix: "Create an internal environment and move the apps; the mode cannot be changed later.",
            documentation: "app-service/environment/networking"
        ),
        ServiceCheck(
            "PN-24",
            "remote-debugging",
            "Remote debugging of web apps is off",
            "Microsoft.Web/sites",
            test: .anyOf([
                .flag(
                    "remoteDebuggingEnabled",
                    false,
                    child: "config/web",
                    copy: "siteConfig.remoteDebuggingEnabled",
                    [.good("false", since: "2015-08-01")]
                )
            ]),
            fault: "has debugging ports open",
            why: "A debugger reads and changes what runs, and its ports stand open to the internet.",
            fix: "Switch remote debugging off.",
            command: "az webapp config set -g GROUP -n APP --remote-debugging-enabled false",
            documentation: "app-service/configure-common"
        ),
        ServiceCheck(
            "PN-25",
            "batch-public-access",
            "Batch accounts refuse the public network or deny by default",
            "Microsoft.Batch/batchAccounts",
            test: .anyOf([.refusesPublicNetwork, .deniesByDefault("networkProfile.accountAccess")]),
            fault: openToAll,
            why: "A key of the account runs any program on its nodes, which stand in your network.",
            fix: "Switch public network access off and submit jobs by a private endpoint.",
            command: "az batch account set -g GROUP -n ACCOUNT --public-network-access Disabled",
            documentation: "batch/public-network-access"
        ),
    ]
}
