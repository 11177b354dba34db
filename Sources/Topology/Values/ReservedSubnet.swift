/// A subnet whose name gives it a role of Azure's own.
package enum ReservedSubnet: String, Sendable, CaseIterable {
    case gateway = "GatewaySubnet"
    case firewall = "AzureFirewallSubnet"
    case firewallManagement = "AzureFirewallManagementSubnet"
    case bastion = "AzureBastionSubnet"
    case routeServer = "RouteServerSubnet"

    package init?(name: String) {
        guard let role = ReservedSubnet.allCases.first(where: { $0.rawValue.isSame(as: name) }) else {
            return nil
        }
        self = role
    }

    /// Whether Azure lets a network security group filter it (azure-semantics 1.7).
    package var takesSecurityGroup: Bool { self == .bastion }
}
