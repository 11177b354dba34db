package import JSON

/// The addresses behind Azure's service tags, as they were published at one time.
package struct ServiceTagTable: Sendable {
    package enum Origin: Sendable {
        /// The snapshot that bulkhead carries, of that day: an assumption.
        case snapshot(day: String)
        /// A file of the estate.
        case input(SourcePosition)
    }

    package let origin: Origin
    /// The number that Microsoft counts up with every change of the list.
    package let changeNumber: Int?
    private let prefixes: [AddressPrefix]
    private let members: [ServiceTag: [Range<Int>]]

    /// Takes prefixes, and for each tag the places where its own stand in them.
    package init(
        origin: Origin,
        changeNumber: Int?,
        prefixes: [AddressPrefix],
        members: [ServiceTag: [Range<Int>]]
    ) {
        self.origin = origin
        self.changeNumber = changeNumber
        self.prefixes = prefixes
        self.members = members
    }

    /// The prefixes of a tag, regional ones such as `Storage.WestEurope` included; nil for a tag that is not listed.
    ///
    /// `Internet`, `VirtualNetwork` and `AzureLoadBalancer` have no fixed addresses and are not listed.
    package func prefixes(of tag: ServiceTag) -> [AddressPrefix]? {
        members[tag].map { $0.flatMap { prefixes[$0] } }
    }

    /// Every tag that is listed, in alphabetical order.
    package var tags: [ServiceTag] { members.keys.sorted { $0.text.lowercased() < $1.text.lowercased() } }
}

extension ServiceTagTable {
    /// Reads a file of service tags, or Azure's answer to a request for them.
    init(_ resource: Resource) {
        var prefixes: [AddressPrefix] = []
        var members: [ServiceTag: [Range<Int>]] = [:]
        for value in resource.body.member("values")?.elements ?? [] {
            guard let name = value.member("name")?.string ?? value.member("id")?.string else { continue }
            let start = prefixes.count
            let texts = value.fields["addressPrefixes"]?.elements ?? []
            prefixes += texts.compactMap { $0.string.flatMap { AddressPrefix($0) } }
            members[ServiceTag(name)] = [start..<prefixes.count]
        }
        self.init(
            origin: .input(resource.body.position),
            changeNumber: resource.body.member("changeNumber")?.integer,
            prefixes: prefixes,
            members: members
        )
    }
}
