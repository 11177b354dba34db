import Topology

/// One row of the table of platform services: a property of one kind of service, and what of it passes.
///
/// A row is turned into a control like any other. What it says is about one cause, a property or a rule, so that no
/// service is found twice for the same thing; storage, SQL, vaults, Cosmos DB and web apps have their public door in
/// S3-13 and their TLS in E4-24 to E4-26, and have rows for the rest alone.
struct ServiceCheck: Sendable {
    /// The id of its control, which no other row ever gets: `PN-…` for the network, `PT-…` for encryption.
    let id: String
    let name: String
    let title: String
    let types: [ResourceType]
    let test: Test
    /// What the service does where the row fails, behind its name, for example `answers the whole internet`.
    let fault: String
    var severity = Severity.medium
    var tier = Control.Tier.core
    let why: String
    let fix: String
    var command: String?
    let documentation: String

    enum Test: Sendable {
        /// One of the settings is enough.
        case anyOf([ServiceSetting])
        /// A public door, or the ranges of the firewall rules behind it.
        case ranges(ServiceRanges)
    }

    init(
        _ id: String,
        _ name: String,
        _ title: String,
        _ types: ResourceType...,
        test: Test,
        fault: String,
        severity: Severity = .medium,
        tier: Control.Tier = .core,
        why: String,
        fix: String,
        command: String? = nil,
        documentation: String
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.types = types
        self.test = test
        self.fault = fault
        self.severity = severity
        self.tier = tier
        self.why = why
        self.fix = fix
        self.command = command
        self.documentation = "https://learn.microsoft.com/azure/\(documentation)"
    }

    /// All rows, in the order of their ids.
    static let all = databases + messaging + compute + analytics + openings + encryption

    /// The control of the row.
    var control: Control {
        let isEncryption = id.hasPrefix(Section.platformEncryption.rawValue)
        return Control(
            id: id,
            name: name,
            title: title,
            severity: severity,
            tier: tier,
            principles: isEncryption ? [.assumeBreach] : [.leastPrivilege, .assumeBreach],
            types: types,
            why: why,
            remediation: Control.Remediation(fix, command: command),
            documentation: documentation,
            benchmarks: isEncryption
                ? ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"], "nist-800-207": ["T2"]]
                : ["mcsb": ["NS-2"], "nist-800-53": ["AC-4", "SC-2", "SC-7"]],
            decision: .each { judge($0, $1) },
            examples: examples
        )
    }
}
