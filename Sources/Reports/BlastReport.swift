import JSON
package import Reachability
import Topology

/// What `blast` prints: whom an endpoint reaches, hop by hop.
package struct BlastReport: Sendable {
    private let map: ReachabilityMap
    private let blast: BlastRadius
    private let services: [Service]?

    package init(_ map: ReachabilityMap, _ blast: BlastRadius, services: [Service]?) {
        self.map = map
        self.blast = blast
        self.services = services
    }

    /// The answer for programs: `bulkhead.blast/1`.
    package func json() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", "bulkhead.blast/1")
            writer.member("from", map.table.sites[blast.origin].owner.text)
            writer.member("service", serviceText)
            writer.objects("reached", blast.reached) { writer, reached in
                let site = map.table.sites[reached.index]
                writer.member("endpoint", site.owner.text)
                writer.member("address", site.address.description)
                writer.member("hop", reached.hop)
                writer.member("via", map.table.sites[reached.via].owner.text)
                writer.member("flows", reached.flows.description)
                writer.member("verdict", reached.isCertain ? "allow" : "unknown")
            }
            writer.object("counts") { writer in
                writer.member("endpoints", blast.reached.count)
                writer.name("byHop")
                writer.array { writer in for count in blast.countsByHop { writer.raw(String(count)) } }
            }
        }
        return writer.text + "\n"
    }

    /// The answer for people.
    package func text(_ ink: Ink) -> String {
        let origin = map.table.sites[blast.origin]
        let count = blast.reached.count.counted("endpoint")
        var lines = [
            ink("\(origin.owner.displayName) (\(origin.address))", .bold)
                + " reaches \(count) by \(serviceText)"
        ]
        let hops = blast.countsByHop.enumerated().map { "\($0.element) in \(($0.offset + 1).counted("hop"))" }
        if !hops.isEmpty { lines.append("  " + hops.joined(separator: ", ")) }
        let width = min(
            44,
            blast.reached.map { map.table.sites[$0.index].owner.displayName.count }.max() ?? 0
        )
        for reached in blast.reached {
            let site = map.table.sites[reached.index]
            let name = site.owner.displayName
            let pad = String(repeating: " ", count: max(0, width - name.count))
            let via = reached.hop > 1 ? "  via \(map.table.sites[reached.via].owner.displayName)" : ""
            let doubt = reached.isCertain ? "" : "  " + ink("not certain", .yellow)
            let line = "  \(reached.hop)  \(name)\(pad)  \(site.address)  \(reached.flows)\(via)"
            lines.append(Printable.safe(line) + doubt)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var serviceText: String {
        services.map { $0.map(\.description).joined(separator: ",") } ?? "any"
    }
}
