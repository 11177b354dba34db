import Topology

extension Control {
    /// E2-28: the path that is meant is the one in use.
    package static let tunnelsAreUp = Control(
        id: "E2-28",
        name: "tunnel-status",
        title: "Tunnels that should carry traffic are up",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: Connection.types,
        why: """
            If the tunnel is down and the work goes on, the traffic has found another way, and that one may \
            encrypt nothing. A tunnel nobody needs is a door to be walled up.
            """,
        remediation: Remediation(
            "Find out why the tunnel is down, or delete the connection if nobody needs it.",
            command: "az network vpn-connection show -g RG -n CONNECTION --query connectionStatus"
        ),
        question: "Which way does the traffic take now?",
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/monitor-vpn-gateway",
        benchmarks: ["mcsb": ["NS-9"], "nist-800-53": ["CA-3", "AC-17", "AC-4"]],
        decision: .each { resource, topology in
            Tunnel.judge(resource, topology, pass: "\(resource.name) is up") { tunnel in
                let proof = Proof(tunnel.path + "connectionStatus", expected: "Connected")
                let status = tunnel.fields.text("connectionStatus")
                return [
                    status.judged(by: proof, of: tunnel.name) { word in
                        let traffic = ["ingressBytesTransferred", "egressBytesTransferred"].map {
                            Proof(tunnel.path + $0)
                        }
                        return status.is("Connected")
                            ? .pass("\(tunnel.name) is up", [proof] + traffic)
                            : .fail("\(tunnel.name) is not up: Azure reports \(word)", [proof] + traffic)
                    }
                ]
            }
        },
        examples: [
            .fails(Example.tunnelEstate(#""connectionStatus": "NotConnected""#)),
            .fails(Example.tunnelEstate(#""connectionStatus": "Unknown""#)),
            .passes(Example.tunnelEstate(#""connectionStatus": "connected""#)),
            .unknown(Example.tunnelEstate("")),
            .unknown(Example.tunnelEstate("").replacing(#""IPsec""#, with: "null")),
            .notApplicable(Example.expressRouteEstate),
        ]
    )
}
