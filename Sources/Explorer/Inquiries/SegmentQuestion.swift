package import Reachability
import Review
import Topology

/// How the estate is parted into segments, and by which service one asks.
package struct SegmentQuestion: Sendable, Hashable {
    package var grouping: SegmentMatrix.Grouping
    /// Nil asks about the common ones together.
    package var service: Service?

    var services: [Service] { service.map { [$0] } ?? Service.common }

    /// What is asked by, in words.
    var serviceName: String { service?.description ?? "\(Service.common.count) common services" }

    func matrix(in estate: Estate) -> Reply {
        let map = estate.reachability.value
        return .matrix(SegmentMap(map, SegmentMatrix(map, by: grouping, services: services)))
    }

    func flows(from: String, to: String, in estate: Estate) -> Reply {
        let map = estate.reachability.value
        let groups = SegmentMatrix.groups(map, grouping)
        guard let sending = groups.first(where: { $0.key == from }),
            let receiving = groups.first(where: { $0.key == to })
        else { return .failed("The estate no longer holds both segments.") }
        let flows = SegmentFlows(map, from: sending.members, to: receiving.members, services: services)
        return .segments(SegmentMap.Flows(map: map, flows: flows))
    }
}

/// A segment matrix with the endpoints it counts.
package struct SegmentMap: Sendable {
    let map: ReachabilityMap
    let matrix: SegmentMatrix
    /// Groups by their keys.
    let places: [String: Int]

    init(_ map: ReachabilityMap, _ matrix: SegmentMatrix) {
        self.map = map
        self.matrix = matrix
        places = Dictionary(matrix.groups.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    /// What decides between two of its groups.
    package struct Flows: Sendable {
        let map: ReachabilityMap
        let flows: SegmentFlows
    }
}

extension SegmentMatrix.Group {
    /// What tells it apart over another order and a reload.
    var key: String { id?.text.lowercased() ?? name }
}
