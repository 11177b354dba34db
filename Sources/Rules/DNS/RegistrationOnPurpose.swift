import Topology

extension Control {
    /// D-05: machines write their names where only machines have names.
    package static let registrationOnPurpose = Control(
        id: "D-05",
        name: "dns-registration",
        title: "Machines register their names in no zone of a service",
        severity: .low,
        tier: .extended,
        principles: [.leastPrivilege],
        types: VirtualNetworkLink.types,
        why: """
            A link with registration writes the name of every machine of the network into the zone. In the zone \
            of a service a machine of the right name takes the traffic meant for the service.
            """,
        remediation: Remediation(
            "Switch registration off at this link, and keep a zone for machines apart.",
            command: """
                az network private-dns link vnet update -g GROUP --zone-name ZONE -n LINK \
                --registration-enabled false
                """
        ),
        documentation: "https://learn.microsoft.com/azure/dns/private-dns-autoregistration",
        benchmarks: ["mcsb": ["NS-10"], "nist-800-53": ["SC-20", "SC-21"]],
        decision: .each { resource, topology in
            topology.find(VirtualNetworkLink.self, resource.id).map { link in
                let proof = Proof("registrationEnabled", expected: "false")
                let zone = link.zone.map { String($0.name) } ?? link.name
                return link.registrationEnabled.judged(by: proof, of: link.name) { registers in
                    guard registers else { return .pass("\(link.name) registers nothing in \(zone)", proof) }
                    return zone.lowercased().hasPrefix("privatelink.")
                        ? .fail("\(link.name) lets machines register in \(zone)", proof)
                        : .pass("\(link.name) registers machines in \(zone), which is no service's", proof)
                }
            }
        },
        examples: [
            .passes(link(in: "privatelink.blob.core.windows.net", #""registrationEnabled": false"#)),
            .passes(link(in: "machines.contoso.com", #""registrationEnabled": true"#)),
            .fails(link(in: "privatelink.blob.core.windows.net", #""registrationEnabled": true"#)),
            .unknown(link(in: "privatelink.blob.core.windows.net", "")),
            .notApplicable("[]"),
        ]
    )

    private static func link(in zone: String, _ properties: String) -> String {
        """
        {"id": "\(ExampleRows.group)/privateDnsZones/\(zone)/virtualNetworkLinks/l", "name": "l",
         "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks", "properties": {\(properties)}}
        """
    }
}
