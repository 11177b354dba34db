import JSON
import Topology

/// A plan or state of Terraform, as `terraform show -json` prints it, or a state file of version 4.
///
/// Its resources become those of Azure in the REST form, each with its address (`terraformAddress`).
enum TerraformOutput: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        candidate.has("format_version")
            && (candidate.has("planned_values") || candidate.has("values")
                || candidate.has("resource_changes"))
            || candidate.has("terraform_version", "resources")
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        // Values of a row are read strictly; a whole document may hold arrays that are not, yet.
        if candidate.outline?.hasUnreadArrays == true,
            let fault = harvest.document.fault(of: candidate.value, lenient: true)
        {
            harvest.tell(.error, fault.message, at: fault.offset)
            return
        }
        let estate = TerraformEstate(TerraformFile(candidate))
        var writer = GeneratedWriter()
        var offsets: [Int] = []
        for draft in estate.drafts {
            offsets.append(writer.write(draft.body(isPart: false), madeFrom: draft.origin))
            writer.breakLine()
        }
        let document = writer.document(named: harvest.document.name)
        for (draft, offset) in zip(estate.drafts, offsets) {
            let body = JSONValue(document: document, offset: offset)
            harvest.add(id: draft.id.text, type: draft.type.text, body: body)
        }
        for (severity, message, place) in estate.remarks { harvest.tell(severity, message, at: place.offset) }
        tell(estate, candidate, &harvest)
    }

    /// What the file does not say, and what of it is not read.
    private static func tell(_ estate: TerraformEstate, _ candidate: Candidate, _ harvest: inout Harvest) {
        if estate.translator.resolver.assumesSubscription {
            let assumed = TerraformResolver.assumedSubscription
            harvest.tell(
                .note,
                "the file names no subscription; the ids of its resources are formed with \(assumed)",
                at: candidate.value.offset
            )
        }
        for (type, first, count) in estate.unmapped {
            let what =
                count == 1 ? first.address : "\(count) of the type \(type), the first one \(first.address),"
            let provider = first.provider
            let reason =
                provider == "azurerm" || provider == "azapi"
                ? "of a type that bulkhead does not read from Terraform yet"
                : "of the provider \(provider), not a resource of Azure's"
            harvest.leave(first.values, "\(what) \(reason)")
        }
        if estate.drafts.isEmpty, estate.unmapped.isEmpty {
            harvest.leave(candidate.value, "a plan or state of Terraform without resources")
        }
    }
}
