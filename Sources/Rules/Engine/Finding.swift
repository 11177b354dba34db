package import JSON
package import Topology

/// What a control found at a resource, with what proves it.
package struct Finding: Sendable {
    package let control: Control
    package let outcome: Outcome
    package let severity: Severity
    /// The resource that is judged; nil where the finding is about the estate.
    package let resource: Resource?
    package let message: String
    package let evidence: [Evidence]

    /// A property, its value and its place.
    package struct Evidence: Sendable {
        /// The path as the input spells it, for example `properties.ipsecPolicies[0].dhGroup`.
        package let path: String
        /// The value as JSON text, or nil where the property is absent.
        package let value: String?
        /// What would have passed; nil where the property is shown as a fact.
        package let expected: String?
        package let resource: ResourceID
        /// Where the value stands, or the object that lacks it.
        package let position: SourcePosition?
        /// The offset of that place in the resource's document.
        package let offset: Int
    }

    init(_ control: Control, _ resource: Resource?, _ judgement: Judgement, in topology: Topology) {
        self.control = control
        self.resource = resource
        outcome = judgement.outcome
        severity = judgement.severity ?? control.severity
        message = judgement.message
        evidence = judgement.evidence.compactMap { proof in
            (proof.resource ?? resource).map { Evidence(proof, of: $0) }
        }
    }

    /// Identifies the finding over runs, whatever the order and formatting of the input.
    ///
    /// A control says one thing of a resource, so these two decide it. Sixteen hexadecimal digits.
    package var fingerprint: String {
        var hash = FNV1a()
        hash.combine(control.id)
        hash.combine(resource?.id.text.lowercased() ?? "")
        return hash.text
    }
}

extension Finding.Evidence {
    fileprivate init(_ proof: Proof, of resource: Resource) {
        let place = resource.body.locate(proof.path)
        path = place.path
        value = place.value.map { Secrets.masked($0, at: place.path) }
        expected = proof.expected
        self.resource = resource.id
        offset = (place.value ?? place.nearest).offset
        position = (place.value ?? place.nearest).position
    }
}
