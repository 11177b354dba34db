import Testing
import Topology

@testable import Ingest

@Suite("Terraform tables") struct TerraformTableTests {
    @Test("every line can be read")
    func lines() {
        #expect(TerraformTables.parsed.faults.isEmpty, "\(TerraformTables.parsed.faults)")
        #expect(TerraformTables.mappings.count > 220, "\(TerraformTables.mappings.count)")
    }

    @Test("a line that cannot be read is told")
    func faults() {
        var parser = TerraformMappingParser()
        parser.read(
            """
            azurerm_a Microsoft.Network/a in=b wrong
                name
                +missing
                a b[9]
            azurerm_a Microsoft.Network/a
            """
        )
        #expect(parser.faults.count == 5, "\(parser.faults)")
    }

    @Test("every kind of the model that Terraform can make has a type that makes it")
    func kinds() {
        let made = Set(TerraformTables.mappings.values.map(\.type))
        // Parts of other resources, what Azure makes itself, and what the provider has no resource for.
        let others: Set<String> = [
            "DNSResolverPolicy", "DNSResolverPolicyLink", "DNSSecurityRule", "HubIPConfiguration",
            "IPConfiguration", "JITPolicy", "PrivateDNSZoneGroup", "VirtualMachineScaleSet",
        ]
        for kind in KindRegistry.kinds where !others.contains("\(kind)") {
            #expect(kind.types.contains { made.contains($0) }, "\(kind)")
        }
    }

    @Test(
        "addresses are taken apart",
        arguments: [
            ("module.a.module.b[0]", ["a", "b"]), (#"module.hub["x.y]"]"#, ["hub"]),
            ("module.module", ["module"]),
            ("", []),
        ]
    )
    func modules(_ text: String, _ names: [String]) {
        #expect(TerraformPath(text).moduleNames == names)
    }

    @Test("the module around a module")
    func innermost() {
        let inner = TerraformPath(#"module.a["x.module.y"].module.b[0]"#).innermostModule
        #expect(inner?.parent == #"module.a["x.module.y"]"#)
        #expect(inner?.name == "b")
        #expect(inner?.key == "0")
        #expect(TerraformPath("module.a").innermostModule?.parent == "")
        #expect(TerraformPath("").innermostModule == nil)
    }

    @Test("of references with their shorter forms, the most specific counts")
    func heads() {
        let references = [
            "azurerm_a.x.id", "azurerm_a.x", "azurerm_a.y[0].id", "azurerm_a.y[0]", "azurerm_a.y",
        ]
        #expect(TerraformPath.heads(references) == ["azurerm_a.x.id", "azurerm_a.y[0].id"])
    }
}
