/// What Azure told about the state it is in, beside the resources of the estate.
package struct Overlays: Sendable {
    package var routes: [EffectiveRoutes] = []
    package var securityGroups: [EffectiveSecurityGroup] = []

    package init() {}

    package var isEmpty: Bool { routes.isEmpty && securityGroups.isEmpty }

    /// Takes over what a later input told.
    package mutating func append(_ other: Overlays) {
        routes += other.routes
        securityGroups += other.securityGroups
    }
}
