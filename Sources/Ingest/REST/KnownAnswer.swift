import JSON

/// Answers of Azure that are no resources: each told by members that only it has, and listed with the reason.
struct KnownAnswer: InputFormat {
    /// The member whose first element has the members that tell it; nil where the answer itself has them.
    var list: String?
    /// The members that tell it.
    let members: [String]
    /// What it is and why it is not used.
    let reason: String

    static let all = [
        KnownAnswer(
            members: ["neighbor", "messagesSent"],
            reason: "the state of BGP peers, which is not used yet"
        ),
        KnownAnswer(
            members: ["access", "ruleName"],
            reason: "Network Watcher's answer whether one flow is allowed, no resource"
        ),
        KnownAnswer(
            members: ["nextHopType", "routeTableId"],
            reason: "Network Watcher's answer what the next hop is, no resource"
        ),
        KnownAnswer(
            members: ["hops", "connectionStatus"],
            reason: "a connectivity check of Network Watcher, no resource"
        ),
        KnownAnswer(
            list: "results",
            members: ["profile", "networkSecurityGroupResult"],
            reason: "a diagnosis of Network Watcher, no resource"
        ),
        KnownAnswer(
            list: "networkInterfaces",
            members: ["securityRuleAssociations"],
            reason: "a security group view of Network Watcher, which repeats rules of resources"
        ),
        KnownAnswer(
            members: ["createdDateTime", "lastModified", "resources"],
            reason: "a topology of Network Watcher, which has names and links but no settings"
        ),
        KnownAnswer(
            list: "backendAddressPools",
            members: ["backendHttpSettingsCollection"],
            reason: "the health of an application gateway's backends, no resource"
        ),
        KnownAnswer(
            members: ["available", "availableIPAddresses"],
            reason: "an answer whether an address is free, no resource"
        ),
    ]

    func matches(_ object: JSONObject?) -> Bool {
        guard let object, object["id"]?.string?.hasPrefix("/") != true else { return false }
        guard let list else { return members.allSatisfy { object[$0] != nil } }
        guard let first = object[list]?.rows?.first else { return false }
        return members.allSatisfy { first.member($0) != nil }
    }

    static func recognises(_ candidate: Candidate) -> Bool { all.contains { $0.matches(candidate.object) } }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        guard let answer = all.first(where: { $0.matches(candidate.object) }) else { return }
        harvest.leave(candidate.value, answer.reason)
    }
}
