import JSON
import Topology

extension Control {
    /// E4-18: an edge that can do what the others ask of it.
    package static let frontDoorIsPremium = Control(
        id: "E4-18",
        name: "front-door-tier",
        title: "Front Door is of the Premium tier, and none of the classic generation",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Cdn/profiles", "Microsoft.Network/frontDoors"],
        why: """
            Only Premium reaches its origins privately and knows managed rules. The classic generation \
            retires on 31 March 2027, and what stands behind it then is gone from the internet.
            """,
        remediation: Remediation(
            "Raise the profile to Premium.",
            command: "az afd profile update -g GROUP --profile-name PROFILE --sku Premium_AzureFrontDoor"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-legacy#azure-front-door",
        benchmarks: [
            "mcsb": ["NS-6", "NS-8"],
            "nist-800-53": ["SC-7", "CM-2", "CM-6", "CM-7"],
        ],
        decision: .each { resource, _ in judge(resource) },
        examples: [
            .passes(profile(#""sku": {"name": "premium_azurefrontdoor"},"#)),
            .fails(profile(#""sku": {"name": "Standard_AzureFrontDoor"},"#)),
            .fails(profile(#""sku": {"name": "Standard_Microsoft"},"#)),
            .fails(#"{"id": "/fds/fd", "type": "Microsoft.Network/frontDoors", "properties": {}}"#),
            .unknown(profile("")),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ resource: Resource) -> Judgement {
        guard resource.type == "Microsoft.Cdn/profiles" else {
            return .fail("\(resource.name) is a classic Front Door", Proof("type"), severity: .high)
                .mended(by: migrating)
        }
        let proof = Proof("sku.name", expected: "Premium_AzureFrontDoor")
        let sku = resource.fields.inner("sku").text("name")
        return sku.judged(by: proof, of: resource.name) { word in
            if sku.is("Premium_AzureFrontDoor") { return .pass("\(resource.name) is Premium", proof) }
            return sku.is("Standard_AzureFrontDoor")
                ? .fail(
                    "\(resource.name) is of the Standard tier, without private origins and managed rules",
                    proof,
                    severity: .low
                )
                : .fail("\(resource.name) is a \(word), a content network without a firewall", proof)
                    .mended(by: migrating)
        }
    }

    private static let migrating = Remediation(
        "Migrate to a new profile of the Premium tier, then move the host names over.",
        command: """
            az afd profile migrate -g GROUP --profile-name NEW-PROFILE --sku Premium_AzureFrontDoor \
            --classic-resource-id RESOURCE-ID
            """
    )

    private static func profile(_ sku: String) -> String {
        #"{"id": "/p/afd", "name": "afd", \#(sku) "type": "Microsoft.Cdn/profiles", "properties": {}}"#
    }
}
