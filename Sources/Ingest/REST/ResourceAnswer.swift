import JSON
import Topology

/// One resource: an ARM answer, a row of Resource Graph, an element of `az … list`.
///
/// REST form and flattened form alike; what tells it is an ARM id. Where the type is missing, as in parts of a list,
/// the id tells it.
enum ResourceAnswer: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        guard let id = candidate["id"], id.kind == .string else { return false }
        let bytes = id.document.bytes
        switch id.offset + 1 < bytes.count ? bytes[id.offset + 1] : 0 {
        case UInt8(ascii: "/"): return true
        case UInt8(ascii: "\\"): return id.string?.hasPrefix("/") == true
        default: return false
        }
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        guard let id = candidate["id"]?.string, id.utf8.count > 1 else {
            harvest.leave(candidate.value, "a resource with an empty id")
            return
        }
        // A row is read strictly before it comes here; a whole document may hold arrays that are not, yet.
        if candidate.outline?.hasUnreadArrays == true,
            let fault = harvest.document.fault(of: candidate.value, lenient: true)
        {
            harvest.tell(.error, fault.message, at: fault.offset)
            return
        }
        guard let type = type(candidate["type"]?.string, of: id) else {
            harvest.leave(
                candidate.value,
                "a resource without a type, which its id '\(id.prefix(200))' does not tell either"
            )
            return
        }
        harvest.add(id: id, type: type, body: candidate.value)
    }

    /// The type as declared, or else as the id spells it.
    ///
    /// A declared type has a slash: the flattened form of the Azure CLI may have put a property named `type` in its
    /// place.
    private static func type(_ declared: String?, of id: String) -> String? {
        guard let declared, declared.utf8.contains(UInt8(ascii: "/")) else {
            return ResourceID(id).type?.text
        }
        // Management groups carry their type as a path.
        let prefix = "/providers/"
        return declared.hasPrefix(prefix) ? String(declared.dropFirst(prefix.count)) : declared
    }
}
