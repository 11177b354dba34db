import Rules
import Topology

extension Filter {
    /// The resources it keeps, as indices into those of the index; every one where it is empty.
    package func resources(of estate: Estate) -> [Int] {
        let kept = resourceFlags(of: estate)
        return kept.indices.filter { kept[$0] }
    }

    /// For each resource of the index, whether it is kept.
    package func resourceFlags(of estate: Estate) -> [Bool] {
        let all = estate.index.resources.indices
        var kept = [Bool](repeating: true, count: all.count)
        for term in terms {
            let matches = term.alternatives.map { matcher(of: $0, in: estate) }
            for index in all where kept[index] {
                kept[index] = matches.contains { $0(index) } != term.isNegated
            }
        }
        return kept
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
            let found = word.flags(of: estate)
            return { found[$0] }
        case .subscription(let name):
            let pattern = Glob(name.contains("*") ? name : "*\(name)*")
            let named = Set(
                estate.index.scopes.subscriptions.lazy
                    .filter { pattern.matches($0.name) || pattern.matches($0.number) }
                    .map { $0.number.lowercased() }
            )
            return { named.contains(ScopePath(resources[$0].id).subscription.lowercased()) }
        case .group(let name):
            let word = Array(name.utf8)
            return { SearchKeys.text(ScopePath(resources[$0].id).group, contains: word) }
        case .virtualNetwork(let name):
            let members = estate.members(ofNetworksNamed: name)
            return { members.contains($0) }
        case .type(let name):
            if let type = ResourceNames.type(named: name) {
                let wanted = ResourceType(type)
                return { resources[$0].type == wanted }
            }
            let word = Array(name.utf8)
            return {
                SearchKeys.text(resources[$0].type.text, contains: word)
                    || SearchKeys.text(resources[$0].type.noun, contains: word)
            }
        case .region(let name):
            let squeezed = name.filter { $0 != " " }
            let word = Array(squeezed.utf8)
            return {
                let location = resources[$0].location ?? ""
                return SearchKeys.text(location.filter { $0 != " " }, contains: word)
            }
        case .address(let prefix):
            let addresses = estate.addresses.value
            return { addresses[$0].contains { $0.overlaps(prefix) } }
        case .port(let port):
            let ports = estate.ports.value
            let wanted = UInt16(clamping: port)
            return { ports[$0]?.contains { $0.contains(wanted) } ?? false }
        case .tag(let name, let value):
            let tagged = estate.topology.resources(tagged: name).filter { resource in
                value.map { resource.tag(name)?.lowercased() == $0 } ?? true
            }
            let found = Set(tagged.compactMap { estate.index.position($0.id) })
            return { found.contains($0) }
        }
    }
}

extension StringProtocol {
    /// Whether a lower-case text occurs in it, letter case aside.
    func contains(ignoringCase lower: String) -> Bool {
        SearchKeys.text(self, contains: Array(lower.utf8))
    }
}

extension Estate {
    /// What belongs to virtual networks of a name, as indices of the index: they, what lies below them, and what
    /// refers to them or to a part of them.
    fileprivate func members(ofNetworksNamed name: String) -> Set<Int> {
        let networks = topology.resources(of: VirtualNetwork.types[0])
            .filter { $0.name.contains(ignoringCase: name) }
        let roots = Set(networks.compactMap { index.position($0.id) })
        var members: Set<Int> = []
        for position in index.resources.indices
        where index.chain(from: position).contains(where: roots.contains) {
            members.insert(position)
        }
        let parts = networks.map(\.id) + networks.flatMap { topology.children(of: $0.id).map(\.id) }
        for reference in parts.flatMap(topology.references(to:)) {
            var next: ResourceID? = reference.source.id
            for _ in 0..<4 {
                guard let here = next else { break }
                if let position = index.position(here) {
                    members.insert(position)
                    break
                }
                next = here.parent
            }
        }
        return members
    }
}
