/// The words that may stand before the colon of a filter term.
package enum FilterKey: String, CaseIterable {
    case severity, step, outcome, control, decision
    case subscription, group, vnet, type, region, ip, port, tag

    /// The key of that name, its short form or any unambiguous beginning of at least two letters.
    package init?(named name: String) {
        let name = name.lowercased()
        switch name {
        case "sub": self = .subscription
        case "sev": self = .severity
        case "rg", "resourcegroup": self = .group
        case "location", "loc": self = .region
        case "address", "addr": self = .ip
        default:
            if let exact = FilterKey(rawValue: name) { self = exact; return }
            let candidates = FilterKey.allCases.filter { $0.rawValue.hasPrefix(name) }
            guard name.count > 1, candidates.count == 1 else { return nil }
            self = candidates[0]
        }
    }

    /// How the key is shown: the short form where there is one.
    package var spelling: String {
        switch self {
        case .severity: "sev"
        case .subscription: "sub"
        default: rawValue
        }
    }

    /// A value that shows the form.
    package var example: String {
        switch self {
        case .severity: "high+"
        case .step: "2"
        case .outcome: "fail"
        case .control: "E1-02"
        case .decision: "accepted"
        case .subscription: "corp"
        case .group: "rg-hub"
        case .vnet: "hub"
        case .type: "nsg"
        case .region: "westeurope"
        case .ip: "10.1.0.0/16"
        case .port: "22"
        case .tag: "env=prod"
        }
    }

    /// What it keeps, in a few words.
    package var help: String {
        switch self {
        case .severity: "findings of that severity; high+ means high and graver"
        case .step: "findings shown with that step, 1 to 5"
        case .outcome: "findings with that outcome"
        case .control: "findings of that control, by id or name"
        case .decision: "findings decided so; none for those without a decision"
        case .subscription: "what lies in that subscription"
        case .group: "what lies in that resource group"
        case .vnet: "what lies in that virtual network"
        case .type: "resources of that type, by short name or part of the ARM type"
        case .region: "resources in that region"
        case .ip: "resources whose addresses overlap"
        case .port: "rules and listeners that cover the port"
        case .tag: "resources with that tag; name=value or name alone"
        }
    }

    package static let spellings = allCases.map(\.spelling)

    /// The text with its last word completed, as far as only one key begins with it.
    package static func completed(_ text: String) -> String {
        let word = text.reversed().prefix { !$0.isWhitespace && $0 != "!" }.reversed()
        let typed = String(word).lowercased()
        let candidates = spellings.filter { $0.hasPrefix(typed) }
        guard !typed.isEmpty, candidates.count == 1, let key = candidates.first else { return text }
        return text.dropLast(word.count) + key + ":"
    }
}
