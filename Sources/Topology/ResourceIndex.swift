/// Where the resources of an estate stand, by id, type and parent.
///
/// It takes about 100 bytes a resource.
struct ResourceIndex: Sendable {
    private let positions: [ResourceID: Int32]
    private let byType: [ResourceType: [Int32]]
    /// The position of each resource's parent, or -1 where the estate does not hold it.
    let parents: [Int32]
    /// The children of resource `i` are `childList[childStarts[i]..<childStarts[i + 1]]`.
    private let childStarts: [Int32]
    private let childList: [Int32]
    /// The resources directly below something that is no resource of the estate, often a resource group.
    private let byAbsentParent: [ResourceID: [Int32]]

    init(_ resources: [Resource], positions: [ResourceID: Int32]) {
        var byType: [ResourceType: [Int32]] = [:]
        var parents = [Int32](repeating: -1, count: resources.count)
        var starts = [Int32](repeating: 0, count: resources.count + 1)
        var byAbsentParent: [ResourceID: [Int32]] = [:]
        // Neighbours often share their parent, which then need not be looked up again.
        var latest: (id: ResourceID, position: Int32?) = (ResourceID(""), nil)
        for (index, resource) in resources.enumerated() {
            byType[resource.type, default: []].append(Int32(index))
            guard let parent = resource.id.parent else { continue }
            if parent.text != latest.id.text { latest = (parent, positions[parent]) }
            if let position = latest.position, position != Int32(index) {
                parents[index] = position
                starts[Int(position) + 1] += 1
            } else {
                byAbsentParent[latest.id, default: []].append(Int32(index))
            }
        }
        for index in resources.indices { starts[index + 1] += starts[index] }
        var next = starts
        var list = [Int32](repeating: 0, count: Int(starts.last ?? 0))
        for (index, parent) in parents.enumerated() where parent >= 0 {
            list[Int(next[Int(parent)])] = Int32(index)
            next[Int(parent)] += 1
        }
        self.positions = positions
        self.byType = byType
        self.parents = parents
        childStarts = starts
        childList = list
        self.byAbsentParent = byAbsentParent
    }

    var types: [ResourceType] { Array(byType.keys) }

    func position(of id: ResourceID) -> Int? { positions[id].map(Int.init) }

    func positions(of type: ResourceType) -> [Int32] { byType[type, default: []] }

    func hasParent(_ position: Int) -> Bool { parents[position] >= 0 }

    func children(of id: ResourceID) -> ArraySlice<Int32> {
        guard let position = position(of: id) else { return byAbsentParent[id, default: []][...] }
        return childList[Int(childStarts[position])..<Int(childStarts[position + 1])]
    }
}
