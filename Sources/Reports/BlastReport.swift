import JSON
package import Reachability
import Topology

/// What `blast` prints: whom an endpoint reaches, hop by hop.
package struct BlastReport: Sendable {
    private let map: ReachabilityMap
    private let blast: BlastRadius
    private let all: [BlastRadius.Reached]
    private let services: [Service]?
    private let chokes: ChokePoints

    package init(_ map: ReachabilityMap, _ blast: BlastRadius, hops: Int, services: [Service]?) {
        self.map = map
        self.blast = blast
        all = blast.reached
        self.services = services
        chokes = ChokePoints(map, blast, hops: hops, services: services)
    }

    /// What carries the last hop is told for so many endpoints.
    private static let mostLegs = 2000
    /// So many choke points are written for people.
    private static let mostPoints = 8

    /// The answer for programs: `bulkhead.blast/1`.
    package func json() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", "bulkhead.blast/1")
            writer.member("from", map.table.sites[blast.origin].owner.text)
            writer.member("service", serviceText)
            writer.objects("reached", all.indices) { writer, index in
                let reached = all[index]
                let site = map.table.sites[reached.index]
                writer.member("endpoint", site.owner.text)
                writer.member("address", site.address.description)
                writer.member("hop", reached.hop)
                writer.member("via", map.table.sites[reached.via].owner.text)
                writer.member("flows", reached.flows.description)
                if !reached.openFlows.isEmpty {
                    writer.member("unknownFlows", reached.openFlows.description)
                }
                writer.member("verdict", reached.isCertain ? "allow" : "unknown")
                writer.strings("path", blast.way(to: reached.index).map { map.table.sites[$0].owner.text })
                if index < Self.mostLegs, let leg = blast.leg(to: reached, in: map) {
                    writer.objects("carriedBy", leg.carriers) { $0.carrier($1) }
                    writer.object("witness") { $0.packet(leg.witness) }
                }
            }
            writer.object("counts") { writer in
                writer.member("endpoints", all.count)
                writer.name("byHop")
                writer.array { writer in for count in blast.countsByHop { writer.raw(String(count)) } }
            }
            writer.objects("chokePoints", chokes.points) { writer, point in
                writer.carrier(point.carrier)
                writer.member("cutsOff", point.cutsOff)
            }
            writer.object("cut") { writer in
                writer.member("found", chokes.cut != nil)
                writer.objects("changes", chokes.cut ?? []) { $0.carrier($1) }
                writer.member("fewest", chokes.isFewest)
                writer.member("complete", chokes.isComplete)
            }
        }
        return writer.text + "\n"
    }

    /// The answer for people.
    package func text(_ ink: Ink) -> String {
        let origin = map.table.sites[blast.origin]
        let count = all.count.counted("endpoint")
        var lines = [
            ink("\(origin.owner.displayName) (\(origin.address))", .bold)
                + " reaches \(count) by \(serviceText)"
        ]
        let hops = blast.countsByHop.enumerated().map { "\($0.element) in \(($0.offset + 1).counted("hop"))" }
        if !hops.isEmpty { lines.append("  " + hops.joined(separator: ", ")) }
        let width = min(
            44,
            all.map { map.table.sites[$0.index].owner.displayName.count }.max() ?? 0
        )
        for (index, reached) in all.enumerated() {
            let site = map.table.sites[reached.index]
            let name = site.owner.displayName
            let pad = String(repeating: " ", count: max(0, width - name.count))
            let via = reached.hop > 1 ? "  via \(map.table.sites[reached.via].owner.displayName)" : ""
            let doubt = reached.isCertain ? "" : "  " + ink("not certain", .yellow)
            let line = "  \(reached.hop)  \(name)\(pad)  \(site.address)  \(reached.flows)\(via)"
            lines.append(Printable.safe(line) + doubt)
            if index < Self.mostLegs, let leg = blast.leg(to: reached, in: map), !leg.carriers.isEmpty {
                let carriers = leg.carriers.map(\.words).joined(separator: ", ")
                lines.append("     " + ink(Printable.safe("by \(carriers)"), .quiet))
            }
        }
        lines += chokeLines(ink)
        return lines.joined(separator: "\n") + "\n"
    }

    /// Where it can be cut, for people.
    private func chokeLines(_ ink: Ink) -> [String] {
        guard !all.isEmpty else { return [] }
        var lines = [""]
        if let cut = chokes.cut {
            let fewest = chokes.isFewest ? "the fewest that do" : "fewer may do"
            lines.append(
                ink("cut", .bold) + " by \(cut.count.counted("change")), \(fewest):"
            )
            lines += cut.map { "  - " + Printable.safe($0.words) }
        } else {
            lines.append(ink("cut", .bold) + " by no change of a rule or a link that was found")
        }
        if !chokes.points.isEmpty {
            lines.append(ink("choke points", .bold) + ", with what changing that one alone cuts off:")
            let shown = chokes.points.prefix(Self.mostPoints)
            lines += shown.map { "  \($0.cutsOff)  " + Printable.safe($0.carrier.words) }
            let rest = chokes.points.count - shown.count
            if rest > 0 { lines.append("  … and \(rest) more") }
        }
        if !chokes.isComplete {
            lines.append("  worked out over the first \(ChokePoints.mostFlows) flows alone")
        }
        return lines
    }

    private var serviceText: String {
        services.map { $0.map(\.description).joined(separator: ",") } ?? "any"
    }
}
