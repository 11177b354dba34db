import Testing
import Topology

@Suite struct ResourceIDTests {
    private let subnet = ResourceID(
        "/subscriptions/S1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub/subnets/web"
    )

    @Test func parentsUpToTheSubscription() {
        #expect(
            subnet.parent?.text
                == "/subscriptions/S1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub"
        )
        #expect(subnet.parent?.parent?.text == "/subscriptions/S1/resourceGroups/rg")
        #expect(subnet.parent?.parent?.parent?.text == "/subscriptions/S1")
        #expect(subnet.parent?.parent?.parent?.parent == nil)
    }

    @Test func extensionsStandBelowWhatTheyAreAbout() {
        let assignment = ResourceID("\(subnet)/providers/Microsoft.Authorization/roleAssignments/r")
        #expect(assignment.parent == subnet)
        #expect(assignment.type == "Microsoft.Authorization/roleAssignments")
        #expect(
            ResourceID("/subscriptions/s/providers/Microsoft.Security/pricings/p").parent
                == ResourceID("/subscriptions/s")
        )
    }

    @Test(arguments: [
        ("/subscriptions/s", "Microsoft.Resources/subscriptions"),
        ("/subscriptions/s/resourceGroups/g", "Microsoft.Resources/subscriptions/resourceGroups"),
        (
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v",
            "Microsoft.Network/virtualNetworks"
        ),
        (
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/w",
            "Microsoft.Network/virtualNetworks/subnets"
        ),
        ("/providers/Microsoft.Management/managementGroups/m", "Microsoft.Management/managementGroups"),
    ])
    func types(_ id: String, _ type: String) {
        #expect(ResourceID(id).type == ResourceType(type))
    }

    @Test(arguments: ["", "/", "//", "/providers", "/a/b", "x"])
    func textThatIsNoID(_ text: String) {
        #expect(ResourceID(text).type == nil)
    }

    @Test func caseDoesNotCount() {
        let other = ResourceID(subnet.text.uppercased())
        #expect(subnet == other && subnet.hashValue == other.hashValue)
        #expect(
            subnet != ResourceID(subnet.text + "x")
                && subnet != ResourceID(subnet.text.replacing("web", with: "wea"))
        )
        // Bytes that differ by 0x20 without being letters are different.
        #expect(ResourceID("/a@") != ResourceID("/a`") && ResourceID("/a[") != ResourceID("/a{"))
    }

    @Test func otherScriptsCompareWithoutCaseToo() {
        let upper = ResourceID("/subscriptions/s/resourceGroups/GRÖSSE-ΣΑ")
        let lower = ResourceID("/subscriptions/s/resourcegroups/grösse-σα")
        #expect(upper == lower && upper.hashValue == lower.hashValue)
        #expect(upper != ResourceID("/subscriptions/s/resourcegroups/grosse-σα"))
    }

    @Test func whatIsBelow() {
        #expect(subnet.isSame(orBelow: ResourceID("/SUBSCRIPTIONS/s1/resourcegroups/RG")))
        #expect(subnet.isSame(orBelow: subnet))
        #expect(!subnet.isSame(orBelow: ResourceID("/subscriptions/S1/resourceGroups/r")))
        #expect(subnet.enclosing("Microsoft.Network/virtualNetworks") == subnet.parent)
    }
}
