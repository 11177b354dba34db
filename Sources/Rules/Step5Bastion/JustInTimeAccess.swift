import Reachability
import Topology

extension Control {
    /// E5-07: doors that stand open only while somebody uses them.
    package static let justInTimeAccess = Control(
        id: "E5-07",
        name: "jit-management-ports",
        title: "Management ports that must exist open just in time",
        severity: .high,
        principles: [.leastPrivilege],
        types: ["Microsoft.Compute/virtualMachines"],
        why: """
            A rule for RDP or SSH admits at night as it does at noon. Opened on request and for hours, the \
            same port is closed nearly always, and each opening has a name in the log.
            """,
        remediation: Remediation(
            "Put the machine and its ports under just-in-time access in Defender for Cloud.",
            command: """
                az rest --method put --url "https://management.azure.com/GROUP-ID/providers/Microsoft.Security/\
                locations/REGION/jitNetworkAccessPolicies/MACHINE?api-version=2020-01-01" --body \
                '{"kind":"Basic","properties":{"virtualMachines":[{"id":"MACHINE-ID","ports":[{"number":22,\
                "protocol":"TCP","allowedSourceAddressPrefix":"PREFIX","maxRequestAccessDuration":"PT3H"}]}]}}'
                """
        ),
        question: "Who may request access (the action initiate on the policy)?",
        documentation: "https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-usage",
        benchmarks: [
            "mcsb": ["NS-3", "PA-2"],
            "policy": ["b0f33259-77d7-4c9e-aac6-3aabcfae693c"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7", "AC-2"],
            "nist-800-207": ["T3"],
        ],
        decision: .estate { topology in
            let access = JITAccess(topology)
            return topology.all(VirtualMachine.self).map { ($0.resource, access.judge($0)) }
        },
        examples: [
            .passes(JITEstate.estate(from: "10.0.1.0/26", JITEstate.policy(#"{"number": 22}"#))),
            .fails(JITEstate.estate(from: "10.0.1.0/26", JITEstate.policy(#"{"number": 3389}"#))),
            .fails(JITEstate.estate(from: "Internet", JITEstate.pricing)),
            .unknown(JITEstate.estate(from: "10.0.1.0/26")),
            .unknown(JITEstate.estate(from: "AzureCloud", JITEstate.policy(#"{"number": 443}"#))),
            .unknown(
                JITEstate.estate(
                    from: "10.0.1.0/26",
                    JITEstate.policy(#"{"number": {"$symbolic": "[parameters('p')]"}}"#)
                )
            ),
            .notApplicable(JITEstate.estate(from: "10.0.1.0/26", port: "443", JITEstate.pricing)),
        ]
    )
}
