import Arguments
import Reachability

/// Services as the command line names them: `tcp/22,tcp/3389`.
struct ServiceList: ExpressibleByArgument, Sendable {
    let services: [Service]

    init?(argument: String) {
        let words = argument.split(separator: ",").map { $0.filter { $0 != " " } }
        let services = words.compactMap { Service($0) }
        guard !services.isEmpty, services.count == words.count else { return nil }
        self.services = services
    }
}
