import Topology

extension Control {
    /// E1-16: whether frames say from which channel they come.
    package static let macsecChannelIdentifier = Control(
        id: "E1-16",
        name: "macsec-sci",
        title: "MACsec frames carry the Secure Channel Identifier",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: ExpressRoutePort.types,
        why: """
            With the identifier in each frame a receiver knows which sender's key it belongs to. Some routers \
            need it and others do not understand it, so it is a matter of what stands at your end.
            """,
        remediation: Remediation(
            "Switch the identifier on for both links if your router works with it.",
            command: """
                az network express-route port link update -g RG --port-name PORT --name LINK \
                --macsec-sci-state Enabled
                """
        ),
        question: "Does your router want the identifier, or can it not read it?",
        documentation: "https://learn.microsoft.com/azure/expressroute/expressroute-howto-macsec",
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"]],
        decision: .each { resource, _ in
            let message = "Every encrypted link of \(resource.name) sends the identifier"
            return MACsecLinks.judgeKeyed(resource, pass: message) { link in
                let proof = Proof("\(link.path).sciState", expected: "Enabled")
                let state = link.configuration.text("sciState")
                if let reason = state.reason { return .unknown(reason, proof) }
                if state.is("Enabled") { return .pass("\(link.name) sends the identifier", proof) }
                return .fail("\(link.name) sends frames without the identifier", proof)
            }
        },
        examples: [
            .fails(port(#""sciState": "Disabled", "#)),
            .fails(port("")),
            .passes(port(#""sciState": "enabled", "#)),
            .unknown(port(#""sciState": {"$symbolic": "[parameters('sci')]"}, "#)),
            .notApplicable(MACsecLinks.estate(MACsecLinks.clear("link1"))),
            .notApplicable("[]"),
        ]
    )

    private static func port(_ state: String) -> String {
        MACsecLinks.estate(MACsecLinks.keyed("link1").replacing(#""cipher""#, with: #"\#(state)"cipher""#))
    }
}
