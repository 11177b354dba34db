import JSON
import Review
import Rules
import Topology

extension Filter {
    /// The resources it keeps, as indices into those of the index; every one where it is empty.
    func resources(of estate: Estate) -> [Int] {
        let all = estate.index.resources.indices
        var kept = [Bool](repeating: true, count: all.count)
        for term in terms {
            let matches = term.alternatives.map { matcher(of: $0, in: estate) }
            for index in all where kept[index] {
                kept[index] = matches.contains { $0(index) } != term.isNegated
            }
        }
        return all.filter { kept[$0] }
    }

    /// A test of one resource for a word.
    ///
    /// What costs is looked up once, here.
    private func matcher(of word: Word, in estate: Estate) -> (Int) -> Bool {
        let resources = estate.index.resources
        switch word {
        case .text(let bytes):
            let found = estate.index.resourceKeys.rows(containing: bytes)
            return { found[$0] }
        case .severity, .step, .outcome, .control, .decision:
            let found = Set(
                estate.findings.indices.filter { index in
                    let reviewed = estate.findings[index]
                    return word.holds(for: reviewed) && (word.isOutcome || reviewed.outcome.isOpen)
                }
                .compactMap {
                    estate.findings[$0].finding.resource.flatMap { estate.index.position($0.id) }
                }
            )
            return { found.contains($0) }
        case .subscription(let name):
            return { ScopePath(resources[$0].id).subscription.contains(ignoringCase: name) }
        case .group(let name):
            return { ScopePath(resources[$0].id).group.contains(ignoringCase: name) }
        case .virtualNetwork(let name):
            let members = VirtualNetworkMembers(named: name, in: estate)
            return { members.contains($0) }
        case .type(let name):
            if let type = ResourceNames.type(named: name) {
                return { resources[$0].type.text.lowercased() == type }
            }
            return { resources[$0].type.text.contains(ignoringCase: name) }
        case .region(let name):
            let squeezed = name.filter { $0 != " " }
            return {
                let location = resources[$0].location ?? ""
                return location.lowercased().filter { $0 != " " }.contains(squeezed)
            }
        case .address(let prefix):
            return { AddressText.prefixes(of: resources[$0]).contains { $0.overlaps(prefix) } }
        case .port(let port):
            return { PortText.covers(port, resources[$0]) }
        case .tag(let name, let value):
            return { index in
                guard let tags = resources[index].body.member("tags"),
                    let found = tags.member(name)
                else { return false }
                return value.map { found.string?.lowercased() == $0 } ?? true
            }
        }
    }
}

extension StringProtocol {
    /// Whether a lower-case text occurs in it, letter case aside.
    func contains(ignoringCase lower: String) -> Bool { lowercased().contains(lower) }
}

/// What belongs to virtual networks of a name: they, what lies below them, and what refers to one of their subnets.
private struct VirtualNetworkMembers {
    private var members: Set<Int> = []

    init(named name: String, in estate: Estate) {
        let type: ResourceType = "Microsoft.Network/virtualNetworks"
        let networks = estate.topology.resources(of: type).filter { $0.name.contains(ignoringCase: name) }
        let roots = Set(networks.map { $0.id.text.lowercased() })
        for (index, resource) in estate.index.resources.enumerated() {
            let id = resource.id.text.lowercased()
            if roots.contains(where: { id == $0 || id.hasPrefix($0 + "/") }) {
                members.insert(index)
            } else if BodyText.references(in: resource).contains(where: { text in
                roots.contains { text.hasPrefix($0 + "/") }
            }) {
                members.insert(index)
            }
        }
    }

    func contains(_ resource: Int) -> Bool { members.contains(resource) }
}
