import Explorer
import Ingest
import JSON
import Review
import Rules
import Testing
import Topology

/// A small estate with a story, and four controls of its own, so that frames do not change with the catalogue.
enum SmallEstate {
    static let today = Day("2026-11-24")

    static let resources = """
        [
        {"id":"/providers/Microsoft.Management/managementGroups/contoso","name":"contoso",
         "type":"Microsoft.Management/managementGroups","properties":{"displayName":"contoso"}},
        {"id":"/subscriptions/5ub1","name":"sub-corp","type":"Microsoft.Resources/subscriptions",
         "properties":{"displayName":"sub-corp","managementGroupAncestorsChain":[{"name":"contoso"}]}},
        {"id":"/subscriptions/5ub1/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub",
         "name":"vnet-hub","type":"Microsoft.Network/virtualNetworks","location":"westeurope",
         "tags":{"env":"prod","owner":"net"},
         "properties":{"addressSpace":{"addressPrefixes":["10.0.0.0/16"]},
          "subnets":[
           {"name":"GatewaySubnet","properties":{"addressPrefix":"10.0.0.0/24"}},
           {"name":"snet-app","properties":{"addressPrefix":"10.0.1.0/24",
            "networkSecurityGroup":{"id":"/subscriptions/5ub1/resourceGroups/rg-hub/providers/Microsoft.Network/networkSecurityGroups/nsg-app"}}}]}},
        {"id":"/subscriptions/5ub1/resourceGroups/rg-hub/providers/Microsoft.Network/networkSecurityGroups/nsg-app",
         "name":"nsg-app","type":"Microsoft.Network/networkSecurityGroups","location":"westeurope",
         "properties":{"securityRules":[
          {"name":"ssh-any","properties":{"priority":100,"direction":"Inbound","access":"Allow","protocol":"Tcp",
           "sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"22"}}]}},
        {"id":"/subscriptions/5ub1/resourceGroups/rg-hub/providers/Microsoft.Network/connections/cn-branch",
         "name":"cn-branch","type":"Microsoft.Network/connections","location":"westeurope",
         "properties":{"connectionType":"IPsec","sharedKey":"hunter2","ipsecPolicies":[{"dhGroup":"DHGroup2"}]}},
        {"id":"/subscriptions/5ub1/resourceGroups/rg-app/providers/Microsoft.Network/networkInterfaces/nic-web",
         "name":"nic-web","type":"Microsoft.Network/networkInterfaces","location":"northeurope","tags":{"env":"test"},
         "properties":{"ipConfigurations":[{"name":"ipc","properties":{"privateIPAddress":"10.0.1.4",
          "subnet":{"id":"/subscriptions/5ub1/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/snet-app"}}}]}},
        {"id":"/subscriptions/5ub1/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/vm-web",
         "name":"vm-web","type":"Microsoft.Compute/virtualMachines","location":"northeurope",
         "properties":{"networkProfile":{"networkInterfaces":[
          {"id":"/subscriptions/5ub1/resourceGroups/rg-app/providers/Microsoft.Network/networkInterfaces/nic-web"}]}}},
        {"id":"/subscriptions/5ub1/resourceGroups/rg-app/providers/Microsoft.Storage/storageAccounts/st\\u001b[31mevil\\u202e",
         "name":"st\\u001b[31mevil\\u202e","type":"Microsoft.Storage/storageAccounts","location":"northeurope",
         "properties":{"minimumTlsVersion":"TLS1_0"}}
        ]
        """

    static let controls = [
        Control(
            id: "S1-01",
            name: "no-open-management",
            title: "No rule lets the internet reach management ports",
            severity: .critical,
            principles: [.assumeBreach],
            types: ["Microsoft.Network/networkSecurityGroups"],
            why: "An open management port is tried within minutes, by everyone, from everywhere.",
            remediation: Control.Remediation(
                "Allow Bastion alone.",
                command: "az network nsg rule delete -n RULE"
            ),
            documentation:
                "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
            benchmarks: ["mcsb": ["NS-1"]],
            decision: .each { _, _ in
                .fail(
                    "ssh-any lets every address reach port 22",
                    Proof("securityRules[0].destinationPortRange", expected: "not 22"),
                    Proof("securityRules[0].sourceAddressPrefix", expected: "a prefix of your own")
                )
            },
            examples: []
        ),
        Control(
            id: "E1-02",
            name: "ike-dh-group",
            title: "IKE phase 1 uses a strong Diffie-Hellman group",
            severity: .high,
            principles: [.assumeBreach],
            types: ["Microsoft.Network/connections"],
            why: "A weak group lets a recorded tunnel be read later.",
            remediation: Control.Remediation("Set DHGroup14 or better."),
            documentation:
                "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto",
            decision: .each { _, _ in
                .fail(
                    "cn-branch negotiates DHGroup2",
                    Proof("ipsecPolicies[0].dhGroup", expected: "DHGroup14")
                )
            },
            examples: []
        ),
        Control(
            id: "E1-20",
            name: "shared-keys",
            title: "Shared keys of tunnels are rotated",
            severity: .info,
            principles: [.verifyExplicitly],
            types: ["Microsoft.Network/connections"],
            why: "A key that never changes is known to everyone who ever left.",
            remediation: Control.Remediation("Rotate it."),
            question: "When was the key rotated last?",
            documentation: "https://learn.microsoft.com/azure/vpn-gateway/",
            decision: .manual,
            examples: []
        ),
        Control(
            id: "E3-01",
            name: "named-networks",
            title: "Networks have a name",
            severity: .low,
            principles: [.leastPrivilege],
            types: ["Microsoft.Network/virtualNetworks"],
            why: "So that one can speak of them.",
            remediation: Control.Remediation("Name it."),
            documentation: "https://learn.microsoft.com/azure/virtual-network/",
            decision: .each { resource, _ in .pass("\(resource.name) has a name", Proof("name")) },
            examples: []
        ),
    ]

    static func topology(_ text: String = resources) throws -> Topology {
        try Reader.read([.bytes(name: "small.json", Array(text.utf8))]).topology
    }

    static func estate(review: ReviewDocument? = nil) throws -> Estate {
        let today = try #require(today)
        let topology = try topology()
        let findings = controls.flatMap { $0.findings(in: topology) }
        return Estate(
            name: "small",
            topology: topology,
            assessment: Assessment(findings: findings),
            review: review,
            today: today
        )
    }
}
