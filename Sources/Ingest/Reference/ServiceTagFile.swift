import JSON
import Topology

/// The weekly file of service tags with their ranges: `{"changeNumber": …, "cloud": …, "values": […]}`.
///
/// It becomes one resource of the type that the ARM answer has.
enum ServiceTagFile: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        candidate.has("changeNumber", "values") && candidate["id"] == nil
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        let cloud = candidate["cloud"]?.string?.filter { $0.isLetter || $0.isNumber } ?? "Public"
        if let outline = candidate.outline, outline.hasUnreadArrays,
            let fault = harvest.document.fault(of: candidate.value, lenient: true)
        {
            harvest.tell(.error, fault.message, at: fault.offset)
            return
        }
        harvest.add(
            id: "/providers/Microsoft.Network/serviceTags/\(cloud)",
            type: "Microsoft.Network/serviceTags",
            body: candidate.value
        )
    }
}
