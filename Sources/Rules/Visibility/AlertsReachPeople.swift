import JSON
import Topology

extension Control {
    /// V3-07: an alert has a reader.
    package static let alertsReachPeople = Control(
        id: "V3-07",
        name: "security-contacts",
        title: "Defender's alerts are sent to somebody",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: SecurityContact.types,
        why: "An alert in a portal that nobody opens stops no attack.",
        remediation: Remediation(
            "Name the mailbox of those who act, and switch notifications on.",
            command: """
                az security contact create -n default --emails MAILBOX \
                --alert-notifications '{"state": "On", "minimalSeverity": "Medium"}'
                """
        ),
        documentation:
            "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
        benchmarks: ["mcsb": ["IR-2"], "cis-2.0": ["2.1.19"], "cis-3.0": ["3.1.13"]],
        decision: .each { contact, _ in
            .combining(
                [addressed(contact), notified(contact)],
                pass: "Alerts are sent to those who are named in \(contact.name)"
            )
        },
        examples: [
            .passes(contact(#""emails": "soc@contoso.com", "alertNotifications": {"state": "On"}"#)),
            .passes(contact(#""email": "soc@contoso.com", "alertNotifications": "On""#)),
            .passes(
                contact(#""emails": "soc@contoso.com", "notificationsSources": [{"sourceType": "Alert"}]"#)
            ),
            .fails(contact(#""emails": "", "alertNotifications": {"state": "On"}"#)),
            .fails(contact(#""emails": "soc@contoso.com", "alertNotifications": {"state": "Off"}"#)),
            .fails(contact(#""emails": "soc@contoso.com", "alertNotifications": "Off""#)),
            .fails(
                contact(
                    #""emails": "soc@contoso.com", "notificationsSources": [{"sourceType": "AttackPath"}]"#
                )
            ),
            .unknown(contact(#""alertNotifications": {"state": "On"}"#)),
            .unknown(contact(#""emails": "soc@contoso.com""#)),
            .notApplicable("[]"),
        ]
    )

    private static func addressed(_ contact: Resource) -> Judgement {
        let plural = contact.fields.text("emails")
        let name = plural.isAbsent && !contact.fields.text("email").isAbsent ? "email" : "emails"
        let proof = Proof(name, expected: "a mailbox")
        return contact.fields.text(name).judged(by: proof, of: contact.name) { text in
            text.contains("@") ? .pass("", proof) : .fail("\(contact.name) names no mailbox", proof)
        }
    }

    /// The state stands in an object, in older versions in a word, in newer ones in a list of what is sent.
    private static func notified(_ contact: Resource) -> Judgement {
        let fields = contact.fields
        let sources = fields.objects("notificationsSources")
        if fields["alertNotifications"] == nil, !sources.isAbsent {
            let proof = Proof("notificationsSources", expected: "an entry for alerts")
            return sources.judged(by: proof, of: contact.name) { sources in
                let kinds = sources.map { $0.text("sourceType") }
                if kinds.contains(where: { $0.is("Alert") }) { return .pass("", proof) }
                if let reason = kinds.lazy.compactMap(\.reason).first { return .unknown(reason, proof) }
                return .fail("\(contact.name) is sent no alerts", proof)
            }
        }
        let word = fields.text("alertNotifications")
        let state = word.value == nil ? fields.inner("alertNotifications").text("state") : word
        let path = word.value == nil ? "alertNotifications.state" : "alertNotifications"
        let proof = Proof(path, expected: "On")
        return state.judged(by: proof, of: contact.name) { state in
            state.isSame(as: "On")
                ? .pass("", proof) : .fail("Alerts to \(contact.name) are switched off", proof)
        }
    }

    private static func contact(_ properties: String) -> String {
        """
        {"id": "/subscriptions/s/providers/Microsoft.Security/securityContacts/default", "name": "default",
         "type": "Microsoft.Security/securityContacts", "properties": {\(properties)}}
        """
    }
}
