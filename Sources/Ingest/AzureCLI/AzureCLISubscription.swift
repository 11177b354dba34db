import JSON
import Topology

/// A subscription as `az account list` prints it: its id is a bare GUID.
enum AzureCLISubscription: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        candidate.has("id", "tenantId", "state") && candidate["properties"] == nil
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        guard let id = candidate["id"]?.string, !id.isEmpty, !id.contains("/") else {
            harvest.leave(candidate.value, "a subscription without an id")
            return
        }
        harvest.add(
            id: "/subscriptions/\(id)",
            type: ResourceType.subscription.text,
            body: candidate.value
        )
    }
}
