import Topology

/// Whether the logs of a resource are kept where somebody looks: what the diagnostic settings below it say.
struct LogCollection {
    private let topology: Topology
    /// Settings are exported resource by resource: without a single one in the input nothing is proven.
    private let isShown: Bool

    init(_ topology: Topology) {
        self.topology = topology
        isShown = !topology.resources(of: DiagnosticSetting.types[0]).isEmpty
    }

    /// Judges whether any log of a resource goes to a workspace or an event hub.
    func judgeAny(of resource: Resource) -> Judgement {
        judge(resource, [Self.anyLog])
    }

    /// Stands for whichever log there is.
    fileprivate static let anyLog = "a log"

    /// Judges whether all the categories go to a workspace or an event hub; a copy in storage alerts nobody.
    func judge(_ resource: Resource, _ categories: [String]) -> Judgement {
        let wanted = categories.joined(separator: ", ")
        let own = Proof("id", expected: "a diagnostic setting with \(wanted)")
        let settings = topology.all(DiagnosticSetting.self, below: resource.id)
        guard !settings.isEmpty else {
            return isShown
                ? .fail("No diagnostic setting keeps the logs of \(resource.name)", own)
                : .unknown(
                    """
                    The input holds no diagnostic settings: az monitor diagnostic-settings list --resource ID \
                    shows those of \(resource.name)
                    """,
                    own
                )
        }
        let sent = settings.filter { $0.workspace.value != nil || $0.eventHubRule.value != nil }
        let proofs = settings.map { Proof("logs", expected: "\(wanted) to a workspace", in: $0.resource) }
        let missing = categories.filter { category in !sent.contains { $0.keeps(category) } }
        guard !missing.isEmpty else {
            return .pass("\(sent[0].name) keeps \(wanted) of \(resource.name)", proofs)
        }
        let doubt = settings.lazy.compactMap(\.doubt).first
        return doubt.map { .unknown($0, proofs) }
            ?? .fail("No workspace gets \(missing.joined(separator: ", ")) of \(resource.name)", proofs)
    }
}

extension DiagnosticSetting {
    /// Whether a category is switched on, by its own name or in a group that holds it.
    fileprivate func keeps(_ category: String) -> Bool {
        logs.contains { log in
            log.enabled.value == true
                && (category == LogCollection.anyLog || log.category.is(category)
                    || log.categoryGroup.is("allLogs")
                    || log.categoryGroup.is("audit") && category.lowercased().contains("audit"))
        }
    }

    /// What of it cannot be read.
    fileprivate var doubt: String? {
        let words = logs.flatMap { [$0.category.reason, $0.categoryGroup.reason, $0.enabled.reason] }
        return resource.fields.array("logs").gap("logs of \(name)") ?? workspace.reason ?? eventHubRule.reason
            ?? words.lazy.compactMap(\.self).first
    }
}
