import JSON

/// A plan or state of Terraform: recognised, and listed because Terraform is not read yet.
enum TerraformOutput: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        candidate.has("format_version") && (candidate.has("planned_values") || candidate.has("values"))
            || candidate.has("terraform_version", "resources")
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        let kind = candidate.has("planned_values") ? "plan" : "state"
        harvest.leave(
            candidate.value,
            "a Terraform \(kind); reading Terraform is not part of bulkhead yet, read an export of what it deployed"
        )
    }
}
