import Topology

/// The Basic tier, in which a network resource is open until a filter closes it (azure-semantics 7.1).
enum LegacyTier {
    private static let current: Set = ["standard", "standardv2", "gateway"]

    /// Judges by the tier; `more` says whose the resource is.
    static func judge(_ resource: Resource, _ sku: Setting<String>, _ more: String = "") -> Judgement {
        let proof = Proof("sku.name", expected: "Standard")
        return sku.judged(by: proof, of: resource.name) { word in
            if sku.is("Basic") { return .fail("\(resource.name)\(more) is Basic", proof) }
            return current.contains(word.lowercased())
                ? .pass("\(resource.name) is \(word)", proof)
                : .unknown("\(word) is no tier known here", proof)
        }
    }

    /// A resource of a tier, for examples.
    static func resource(_ type: String, _ sku: String) -> String {
        """
        {"id": "\(ExampleRows.group)/\(type)/r", "name": "r", "type": "Microsoft.Network/\(type)",
         "sku": {"name": "\(sku)"}, "properties": {}}
        """
    }
}
