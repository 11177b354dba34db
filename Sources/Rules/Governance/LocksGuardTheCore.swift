import Topology

extension Control {
    /// S0-12: what everybody hangs on cannot be deleted by mistake.
    package static let locksGuardTheCore = Control(
        id: "S0-12",
        name: "core-locks",
        title: "Hubs, zones, firewalls and circuits cannot be deleted without taking a lock away",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetwork.types + VirtualHub.types + AzureFirewall.types + ExpressRouteCircuit.types
            + PrivateDNSZone.types + DNSZone.types + ManagementLock.types,
        why: """
            A zone or a circuit is deleted in a second and takes days to come back. A lock turns the slip, or the \
            spite, into two steps of which the first is recorded.
            """,
        remediation: Remediation(
            "Lock the resource group against deletion.",
            command: "az lock create -n no-delete --lock-type CanNotDelete -g GROUP"
        ),
        documentation: "https://learn.microsoft.com/azure/dns/dns-protect-private-zones-recordsets",
        benchmarks: ["mcsb": ["AM-3"], "cis-3.0": ["2.24"], "nist-800-53": ["CM-8", "CM-7"]],
        decision: .networks { layout in
            let topology = layout.topology
            let locks = LocksByPlace(topology)
            let hubs = layout.networks.filter { layout.isHub($0.id) }.map(\.resource)
            let others =
                VirtualHub.types + AzureFirewall.types + ExpressRouteCircuit.types
                + PrivateDNSZone.types + DNSZone.types
            return (hubs + others.flatMap(topology.resources(of:))).map { ($0, judge($0, locks)) }
        },
        examples: [
            .passes(locked(at: "/resourceGroups/rg")),
            .passes(locked(at: "/resourceGroups/rg", level: "ReadOnly")),
            .passes(locked(at: "")),
            .passes(locked(at: "/resourceGroups/rg/providers/Microsoft.Network/azureFirewalls/afw")),
            .fails(locked(at: "/resourceGroups/rg-other")),
            .fails(locked(at: "/resourceGroups/rg", level: "NotSpecified")),
            .fails(
                ExampleRows.estate(
                    ExampleRows.network("vnet-hub", "10.0.0.0/22"),
                    ExampleRows.gateway(in: "vnet-hub"),
                    lock(at: "/subscriptions/s/resourceGroups/rg-other", level: "ReadOnly")
                )
            ),
            .unknown(locked(at: "/resourceGroups/rg", level: nil)),
            .unknown("[\(WorkloadEstate.row("Microsoft.Network/dnsZones", "contoso.com"))]"),
            .notApplicable(
                ExampleRows.estate(
                    ExampleRows.network("vnet-spoke", "10.1.0.0/16"),
                    lock(at: "/subscriptions/s", level: "ReadOnly")
                )
            ),
        ]
    )

    private static func judge(_ resource: Resource, _ locks: LocksByPlace) -> Judgement {
        let own = Proof("id", expected: "a lock at it, its group or its subscription")
        guard !locks.isEmpty else {
            return .unknown("the input holds no locks: az lock list shows those of \(resource.name)", own)
        }
        let judged = locks.above(resource.id).map { lock -> Judgement in
            let proof = Proof("level", expected: "CanNotDelete", in: lock.resource)
            return lock.level.judged(by: proof, of: lock.name) {
                lock.level.is("CanNotDelete", "ReadOnly")
                    ? .pass("\(lock.name) keeps \(resource.name) from being deleted", proof)
                    : .fail("\(lock.name) at \(resource.name) forbids nothing: its level is \($0)", proof)
            }
        }
        return judged.first { $0.outcome == .pass } ?? judged.first { $0.outcome == .unknown } ?? judged.first
            ?? .fail("No lock keeps \(resource.name) from being deleted", own)
    }

    private static func locked(at place: String, level: String? = "CanNotDelete") -> String {
        let firewall = WorkloadEstate.row("Microsoft.Network/azureFirewalls", "afw")
        return "[\(firewall), \(lock(at: "/subscriptions/s\(place)", level: level))]"
    }

    private static func lock(at scope: String, level: String?) -> String {
        let known = level.map { #""level": "\#($0)""# } ?? ""
        return """
            {"id": "\(scope)/providers/Microsoft.Authorization/locks/no-delete", "name": "no-delete",
             "type": "Microsoft.Authorization/locks", "properties": {\(known)}}
            """
    }
}

/// The locks of an estate by what they stand at.
private struct LocksByPlace {
    private let byPlace: [ResourceID?: [(offset: Int, element: ManagementLock)]]

    var isEmpty: Bool { byPlace.isEmpty }

    init(_ topology: Topology) {
        byPlace = Dictionary(grouping: topology.all(ManagementLock.self).enumerated()) {
            $0.element.id.parent
        }
    }

    /// The locks at a resource and at what is above it, in the order of the input.
    func above(_ id: ResourceID) -> [ManagementLock] {
        sequence(first: id) { $0.parent }.flatMap { byPlace[$0, default: []] }
            .sorted { $0.offset < $1.offset }.map(\.element)
    }
}
