import Topology

/// Where the names of private endpoints lead, as far as zones, zone groups and records in the estate tell.
struct EndpointNames {
    private let topology: Topology
    /// The records of private zones for private links, by zone and by address.
    private let recordsByZone: [ResourceID: [DNSRecordSet]]
    private let recordsByAddress: [IPAddress: DNSRecordSet]
    /// Zone groups are exported one by one: without a single one in the input nothing is proven.
    private let showsGroups: Bool

    init(_ topology: Topology) {
        self.topology = topology
        let records = topology.all(DNSRecordSet.self).filter { Self.isPrivateLink($0.id.parent) }
        recordsByZone = Dictionary(grouping: records) { $0.id.parent ?? ResourceID("") }
        recordsByAddress = Dictionary(
            records.flatMap { record in record.known.map { ($0, record) } },
            uniquingKeysWith: { first, _ in first }
        )
        showsGroups =
            topology.all(PrivateEndpoint.self).contains { !$0.zoneGroups.isEmpty }
            || !topology.resources(of: PrivateDNSZoneGroup.types[0]).isEmpty
    }

    func judge(_ endpoint: PrivateEndpoint) -> Judgement {
        let connections = endpoint.connections + endpoint.manualConnections
        let services = connections.compactMap(\.service.value)
        if !services.isEmpty, services.allSatisfy({ $0.type == PrivateLinkService.types[0] }) {
            return .notApplicable(
                "\(endpoint.name) leads to a service of one's own, which has no zone of Azure's"
            )
        }
        let addresses = addresses(of: endpoint)
        guard !endpoint.zoneGroups.isEmpty else { return judgeAlone(endpoint, addresses) }
        let judged = endpoint.zoneGroups.flatMap { group in
            let configurations = group.resource.fields.objects("privateDnsZoneConfigs")
            if let gap = configurations.gap("zones of \(group.name)") {
                return [Judgement.unknown(gap, Proof("privateDnsZoneConfigs", in: group.resource))]
            }
            return group.zoneConfigurations.enumerated().map { index, configuration in
                let proof = Proof(
                    "privateDnsZoneConfigs[\(index)].privateDnsZoneId",
                    expected: "the zone of the service",
                    in: group.resource
                )
                return configuration.privateDNSZone.judged(by: proof, of: group.name) { zone in
                    judge(zone, for: endpoint, connections, addresses, proof)
                }
            }
        }
        return judged.isEmpty
            ? .fail(
                "The zone group of \(endpoint.name) names no zone",
                Proof("id", in: endpoint.zoneGroups[0].resource)
            )
            : .combining(judged, pass: "Azure keeps the names of \(endpoint.name)")
    }

    /// Judges one zone of a zone group: whether it is the service's, and whether its record is the endpoint.
    private func judge(
        _ zone: ResourceID,
        for endpoint: PrivateEndpoint,
        _ connections: [PrivateLinkConnection],
        _ addresses: Set<IPAddress>,
        _ proof: Proof
    ) -> Judgement {
        guard Self.isPrivateLink(zone) else {
            return .fail("The zone \(zone.name) of \(endpoint.name) is none for private links", proof)
        }
        if let wanted = wantedZones(connections),
            !wanted.contains(where: { Glob($0).matches(String(zone.name)) })
        {
            return .fail(
                "\(endpoint.name) keeps its name in \(zone.name), not in \(wanted.joined(separator: ", "))",
                proof
            )
        }
        let inside = recordsByZone[zone, default: []]
        guard !inside.isEmpty, !addresses.isEmpty else {
            let what = addresses.isEmpty ? "the address of \(endpoint.name)" : "the records of \(zone.name)"
            return .unknown("the input does not hold \(what)", proof)
        }
        guard let record = inside.first(where: { !addresses.isDisjoint(with: $0.known) }) else {
            if let reason = inside.lazy.flatMap(\.doubts).first { return .unknown(reason, proof) }
            let address = addresses.min().map(\.description) ?? ""
            return .fail("\(zone.name) has no record with \(address) of \(endpoint.name)", proof)
        }
        return .pass(
            "\(record.name) in \(zone.name) is \(endpoint.name)",
            proof,
            Proof("aRecords", in: record.resource)
        )
    }

    /// Judges an endpoint without zone group: a record that somebody wrote by hand will do.
    private func judgeAlone(_ endpoint: PrivateEndpoint, _ addresses: Set<IPAddress>) -> Judgement {
        if let record = addresses.lazy.compactMap({ recordsByAddress[$0] }).first {
            let zone = record.id.parent.map { String($0.name) } ?? ""
            return .pass(
                "\(record.name) in \(zone) is \(endpoint.name), kept by hand",
                Proof("aRecords", in: record.resource)
            )
        }
        let proof = Proof("customDnsConfigs", expected: "none, because a zone group keeps the names")
        // Azure lists names here only while no zone group keeps them.
        let isLeft = !endpoint.customDNSConfigurations.isEmpty
        guard isLeft || showsGroups else {
            return .unknown("the input holds no zone groups of private endpoints", proof)
        }
        return .fail("No zone group keeps the name of \(endpoint.name)", proof)
    }

    /// The zones in which names of such services belong; nil where that is not known.
    private func wantedZones(_ connections: [PrivateLinkConnection]) -> [String]? {
        let zones = connections.flatMap { connection in
            topology.privateLinkZones.filter { zone in
                connection.service.value?.type.map(zone.types.contains) == true
                    && connection.groupIDs.contains { group in zone.groupIDs.contains { $0.isSame(as: group) }
                    }
            }
        }
        return zones.isEmpty ? nil : zones.map { Self.pattern($0.name) }
    }

    /// A zone's name with a star for each part in braces.
    private static func pattern(_ name: String) -> String {
        var pattern = ""
        var isInside = false
        for character in name {
            switch character {
            case "{":
                isInside = true
                pattern.append("*")
            case "}": isInside = false
            default: if !isInside { pattern.append(character) }
            }
        }
        return pattern
    }

    private func addresses(of endpoint: PrivateEndpoint) -> Set<IPAddress> {
        let interfaces = endpoint.networkInterfaces.compactMap { topology.find(NetworkInterface.self, $0) }
            .flatMap(\.ipConfigurations).compactMap(\.privateIPAddress.value)
        let told = endpoint.customDNSConfigurations.flatMap(\.ipAddresses).compactMap { IPAddress($0.text) }
        return Set(interfaces + told + endpoint.ipConfigurations.compactMap(\.privateIPAddress.value))
    }

    private static func isPrivateLink(_ zone: ResourceID?) -> Bool {
        zone?.name.lowercased().hasPrefix("privatelink.") == true
    }
}

extension DNSRecordSet {
    /// The addresses it is known to answer.
    fileprivate var known: Set<IPAddress> {
        Set(addresses.compactMap(\.ipv4.value) + addresses6.compactMap(\.ipv6.value))
    }

    /// Why some of its addresses cannot be read.
    fileprivate var doubts: [String] {
        addresses.compactMap(\.ipv4.reason) + addresses6.compactMap(\.ipv6.reason)
    }
}
