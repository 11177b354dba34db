/// Every kind the topology knows, in alphabetical order; a test compares it with the folder `Resources`.
package enum KindRegistry {
    package static let kinds: [any ResourceKind.Type] = [
        ApplicationGateway.self,
        AzureFirewall.self,
        BastionHost.self,
        Connection.self,
        ExpressRouteCircuit.self,
        ExpressRouteCircuitAuthorization.self,
        ExpressRouteCircuitPeering.self,
        ExpressRoutePort.self,
        FirewallPolicy.self,
        FrontDoorDomain.self,
        FrontDoorEndpoint.self,
        FrontDoorOrigin.self,
        FrontDoorOriginGroup.self,
        FrontDoorProfile.self,
        FrontDoorRoute.self,
        FrontDoorSecurityPolicy.self,
        IPConfiguration.self,
        IPGroup.self,
        KeyVault.self,
        LoadBalancer.self,
        LocalNetworkGateway.self,
        NATGateway.self,
        NetworkInterface.self,
        NetworkSecurityGroup.self,
        PrivateDNSZoneGroup.self,
        PrivateEndpoint.self,
        PublicIPAddress.self,
        RoleAssignment.self,
        RoleDefinition.self,
        Route.self,
        RouteTable.self,
        RuleCollectionGroup.self,
        SQLServer.self,
        SecurityRule.self,
        StorageAccount.self,
        Subnet.self,
        VirtualHub.self,
        VirtualMachine.self,
        VirtualNetwork.self,
        VirtualNetworkGateway.self,
        VirtualNetworkPeering.self,
        VirtualWAN.self,
        WebApplicationFirewallPolicy.self,
        WebSite.self,
    ]

    /// The kinds that may be written inside their parent.
    private static let parts = kinds.compactMap { $0 as? any PartKind.Type }

    private static let byType = Dictionary(
        kinds.flatMap { kind in kind.types.map { ($0, kind) } },
        uniquingKeysWith: { first, _ in first }
    )

    private static let partsByParent = Dictionary(grouping: parts) { $0.types.first?.parent }

    /// The kind of a type, or nil for a type that is kept without typed values.
    package static func kind(of type: ResourceType) -> (any ResourceKind.Type)? { byType[type] }

    static func partKind(of type: ResourceType) -> (any PartKind.Type)? { byType[type] as? any PartKind.Type }

    static func partKinds(in type: ResourceType) -> [any PartKind.Type] { partsByParent[type, default: []] }
}
