/// A private DNS zone in which the names of private endpoints of some services resolve.
package struct PrivateLinkZone: Sendable {
    /// The name, in which `{regionName}` and the like stand for any text.
    package let name: String
    /// The parts of a service that use it, for example `blob`; empty where they are not known.
    package let groupIDs: [String]
    /// The types of the services.
    package let types: [ResourceType]

    package init(name: String, groupIDs: [String], types: [ResourceType]) {
        self.name = name
        self.groupIDs = groupIDs
        self.types = types
    }
}
