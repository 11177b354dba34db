import JSON
import Rules
import Testing
import Topology

/// How grave an exposure is, and which property is shown for it: the rule that decides, not the one that looks bad.
struct ExposureTests {
    private func findings(_ id: String, _ estate: String) async throws -> [Finding] {
        let control = try #require(Catalogue.controls.first { $0.id == id })
        let root = try #require(JSONDocument(name: "estate.json", text: estate).root)
        let resources = try root.elements.map { row in
            Resource(
                id: ResourceID(try #require(row.member("id")?.string)),
                type: ResourceType(try #require(row.member("type")?.string)),
                body: row
            )
        }
        return await Assessment(of: Topology(resources: resources), by: [control]).findings
    }

    private func rule(_ priority: Int, _ access: String, _ source: String, _ ports: String) -> String {
        """
        {"name": "r\(priority)", "properties": {"priority": \(priority), "access": "\(access)",
         "direction": "Inbound", "protocol": "Tcp", "sourceAddressPrefix": "\(source)", "sourcePortRange": "*",
         "destinationAddressPrefix": "*", "destinationPortRanges": ["\(ports)"]}}
        """
    }

    private func group(_ name: String, _ rules: String...) -> String {
        """
        {"id": "/nsgs/\(name)", "name": "\(name)", "type": "Microsoft.Network/networkSecurityGroups",
         "properties": {"securityRules": [\(rules.joined(separator: ",\n"))]}}
        """
    }

    /// A machine with a public address behind a group on its subnet and another on its interface.
    private func machine(sku: String, subnet: String?, interface: String?) -> String {
        func link(_ group: String?) -> String {
            group.map { #", "networkSecurityGroup": {"id": "/nsgs/\#($0)"}"# } ?? ""
        }
        return """
            {"id": "/nics/n", "name": "n", "type": "Microsoft.Network/networkInterfaces", "properties": {
              "virtualMachine": {"id": "/vms/vm"}\(link(interface)), "ipConfigurations": [{"name": "one",
                "properties": {"subnet": {"id": "/vnets/v/subnets/web"}, "publicIPAddress": {"id": "/pips/p"}}}]}},
            {"id": "/pips/p", "type": "Microsoft.Network/publicIPAddresses", "sku": {"name": "\(sku)"}},
            {"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks", "properties": {"subnets": [
              {"id": "/vnets/v/subnets/web", "name": "web", "properties": {"addressPrefix": "10.0.0.0/24"\(link(subnet))}}]}}
            """
    }

    @Test func theDecidingRuleIsTheEvidence() async throws {
        let nsg = group(
            "nsg",
            rule(300, "Allow", "Internet", "22"),
            rule(100, "Deny", "198.51.100.0/24", "22"),
            rule(200, "Allow", "*", "20-30")
        )
        let finding = try #require(try await findings("E5-03", "[\(nsg)]").first)
        #expect(finding.outcome == .fail && finding.severity == .critical)
        #expect(finding.message.contains("r200 (priority 200)"))
        let first = try #require(finding.evidence.first)
        #expect(first.path == "properties.securityRules[2].properties.sourceAddressPrefix")
        #expect(first.value == "\"*\"")
        #expect(first.position?.line == 9)
    }

    @Test func bothFiltersMustOpenTheDoor() async throws {
        let open = group("open", rule(100, "Allow", "Internet", "3389"))
        let shut = group("shut", rule(100, "Allow", "Internet", "443"))
        let cases: [(String, String?, String?, Severity)] = [
            ("Standard", "open", "open", .critical), ("Standard", "open", "shut", .high),
            ("Standard", "shut", "open", .high), ("Standard", "open", nil, .critical),
            ("Standard", nil, nil, .high), ("Basic", nil, nil, .critical),
            ("Standard", "missing", "open", .high),
        ]
        for (sku, subnet, interface, severity) in cases {
            let estate = "[\(machine(sku: sku, subnet: subnet, interface: interface)), \(open), \(shut)]"
            let finding = try #require(try await findings("E5-02", estate).first)
            #expect(finding.outcome == .fail)
            #expect(finding.severity == severity, "\(sku) \(subnet ?? "-") \(interface ?? "-")")
        }
    }

    @Test func aNarrowSourceInsideIsLessGrave() async throws {
        let machine = machine(sku: "Standard", subnet: "nsg", interface: nil)
        let deny = rule(4096, "Deny", "*", "0-65535")
        let wide = try await findings(
            "E5-06",
            "[\(machine), \(group("nsg", rule(100, "Allow", "10.0.0.0/8", "22"), deny))]"
        )
        let narrow = try await findings(
            "E5-06",
            "[\(machine), \(group("nsg", rule(100, "Allow", "10.9.0.0/28", "22"), deny))]"
        )
        #expect(wide.map(\.severity) == [.medium] && wide.map(\.outcome) == [.fail])
        #expect(narrow.map(\.severity) == [.low] && narrow.map(\.outcome) == [.fail])
    }

    @Test func clearTextFromTheInternetIsCritical() async throws {
        func gateway(_ frontend: String) -> String {
            """
            [{"id": "/gw", "type": "Microsoft.Network/applicationGateways", "properties": {
              "frontendIPConfigurations": [{"name": "f", "properties": {\(frontend)}}],
              "httpListeners": [{"name": "plain", "properties": {"protocol": "Http",
                "frontendIPConfiguration": {"id": "/gw/frontendIPConfigurations/f"}}}],
              "requestRoutingRules": [{"name": "r", "properties": {
                "httpListener": {"id": "/gw/httpListeners/plain"},
                "backendHttpSettings": {"id": "/gw/backendHttpSettingsCollection/s"}}}]}}]
            """
        }
        let outside = try await findings("E4-01", gateway(#""publicIPAddress": {"id": "/pips/p"}"#))
        let inside = try await findings("E4-01", gateway(#""privateIPAddress": "10.0.0.4""#))
        #expect(outside.map(\.severity) == [.critical])
        #expect(inside.map(\.severity) == [.high])
    }
}
