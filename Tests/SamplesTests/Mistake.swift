/// What went wrong in the drifted estate, and where: all that its assessment may find.
///
/// A resource is named by the end of its id, as much of it as no other resource shares.
struct Mistake: Sendable {
    let what: String
    let findings: [Finding]

    /// A control that fails, and the end of the id of the resource it fails at.
    struct Finding: Hashable, Sendable, CustomStringConvertible {
        let control: String
        let resource: String

        init(_ control: String, _ resource: String) {
            self.control = control
            self.resource = resource
        }

        var description: String { "\(control) at \(resource)" }
    }

    init(_ what: String, _ findings: Finding...) {
        self.what = what
        self.findings = findings
    }

    /// The year of drift, in the order of the steps.
    static let all: [Mistake] = [
        Mistake(
            "The branch tunnel was rebuilt and offers whatever the gateway offers",
            Finding("E1-01", "connections/cn-s2s-branch")
        ),
        Mistake(
            "The warehouse has an old device",
            Finding("E1-02", "connections/cn-s2s-warehouse"),
            Finding("E1-07", "connections/cn-s2s-warehouse")
        ),
        Mistake(
            "MACsec was switched off on one link while a line card was changed",
            Finding("E1-14", "expressRoutePorts/erp-direct"),
            Finding("E2-07", "expressRouteCircuits/erc-direct")
        ),
        Mistake(
            "Contractors sign in to the VPN with certificates",
            Finding("E2-01", "virtualNetworkGateways/vgw-vpn")
        ),
        Mistake(
            "The gateway's route table was detached during an outage and never put back",
            Finding("E2-12", "vnet-hub-we/subnets/GatewaySubnet")
        ),
        Mistake(
            "A circuit key for a project that never came lies unused",
            Finding("E2-24", "expressRouteCircuits/erc-partner")
        ),
        Mistake(
            "The private traffic policy of the hub was removed while debugging",
            Finding("W-03", "virtualHubs/vhub-ne")
        ),
        Mistake(
            "Encryption was switched off in the application network for a performance test",
            Finding("E3-01", "virtualNetworks/vnet-application")
        ),
        Mistake(
            "A database server was made smaller and lost accelerated networking",
            Finding("E3-05", "networkInterfaces/nic-vm-data-2")
        ),
        Mistake(
            "Slow updates led to a route past the firewall",
            Finding("E3-07", "virtualNetworks/vnet-standalone"),
            Finding("S3-03", "virtualNetworks/vnet-standalone/subnets/snet-vm"),
            Finding("S1-04", "virtualNetworks/vnet-standalone/subnets/snet-vm")
        ),
        Mistake(
            "A server forwards packets since a proxy was tried on it",
            Finding("S1-14", "networkInterfaces/nic-vm-app-1")
        ),
        Mistake(
            "The build subnet lost its security group",
            Finding("S1-01", "virtualNetworks/vnet-dev/subnets/snet-build")
        ),
        Mistake(
            "A temporary rule lets everything in",
            Finding("S1-06", "networkSecurityGroups/nsg-application"),
            Finding("S1-07", "networkSecurityGroups/nsg-application"),
            Finding("S1-03", "networkSecurityGroups/nsg-application"),
            Finding("E5-06", "networkSecurityGroups/nsg-application")
        ),
        Mistake(
            "A report on the front end reads the database directly",
            Finding("S1-11", "networkSecurityGroups/nsg-data")
        ),
        Mistake(
            "Learned routes reach the application subnet past the firewall",
            Finding("S1-15", "routeTables/rt-application")
        ),
        Mistake(
            "Developers peered their network with production",
            Finding("S2-01", "virtualNetworks/vnet-dev"),
            Finding("S2-01", "virtualNetworks/vnet-workload"),
            Finding("S2-03", "virtualNetworks/vnet-dev"),
            Finding("E3-07", "virtualNetworks/vnet-dev"),
            Finding("E3-07", "virtualNetworks/vnet-workload")
        ),
        Mistake(
            "Half of a peering with the former hub is left over",
            Finding("S2-02", "virtualNetworks/vnet-application"),
            Finding("S2-06", "virtualNetworks/vnet-application")
        ),
        Mistake(
            "The firewall only watches since false alarms in spring",
            Finding("S3-05", "firewallPolicies/afwp-root"),
            Finding("S3-06", "firewallPolicies/afwp-root")
        ),
        Mistake(
            "A supplier reaches a server by SSH through the firewall",
            Finding("S3-08", "ruleCollectionGroups/rcg-workloads"),
            Finding("E5-21", "ruleCollectionGroups/rcg-workloads")
        ),
        // Its public endpoint alone proves nothing: who may come in stands in rules that are no part of the export.
        Mistake("The database server is open for a reporting tool"),
        Mistake(
            "Developers share files in an open storage account",
            Finding("E4-26", "storageAccounts/stdevshare"),
            Finding("S3-12", "storageAccounts/stdevshare"),
            Finding("S3-13", "storageAccounts/stdevshare"),
            Finding("PN-41", "storageAccounts/stdevshare")
        ),
        Mistake(
            "A developer works from home on a machine with a public address",
            Finding("E5-02", "networkInterfaces/nic-vm-dev-1"),
            Finding("E5-03", "networkSecurityGroups/nsg-dev"),
            Finding("S1-07", "networkSecurityGroups/nsg-dev"),
            Finding("E5-06", "networkSecurityGroups/nsg-dev"),
            Finding("S3-01", "publicIPAddresses/pip-vm-dev-1"),
            Finding("S3-10", "virtualNetworks/vnet-dev"),
            Finding("V3-05", "publicIPAddresses/pip-vm-dev-1")
        ),
        Mistake(
            "The sandbox asks a public resolver",
            Finding("D-01", "virtualNetworks/vnet-dev")
        ),
        Mistake(
            "The blob zone was recreated and its links were forgotten",
            Finding("D-04", "privateDnsZones/privatelink.blob.core.windows.net")
        ),
        Mistake(
            "The portal serves old clients",
            Finding("E4-04", "applicationGateways/agw-hub"),
            Finding("E4-01", "applicationGateways/agw-hub")
        ),
        Mistake(
            "The web application firewall was only to be tuned for a week",
            Finding("E4-11", "ApplicationGatewayWebApplicationFirewallPolicies/waf-agw")
        ),
        Mistake(
            "The gateway's subnet takes clients that go round Front Door",
            Finding("E4-23", "networkSecurityGroups/nsg-appgw")
        ),
        Mistake(
            "Marketing added an endpoint of its own",
            Finding("E4-17", "afdEndpoints/fde-campaign"),
            Finding("E4-19", "afdEndpoints/fde-campaign/routes/campaign")
        ),
        Mistake(
            "The web app answers plain HTTP",
            Finding("E4-24", "sites/app-web")
        ),
        Mistake(
            "Bastion sessions can be passed on as links",
            Finding("E5-13", "bastionHosts/bas-hub")
        ),
        Mistake(
            "Someone tidied the rules of the Bastion subnet",
            Finding("E5-10", "vnet-hub-we/subnets/AzureBastionSubnet")
        ),
        Mistake(
            "Just-in-time access was loosened in the sandbox",
            Finding("E5-07", "virtualMachines/vm-dev-2"),
            Finding(
                "E5-08",
                "rg-dev/providers/Microsoft.Security/locations/westeurope/jitNetworkAccessPolicies/default"
            )
        ),
        Mistake(
            "Developers were made Contributors to unblock a release",
            Finding("S0-02", "roleAssignments/e9eb058f-033f-44a1-99f3-5586ea0b9489"),
            Finding("S0-06", "roleAssignmentScheduleInstances/9f929996-2276-4c4a-9d7e-68d1a4273b5a"),
            Finding("S0-06", "roleAssignmentScheduleInstances/0ae1c1a4-60e4-4b9c-9494-8f67185e88fc"),
            Finding("S0-09", "roleAssignments/553a2d9d-41ad-43f3-9109-7c1c5e42e22b"),
            Finding("D-06", "roleAssignments/e9eb058f-033f-44a1-99f3-5586ea0b9489")
        ),
        Mistake(
            "A network was rebuilt without its flow log",
            Finding("V2-01", "virtualNetworks/vnet-standalone")
        ),
        Mistake(
            "Defender for servers was switched off in the sandbox to save money",
            Finding(
                "V3-06",
                "b95e3c77-2b33-4e1a-8d77-94c0d6e10c03/providers/Microsoft.Security/pricings/VirtualMachines"
            )
        ),
    ]
}
