import Reachability
import Review
import Topology

/// An endpoint that is taken over, and how far one goes from there.
package struct BlastQuestion: Sendable, Hashable {
    /// In the grammar of endpoints.
    let from: String
    /// Nil asks about every protocol and port.
    let service: Service?
    let hops: Int

    /// Where the ways to what is reached can be cut.
    func chokePoints(in estate: Estate) -> Reply {
        guard case .blast(let answer) = answer(in: estate) else { return .failed("It reaches nothing.") }
        let services = service.map { [$0] }
        return .chokePoints(ChokePoints(answer.map, answer.blast, hops: hops, services: services))
    }

    func answer(in estate: Estate) -> Reply {
        let map = estate.reachability.value
        do {
            let origin = try map.index(of: from)
            let blast = BlastRadius(map, from: origin, hops: hops, services: service.map { [$0] })
            return .blast(BlastAnswer(map: map, blast: blast))
        } catch {
            return .failed(error.message)
        }
    }
}

/// What an endpoint reaches, with the endpoints themselves.
package struct BlastAnswer: Sendable {
    let map: ReachabilityMap
    let blast: BlastRadius

    func site(_ index: Int) -> Site { map.table.sites[index] }
}
