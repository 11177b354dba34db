import JSON

/// Who may reach a service over the network, and with which encryption.
///
/// The order in which a service applies these is that of azure-semantics 7.5; what an absent minimum of TLS means
/// has changed over time and stays absent here (azure-semantics 8.2).
package struct ServiceExposure: Sendable {
    /// `Enabled`, `Disabled` or `SecuredByPerimeter`.
    package let publicNetworkAccess: Setting<String>
    /// `Allow` or `Deny`; while it is `Allow` the address rules mean nothing.
    package let defaultAction: Setting<String>
    /// The services of Azure that pass the rules by.
    package let bypass: Setting<String>
    package let ipRules: [AddressTerm]
    /// The subnets that may come in through a service endpoint.
    package let virtualNetworkRules: [ResourceID]
    package let privateEndpointConnections: [PrivateEndpointConnection]
    package let minimumTLS: Setting<TLSVersion>
    /// Whether traffic without TLS is refused.
    package let httpsOnly: Setting<Bool>

    init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        let places = ServicePlaces.of(resource.type)
        // The rules may stand in the service, in a part of it, or in children of their own.
        let rules = places.rules.map { fields.inner($0) } ?? fields
        let child = places.ruleChild.flatMap { wanted in children.first { $0.type == wanted } }?.fields
        publicNetworkAccess = fields.text("publicNetworkAccess").or(
            child?.text("publicNetworkAccess") ?? .absent
        )
        defaultAction = (child ?? rules).text("defaultAction")
        bypass = rules.text("bypass").or(fields.text("networkAclBypass"))
        ipRules =
            (child ?? rules).items(places.ipRules).flatMap { $0.addresses(places.ipRule) }
            + children.filter { $0.type == places.rangeChild }.map(Self.range)
        virtualNetworkRules =
            (child ?? rules).items("virtualNetworkRules").compactMap { rule in
                rule.link("id").or(rule.link("subnet")).or(rule.link("virtualNetworkSubnetId"))
                    .value
            }
            + children.filter { $0.type == places.subnetChild }
            .compactMap { $0.fields.link("virtualNetworkSubnetId").value }
        privateEndpointConnections = fields.items("privateEndpointConnections").map(
            PrivateEndpointConnection.init
        )
        minimumTLS = places.minimumTLS.map { fields.tlsVersion($0) } ?? .absent
        httpsOnly =
            places.httpsOnly.map { fields.flag($0) }
            ?? places.clearPort.map { fields.flag($0).map { !$0 } } ?? .absent
    }

    /// The private endpoints whose connection is approved.
    package var approvedPrivateEndpoints: [ResourceID] {
        privateEndpointConnections.filter { $0.status.is("Approved") }.compactMap(\.privateEndpoint.value)
    }

    /// The range of a firewall rule that stands as a child, for example of a SQL server.
    private static func range(_ child: Resource) -> AddressTerm {
        let fields = child.fields
        let first = fields.text("startIpAddress").or(fields.text("startIP")).value ?? "?"
        let last = fields.text("endIpAddress").or(fields.text("endIP")).value ?? "?"
        return AddressTerm(first == last ? first : "\(first)-\(last)")
    }
}
