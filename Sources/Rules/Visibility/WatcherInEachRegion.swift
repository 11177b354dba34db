import Topology

extension Control {
    /// V2-07: without a watcher no flow of a region can be recorded.
    package static let watcherInEachRegion = Control(
        id: "V2-07",
        name: "network-watcher",
        title: "Network Watcher is on in each region that has a network",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetwork.types + NetworkWatcher.types,
        why: "Flow logs, packet captures and connection tests all hang on the watcher of the region.",
        remediation: Remediation(
            "Switch the watcher of the region on.",
            command: "az network watcher configure --locations REGION --enabled true -g NetworkWatcherRG"
        ),
        documentation: "https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview",
        benchmarks: [
            "mcsb": ["LT-4"],
            "cis-2.0": ["6.6"],
            "cis-3.0": ["7.6"],
            "policy": ["b6e2945c-0b7b-40f5-9233-7a5323b5cdc6"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .estate { topology in
            let watchers = topology.all(NetworkWatcher.self)
            let watched = Dictionary(
                watchers.compactMap { watcher in
                    place(of: watcher.resource).map { ($0, watcher) }
                }
            ) { first, _ in first }
            let lost = watchers.first { place(of: $0.resource) == nil }
            let networks = Dictionary(grouping: topology.all(VirtualNetwork.self)) { place(of: $0.resource) }
            return networks.compactMap { place, networks in
                let ordered = networks.sorted { $0.id.text < $1.id.text }
                return (ordered[0].resource, judge(place, ordered, watched, lost))
            }
        },
        examples: [
            .passes(ExampleRows.estate(network("westeurope"), watcher("West Europe"))),
            .fails(ExampleRows.estate(network("westeurope"), watcher("northeurope"))),
            .fails(
                ExampleRows.estate(network("westeurope"), watcher("westeurope", subscription: "other"))
            ),
            .unknown(network("westeurope")),
            .unknown(ExampleRows.estate(ExampleRows.network("v", "10.0.0.0/16"), watcher("westeurope"))),
            .unknown(
                ExampleRows.estate(network("westeurope"), ExampleRows.row("networkWatchers", "nw", ""))
            ),
            .notApplicable("[]"),
        ]
    )

    /// A region of a subscription.
    private struct Place: Hashable {
        let subscription: String
        let region: String
    }

    private static func place(of resource: Resource) -> Place? {
        guard let location = resource.location else { return nil }
        return Place(
            subscription: resource.id.subscription?.lowercased() ?? "",
            region: location.lowercased().filter { $0 != " " }
        )
    }

    private static func judge(
        _ place: Place?,
        _ networks: [VirtualNetwork],
        _ watched: [Place: NetworkWatcher],
        _ lost: NetworkWatcher?
    ) -> Judgement {
        let names = Judgement.naming(networks.map(\.name))
        let proof = Proof("location", expected: "a region with a network watcher")
        guard let place else { return .unknown("the input has no location of \(names)", Proof("id")) }
        if let watcher = watched[place] {
            return .pass(
                "\(watcher.name) watches \(place.region)",
                proof,
                Proof("location", in: watcher.resource)
            )
        }
        if let lost {
            return .unknown("the input has no location of \(lost.name)", Proof("id", in: lost.resource))
        }
        guard !watched.isEmpty else {
            return .unknown(
                "The input holds no network watcher: export microsoft.network/networkwatchers",
                proof
            )
        }
        return .fail("No network watcher in \(place.region), where \(names) lies", proof)
    }

    private static func network(_ region: String) -> String {
        located(ExampleRows.network("vnet-app", "10.1.0.0/16"), region)
    }

    private static func watcher(_ region: String, subscription: String = "s") -> String {
        located(ExampleRows.row("networkWatchers", "nw", ""), region)
            .replacing("/subscriptions/s/", with: "/subscriptions/\(subscription)/")
    }

    private static func located(_ row: String, _ region: String) -> String {
        row.replacing(
            #""properties":"#,
            with: #""location": "\#(region)", "properties":"#,
            maxReplacements: 1
        )
    }
}
