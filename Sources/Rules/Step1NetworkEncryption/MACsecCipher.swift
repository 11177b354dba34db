import Topology

extension Control {
    /// E1-15: the wire is encrypted as well as the port can.
    package static let macsecCipher = Control(
        id: "E1-15",
        name: "macsec-cipher",
        title: "MACsec uses a 256-bit cipher, on fast ports one with extended packet numbers",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: ExpressRoutePort.types,
        why: """
            A key of 128 bits is sound and still half of what the port offers. At 100 Gbps the plain packet number \
            runs out within minutes, and the key has to be replaced each time; XPN makes the number longer.
            """,
        remediation: Remediation(
            "Choose GcmAesXpn256 on one link after the other, on your router too.",
            command: """
                az network express-route port link update -g RG --port-name PORT --name LINK \
                --macsec-cipher gcm-aes-xpn-256
                """
        ),
        documentation: "https://learn.microsoft.com/azure/expressroute/expressroute-howto-macsec",
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"]],
        decision: .each { resource, _ in
            MACsecLinks.judgeKeyed(resource, pass: "\(resource.name) uses the strongest cipher it can") {
                judge($0, of: resource)
            }
        },
        examples: [
            .fails(port("GcmAes128")),
            .fails(port("GcmAesXpn128", gigabits: "100")),
            .fails(port("GcmAes256", gigabits: "100")),
            .passes(port("GcmAes256")),
            .passes(port("gcmaesxpn256", gigabits: "100")),
            .unknown(port("GcmAes256", gigabits: "null")),
            .unknown(port("Rot13")),
            .unknown(port("GcmAes256").replacing(#""cipher": "GcmAes256","#, with: "")),
            .notApplicable(MACsecLinks.estate(MACsecLinks.clear("link1"))),
            .notApplicable("[]"),
        ]
    )

    /// From this speed on the packet number of a cipher without XPN wraps too soon.
    private static let fastGigabits = 100

    private static func judge(_ link: MACsecLinks.Keyed, of port: Resource) -> Judgement {
        let proof = Proof("\(link.path).cipher", expected: "GcmAes256 or GcmAesXpn256")
        return link.configuration.text("cipher").judged(by: proof, of: link.name) { cipher in
            let word = cipher.lowercased()
            guard ["gcmaes128", "gcmaesxpn128", "gcmaes256", "gcmaesxpn256"].contains(word) else {
                return .unknown("\(link.name) uses \(cipher), which this control does not know", proof)
            }
            let weak = Judgement.fail("\(link.name) uses \(cipher), a cipher of 128 bits", proof)
            guard !word.contains("xpn") else {
                return word.hasSuffix("128") ? weak : .pass("\(link.name) uses \(cipher)", proof)
            }
            let speed = Proof("bandwidthInGbps", in: port)
            return port.fields.number("bandwidthInGbps").judged(by: speed, of: port.name) { gigabits in
                if gigabits >= fastGigabits {
                    let message = "\(link.name) uses \(cipher) at \(gigabits) Gbps: its packet number wraps"
                    return .fail(message, proof, speed, severity: .medium)
                }
                return word.hasSuffix("128") ? weak : .pass("\(link.name) uses \(cipher)", proof)
            }
        }
    }

    private static func port(_ cipher: String, gigabits: String = "10") -> String {
        MACsecLinks.estate(MACsecLinks.keyed("link1").replacing("GcmAesXpn256", with: cipher))
            .replacing(#""bandwidthInGbps": 10"#, with: #""bandwidthInGbps": \#(gigabits)"#)
    }
}
