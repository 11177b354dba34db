import JSON
import Topology

extension Control {
    /// D-03: a private endpoint that no name leads to is not used.
    package static let endpointNamesResolve = Control(
        id: "D-03",
        name: "endpoint-zone-groups",
        title: "The name of every private endpoint's service leads to the endpoint",
        severity: .high,
        principles: [.assumeBreach],
        types: PrivateEndpoint.types,
        why: """
            Clients connect to the service's name. Without a record in the right private zone it resolves to the \
            public address, and traffic goes there with the endpoint standing beside, unused.
            """,
        remediation: Remediation(
            "Add a zone group for the zone of the service, so that Azure keeps the record itself.",
            command: """
                az network private-endpoint dns-zone-group create -g GROUP --endpoint-name ENDPOINT -n default \
                --private-dns-zone ZONE-ID --zone-name ZONE
                """
        ),
        question: "Do name servers of your own answer for this service?",
        documentation: "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
        benchmarks: [
            "mcsb": ["NS-10", "NS-2"], "nist-800-53": ["SC-20", "SC-21", "AC-4", "SC-2", "SC-7"],
        ],
        decision: .estate { topology in
            let names = EndpointNames(topology)
            return topology.all(PrivateEndpoint.self).map { ($0.resource, names.judge($0)) }
        },
        examples: [
            .passes(EndpointEstate.estate(EndpointEstate.group(), EndpointEstate.record())),
            .passes(EndpointEstate.estate(EndpointEstate.record())),
            .fails(
                EndpointEstate.estate(
                    names: #"{"fqdn": "st.blob.core.windows.net", "ipAddresses": ["10.1.1.4"]}"#
                )
            ),
            .fails(
                EndpointEstate.estate(
                    EndpointEstate.group().replacing("privateEndpoints/pe", with: "privateEndpoints/other")
                )
            ),
            .fails(EndpointEstate.estate(EndpointEstate.group(zone: "internal.contoso.com"))),
            .fails(EndpointEstate.estate(EndpointEstate.group(), EndpointEstate.record(address: "10.1.1.9"))),
            .unknown(EndpointEstate.estate()),
            .unknown(EndpointEstate.estate(EndpointEstate.group())),
            .unknown(
                EndpointEstate.estate(EndpointEstate.group(), EndpointEstate.record(), interface: "")
            ),
            .unknown(
                EndpointEstate.estate(
                    EndpointEstate.group().replacing(
                        #""\#(EndpointEstate.zone)""#,
                        with: #"{"$symbolic": "[resourceId('zone')]"}"#
                    ),
                    EndpointEstate.record(address: "10.1.1.9")
                )
            ),
            .notApplicable(
                EndpointEstate.estate(
                    names: #"{"fqdn": "own", "ipAddresses": ["10.1.1.4"]}"#,
                    service: "Microsoft.Network/privateLinkServices/pls"
                )
            ),
            .notApplicable("[]"),
        ]
    )
}
