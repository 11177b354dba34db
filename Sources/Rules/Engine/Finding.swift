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
    /// How the judgement says it is put right, where the control's own way does not fit.
    private let ownRemediation: Control.Remediation?

    /// A property, its value and its place.
    package struct Evidence: Sendable {
        /// The path as the input spells it, for example `properties.ipsecPolicies[0].dhGroup`.
        package let path: String
        /// The value as JSON text, or nil where the property is absent.
        package let value: String?
        /// What would have passed; nil where the property is shown as a fact.
        package let expected: String?
        /// What an array or an object comes to, for example `[4 items]`, of a reference the end of its id; nil for any
        /// other value.
        private let extent: String?
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
        let own = judgement.severity ?? control.severity
        severity = judgement.isAsGraveAsControl ? max(own, control.severity) : own
        message = judgement.message
        ownRemediation = judgement.remediation
        var shown: Set<Evidence.Place> = []
        evidence = judgement.evidence.compactMap { proof in
            guard let evidence = (proof.resource ?? resource).map({ Evidence(proof, of: $0) }),
                shown.insert(evidence.place).inserted
            else { return nil }
            return evidence
        }
    }

    /// How it is put right, with the names that are known in the place of their placeholders.
    package var remediation: Control.Remediation {
        (ownRemediation ?? control.remediation).filled(for: self)
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
    /// What makes it the same piece of evidence: one property of one resource.
    fileprivate struct Place: Hashable {
        let resource: ResourceID
        let path: String
    }

    fileprivate var place: Place { Place(resource: resource, path: path) }

    /// The value as one short line: what an array holds is counted, and a long text is cut.
    ///
    /// Nil where the property is absent; at most 120 characters.
    package var shortValue: String? {
        if let extent { return extent }
        guard let value else { return nil }
        // Of a value of any length only the head is looked at.
        let head = value.prefix(400)
        let line = head.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isWhole = head.endIndex == value.endIndex && line.count <= 120
        return isWhole ? line : "\(line.prefix(119))…"
    }

    fileprivate init(_ proof: Proof, of resource: Resource) {
        let place = resource.body.locate(proof.path)
        path = place.path
        value = place.value.map { Secrets.masked($0, at: place.path) }
        expected = proof.expected
        extent = place.value.flatMap(Self.extent)
        self.resource = resource.id
        offset = (place.value ?? place.nearest).offset
        position = (place.value ?? place.nearest).position
    }

    private static func extent(of value: JSONValue) -> String? {
        switch value.kind {
        case .array:
            let count = value.elements.count
            return count == 0 ? "[]" : "[\(count) item\(count == 1 ? "" : "s")]"
        case .object:
            if let id = value.member("id")?.string, value.object?.all.count == 1, id.hasPrefix("/") {
                return "\"…/\(id.split(separator: "/").suffix(2).joined(separator: "/"))\""
            }
            let count = value.object?.all.count ?? 0
            return count == 0 ? "{}" : "{\(count) field\(count == 1 ? "" : "s")}"
        default: return nil
        }
    }
}
