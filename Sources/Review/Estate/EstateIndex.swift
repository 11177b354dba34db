package import Rules
package import Topology

/// What is looked up in an estate again and again, gathered once.
package struct EstateIndex: Sendable {
    /// Everything that can be searched: the resources, then the parts written inside them that have a name of their
    /// own, such as subnets and rules.
    package let resources: [Resource]
    /// The lower-case text a search of resources looks through: id, type and region.
    ///
    /// A row for each resource.
    package let resourceKeys: SearchKeys
    /// The lower-case text a search of findings looks through.
    ///
    /// A row for each finding.
    package let findingKeys: SearchKeys
    package let scopes: ScopeIndex
    /// The controls that have findings, in the order of the assessment.
    package let controls: [Control]
    private let positions: [ResourceID: Int]
    /// Where the resource around each one stands; -1 where there is none.
    private let parents: [Int32]
    private let findings: [ResourceID: [Int]]

    /// Parts that are worth finding by name.
    private static let parts: [ResourceType] = [
        "Microsoft.Network/virtualNetworks/subnets",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
        "Microsoft.Network/networkSecurityGroups/securityRules",
        "Microsoft.Network/routeTables/routes",
    ]

    init(_ topology: Topology, _ assessment: Assessment) {
        var positions: [ResourceID: Int] = Dictionary(minimumCapacity: topology.resources.count)
        var resources = topology.resources
        for (index, resource) in resources.enumerated() { positions[resource.id] = index }
        for part in EstateIndex.parts.flatMap(topology.resources(of:)) where positions[part.id] == nil {
            positions[part.id] = resources.count
            resources.append(part)
        }
        var keys = SearchKeys()
        keys.reserve(rows: resources.count, bytes: resources.count * 160)
        for resource in resources {
            keys.append(resource.id.text, resource.type.text, resource.location ?? "")
        }
        var found = SearchKeys()
        var findings: [ResourceID: [Int]] = [:]
        var controls: [Control] = []
        for (index, finding) in assessment.findings.enumerated() {
            // The findings of a control stand together.
            if controls.last?.id != finding.control.id { controls.append(finding.control) }
            found.append(
                finding.control.id,
                finding.control.name,
                finding.control.title,
                finding.resource?.id.text ?? "",
                finding.message
            )
            if let resource = finding.resource { findings[resource.id, default: []].append(index) }
        }
        self.resources = resources
        parents = resources.map { resource in
            Int32(clamping: resource.id.parent.flatMap { positions[$0] } ?? -1)
        }
        self.positions = positions
        self.findings = findings
        self.controls = controls
        resourceKeys = keys
        findingKeys = found
        scopes = ScopeIndex(topology, parents)
    }

    /// Where a resource stands in ``resources``.
    package func position(_ id: ResourceID) -> Int? { positions[id] }

    /// The places of a resource and of all it stands in that are in the estate, the innermost first.
    package func chain(from position: Int) -> some Sequence<Int> {
        sequence(first: position) { here in parents[here] >= 0 ? Int(parents[here]) : nil }
    }

    /// The findings of a resource, as indices into the assessment.
    package func findings(of id: ResourceID) -> [Int] { findings[id, default: []] }
}
