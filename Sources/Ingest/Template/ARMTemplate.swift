import JSON
import Topology

/// An ARM template: evaluated, and its resources taken as resources of the estate.
enum ARMTemplate: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        guard let schema = candidate["$schema"]?.string?.lowercased() else {
            return candidate.has("contentVersion", "resources")
                || candidate["template"]?.member("resources") != nil
        }
        return schema.contains("deploymenttemplate")
    }

    /// Whether the head of a document names the schema of templates, however the rest of it is written.
    static func isNamed(in document: JSONDocument) -> Bool {
        let head = String(decoding: document.bytes.prefix(1_024), as: UTF8.self).lowercased()
        return head.contains("schema.management.azure.com/") && head.contains("deploymenttemplate.json")
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        // Inside something else a template has no file of its own, and nothing beside it.
        let isFile = candidate.outline != nil && harvest.document.name != "-"
        let expansion = TemplateExpansion(candidate.value, path: isFile ? harvest.document.name : nil)
        harvest.diagnostics += expansion.diagnostics
        harvest.consumed.formUnion(expansion.files)
        // Deployments and what is only referred to are no resources that the template brings.
        if !expansion.resources.contains(where: { !$0.isExisting && !$0.isDeployment }) {
            harvest.leave(candidate.value, "an ARM template that deploys no resources")
        }
        for resource in expansion.resources where !resource.isExisting && !resource.isDeployment {
            harvest.add(id: resource.id, type: resource.type, body: resource.body)
        }
    }
}

/// The parameters of an ARM template, which are read with the template.
enum ARMParameters: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        candidate["$schema"]?.string?.lowercased().contains("deploymentparameters") == true
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        // Other values for a template that is read with those of its own file.
        let template = TemplateExpansion.template(ofParameters: harvest.document.name)
        guard template.map({ TemplateFolder.read($0) != nil }) != true else { return }
        harvest.leave(candidate.value, "the parameters of an ARM template that does not lie beside them")
    }
}
