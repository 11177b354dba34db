import JSON

/// An ARM template, alone or with its deployment, or the file of its parameters: recognised, and listed because templates are not evaluated yet.
enum ARMTemplate: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        guard let schema = candidate["$schema"]?.string?.lowercased() else {
            return candidate.has("contentVersion", "resources")
                || candidate["template"]?.member("resources") != nil
        }
        return schema.contains("deploymenttemplate") || schema.contains("deploymentparameters")
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        let isParameters = candidate["$schema"]?.string?.lowercased().contains("parameters") == true
        harvest.leave(
            candidate.value,
            isParameters
                ? "the parameters of an ARM template; evaluating templates is not part of bulkhead yet"
                : "an ARM template; evaluating templates is not part of bulkhead yet, read an export of what it deployed"
        )
    }
}
