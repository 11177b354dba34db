/// All built-in controls, in the order of their ids; a test compares it with the folders.
package enum Catalogue {
    package static let controls: [Control] = [
        .pinnedTunnelPolicy,
        .strongDiffieHellmanGroup,
        .perfectForwardSecrecy,
        .modernTunnelCipher,
        .modernTunnelIntegrity,
        .tunnelsNegotiateIKEv2,
        .routeBasedGateway,
        .currentGatewaySKU,
        .virtualWANEncryptsVPN,
        .pointToSiteProtocols,
        .macsecOnBothLinks,
        .macsecIdentity,
        .sharedKeyRotation,
        .pointToSiteSignIn,
        .tunnelOverPrivatePeering,
        .directCircuitEncryption,
        .authenticatedRouting,
        .fastPathBypass,
    ]
}
