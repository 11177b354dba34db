import JSON
import Topology

extension Control {
    /// E5-08: a door that closes again.
    package static let jitWindowsAreShort = Control(
        id: "E5-08",
        name: "jit-windows",
        title: "Just-in-time access is granted for hours, and to named sources",
        severity: .medium,
        principles: [.leastPrivilege],
        types: JITPolicy.types,
        why: """
            A window of days, or one for the whole internet, is the standing access that the policy was to \
            end: whoever scans meanwhile finds the port open.
            """,
        remediation: Remediation(
            "Lower the longest request to three hours, and admit only the Bastion subnet or your own addresses.",
            command: """
                az rest --method put --url "https://management.azure.com/POLICY-ID?api-version=2020-01-01" \
                --body @policy.json
                """
        ),
        documentation: "https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-usage",
        benchmarks: [
            "mcsb": ["PA-2"],
            "nist-800-53": ["AC-2"],
        ],
        decision: .each { resource, topology in topology.find(JITPolicy.self, resource.id).map(judge) },
        examples: [
            .passes(
                port(#""maxRequestAccessDuration": "PT3H", "allowedSourceAddressPrefix": "10.0.1.0/26""#)
            ),
            .passes(
                port(#""maxRequestAccessDuration": "PT90M", "allowedSourceAddressPrefixes": ["10.0.1.4"]"#)
            ),
            .fails(port(#""maxRequestAccessDuration": "PT3H", "allowedSourceAddressPrefix": "*""#)),
            .fails(port(#""maxRequestAccessDuration": "P1D", "allowedSourceAddressPrefix": "10.0.1.0/26""#)),
            .fails(
                port(#""maxRequestAccessDuration": "PT3H1S", "allowedSourceAddressPrefix": "10.0.1.0/26""#)
            ),
            .unknown(
                port(#""maxRequestAccessDuration": "soon", "allowedSourceAddressPrefix": "10.0.1.0/26""#)
            ),
            .unknown(port(#""maxRequestAccessDuration": "PT1H""#)),
            .notApplicable(JITEstate.policy("").replacing("virtualMachines", with: "machines")),
        ]
    )

    /// The longest window that is no standing access, in seconds.
    private static let longest = 3 * 3600

    private static func judge(_ policy: JITPolicy) -> Judgement {
        if let reason = policy.resource.fields.array("virtualMachines").reason {
            return .unknown(reason, Proof("virtualMachines"))
        }
        let parts = policy.virtualMachines.enumerated().flatMap { outer, machine in
            machine.ports.enumerated().flatMap { inner, port in
                let path = "virtualMachines[\(outer)].ports[\(inner)]"
                let name = machine.virtualMachine.value.map { String($0.name) } ?? policy.name
                let door = "Port \(port.number.value.map(String.init) ?? "?") of \(name)"
                return [window(port, path, door), source(port, path, door)]
            }
        }
        return parts.isEmpty
            ? .notApplicable("\(policy.name) opens no port")
            : .combining(parts, pass: "\(policy.name) opens ports for at most three hours, to named sources")
    }

    private static func window(_ port: JITPort, _ path: String, _ door: String) -> Judgement {
        let proof = Proof("\(path).maxRequestAccessDuration", expected: "PT3H or shorter")
        return port.maximumDuration.judged(by: proof, of: door) { text in
            guard let duration = ISODuration(text) else { return .unknown("\(text) is no duration", proof) }
            return duration.seconds <= longest
                ? .pass("", proof) : .fail("\(door) may be opened for \(duration)", proof)
        }
    }

    private static func source(_ port: JITPort, _ path: String, _ door: String) -> Judgement {
        let proof = Proof("\(path).allowedSourceAddressPrefix", expected: "addresses of your own")
        guard !port.allowedSources.isEmpty else {
            return .unknown("the input does not say from where \(door) may be opened", proof)
        }
        return port.allowedSources.contains(where: \.isInternet)
            ? .fail("\(door) may be opened to the whole internet", proof) : .pass("", proof)
    }

    private static func port(_ properties: String) -> String {
        JITEstate.policy(#"{"number": 22, \#(properties)}"#)
    }
}
