import Rules
import Topology

/// What is looked up in an estate again and again, gathered once.
struct EstateIndex: Sendable {
    /// Everything that can be searched: the resources, then the parts written inside them that have a name of their
    /// own, such as subnets and rules.
    let resources: [Resource]
    /// The lower-case text a search of resources looks through: id, type and region.
    ///
    /// A row for each resource.
    let resourceKeys: SearchKeys
    /// The lower-case text a search of findings looks through.
    ///
    /// A row for each finding.
    let findingKeys: SearchKeys
    let scopes: ScopeIndex
    private let positions: [ResourceID: Int]
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
        for (index, finding) in assessment.findings.enumerated() {
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
        self.positions = positions
        self.findings = findings
        resourceKeys = keys
        findingKeys = found
        scopes = ScopeIndex(topology, positions)
    }

    /// Where a resource stands in ``resources``.
    func position(_ id: ResourceID) -> Int? { positions[id] }

    /// The findings of a resource, as indices into the assessment.
    func findings(of id: ResourceID) -> [Int] { findings[id, default: []] }
}
