import Synchronization
import Topology

/// The spreads and admissions of each profile, worked out once for all services and addresses they hold for.
final class Profiles: Sendable {
    private let tracer: Tracer
    private let table: EndpointTable
    private let spreads = Mutex<[Key: [Spread]]>([:])
    private let admissions = Mutex<[Key: [Admission]]>([:])

    private struct Key: Hashable {
        let profile: Int32
        let protocolNumber: UInt8
    }

    init(_ tracer: Tracer, _ table: EndpointTable) {
        self.tracer = tracer
        self.table = table
    }

    /// Where packets of a site get to.
    func spread(from index: Int, _ service: Service) -> Spread {
        let key = Key(profile: table.profiles[index], protocolNumber: service.protocolNumber)
        let line = table.line(index)
        let known = spreads.withLock { $0[key] ?? [] }
            .first { $0.sources.contains(line) && $0.ports.contains(service.port) }
        if let known { return known }
        let made = Spread(tracer, from: table.sites[index], service)
        spreads.withLock { $0[key, default: []].append(made) }
        return made
    }

    /// From where a site is let in to.
    func admission(at index: Int, _ service: Service) -> Admission {
        let key = Key(profile: table.profiles[index], protocolNumber: service.protocolNumber)
        let line = table.line(index)
        let known = admissions.withLock { $0[key] ?? [] }
            .first { $0.destinations.contains(line) && $0.ports.contains(service.port) }
        if let known { return known }
        let made = Admission(tracer, at: table.sites[index], service)
        admissions.withLock { $0[key, default: []].append(made) }
        return made
    }
}
