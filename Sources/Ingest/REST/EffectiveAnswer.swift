import JSON
import Topology

/// Routes and rules that Azure told to be in effect: no resources, but kept beside them.
enum EffectiveAnswer: InputFormat {
    /// What an answer is told by.
    private static let holders: [(members: [String], holder: EffectiveRoutes.Holder)] = [
        (["nextHopType", "addressPrefix", "source", "state"], .interface),
        (["addressPrefixes", "nextHops", "nextHopType"], .hub),
        (["localAddress", "network", "nextHop"], .gateway),
        (["network", "nextHop", "locPrf"], .circuit),
    ]

    static func recognises(_ candidate: Candidate) -> Bool { candidate.object.map(matches) ?? false }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        take([candidate.value], at: candidate.value, into: &harvest)
    }

    /// Whether an object is a route or a group of rules in effect.
    static func matches(_ object: JSONObject) -> Bool {
        object["effectiveSecurityRules"]?.kind == .array || holder(of: object) != nil
    }

    /// Takes the rows of one answer.
    static func take(_ rows: [JSONValue], at place: JSONValue, into harvest: inout Harvest) {
        guard let first = rows.first?.object else { return }
        guard let holder = holder(of: first) else {
            harvest.overlays.securityGroups += rows.map(EffectiveSecurityGroup.init)
            return
        }
        harvest.overlays.routes.append(
            EffectiveRoutes(holder: holder, routes: rows.map(EffectiveRoute.init), position: place.position)
        )
    }

    private static func holder(of object: JSONObject) -> EffectiveRoutes.Holder? {
        holders.first { $0.members.allSatisfy { object[$0] != nil } }?.holder
    }
}
