extension Control {
    /// E5-20: the sign-in that Bastion trusts.
    package static let administratorsSignInStrongly = Control(
        id: "E5-20",
        name: "admin-sign-in",
        title: "Administrators sign in with several factors, under conditions, from devices kept for that",
        severity: .high,
        principles: [.verifyExplicitly],
        types: [],
        why: """
            Bastion lets in whoever the portal let in. How strong that sign-in is, and from which device it came, \
            is decided in Entra ID and stands in no export of the network.
            """,
        remediation: Remediation(
            """
            Require phishing-resistant sign-in and a compliant device for Azure management and for signing in to \
            machines, by Conditional Access.
            """
        ),
        question:
            "Which Conditional Access policy stands before Azure management, and which devices does it admit?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-virtual-machines#step-6-configure-secure-access",
        benchmarks: [
            "mcsb": ["PA-6", "IM-6", "IM-7"],
            "cis-3.0": ["8.10"],
            "nist-800-53": ["AC-2", "SC-2", "SC-7", "AC-3", "IA-2", "IA-5", "IA-8", "AC-6"],
            "nist-800-207": ["T4"],
        ],
        decision: .manual,
        examples: [.asks(#"{"id": "/bastions/bas", "type": "Microsoft.Network/bastionHosts"}"#)]
    )
}
