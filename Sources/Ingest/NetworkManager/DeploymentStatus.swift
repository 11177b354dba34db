import JSON

/// A row of `networkManagers/listDeploymentStatus`: which configurations a region has.
///
/// Such rows have no id. Each becomes a resource of the type `Microsoft.Network/networkManagers/listDeploymentStatus`
/// below the manager whose configurations it names, with a name made from its content, so that it stays the same
/// from run to run.
enum DeploymentStatus: InputFormat {
    static let type = "Microsoft.Network/networkManagers/listDeploymentStatus"

    static func recognises(_ candidate: Candidate) -> Bool {
        candidate.has("deploymentStatus", "configurationIds") && candidate["id"] == nil
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        let configurations = candidate["configurationIds"]?.elements.compactMap(\.string) ?? []
        let region = candidate["region"]?.string ?? ""
        let parts = ["deploymentType", "deploymentStatus", "commitTime"].map { candidate[$0]?.string ?? "" }
        let content = ([region] + parts + configurations).joined(separator: "\n").lowercased()
        // The manager is what stands before its configurations' type and name.
        let segments = configurations.first?.split(separator: "/").dropLast(2) ?? []
        let manager =
            segments.isEmpty
            ? "/providers/Microsoft.Network/networkManagers/unknown" : "/" + segments.joined(separator: "/")
        let place = region.filter { $0.isLetter || $0.isNumber }
        let name = "\(place.isEmpty ? "" : place + "-")\(String(fingerprint(content), radix: 16))"
        harvest.add(id: "\(manager)/listDeploymentStatus/\(name)", type: type, body: candidate.value)
    }

    /// FNV-1a: the same for the same text in every run.
    private static func fingerprint(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
