import JSON
import Rules
import Testing
import Topology

/// What a finding shows and how it says it is put right: the estate's own names, each proof once, nothing endless.
struct RemediationTests {
    private func finding(_ id: String, _ rows: String...) async throws -> Finding {
        let control = try #require(Catalogue.controls.first { $0.id == id })
        let document = JSONDocument(name: "estate.json", text: "[\(rows.joined(separator: ","))]")
        let resources = try #require(document.root).elements.map { row in
            Resource(
                id: ResourceID(try #require(row.member("id")?.string)),
                type: ResourceType(try #require(row.member("type")?.string)),
                body: row
            )
        }
        return try #require(
            await Assessment(of: Topology(resources: resources), by: [control]).findings.first
        )
    }

    private func row(_ type: String, _ name: String, _ properties: String) -> String {
        """
        {"id": "/subscriptions/s/resourceGroups/rg-net/providers/Microsoft.Network/\(type)/\(name)",
         "name": "\(name)", "type": "Microsoft.Network/\(type)", "properties": {\(properties)}}
        """
    }

    private func group(_ name: String = "nsg-web", _ rules: String...) -> String {
        row("networkSecurityGroups", name, #""securityRules": [\#(rules.joined(separator: ","))]"#)
    }

    private func rule(
        _ name: String,
        from source: String,
        ports: String,
        over transport: String = "Tcp"
    ) -> String {
        """
        {"name": "\(name)", "properties": {"priority": 100, "access": "Allow", "direction": "Inbound",
          "protocol": "\(transport)", "sourceAddressPrefix": "\(source)", "sourcePortRange": "*",
          "destinationAddressPrefix": "*", "destinationPortRange": "\(ports)"}}
        """
    }

    @Test func theCommandNamesTheGroupAndTheRule() async throws {
        let found = try await finding("E5-03", group("nsg-web", rule("rdp", from: "*", ports: "3389")))
        #expect(found.remediation.command == "az network nsg rule delete -g rg-net --nsg-name nsg-web -n rdp")
    }

    @Test(arguments: [
        ("a; reboot", "-n 'a; reboot'"), ("$(reboot)", "-n '$(reboot)'"), ("it's", "-n RULE"),
        ("-rf", "-n RULE"),
    ])
    func aNameIsNoCommand(name: String, end: String) async throws {
        let found = try await finding("E5-03", group("nsg-web", rule(name, from: "*", ports: "22")))
        #expect(try #require(found.remediation.command).hasSuffix(end))
    }

    @Test func whatIsNotKnownStaysAPlaceholder() async throws {
        let found = try await finding(
            "S3-01",
            row("publicIPAddresses", "pip", #""ipConfiguration": {"id": "/x"}"#)
        )
        #expect(found.remediation.command == nil)
        let network = row("virtualNetworks", "v", "")
        let log = try await finding("V2-01", network, row("networkWatchers", "nw", ""))
        let command = try #require(log.remediation.command)
        #expect(command.hasPrefix("az network watcher flow-log create -l REGION -g rg-net -n LOG --vnet v "))
    }

    @Test func anAttachedAddressIsDetachedFirst() async throws {
        let nic = "/subscriptions/s/resourceGroups/rg-vm/providers/Microsoft.Network/networkInterfaces/nic"
        let address = row(
            "publicIPAddresses",
            "pip",
            #""ipConfiguration": {"id": "\#(nic)/ipConfigurations/one"}"#
        )
        let command = try #require(try await finding("S3-01", address).remediation.command)
        #expect(
            command.split(separator: " && ") == [
                "az network nic ip-config update -g rg-vm --nic-name nic -n one --remove publicIpAddress",
                "az network public-ip delete -g rg-net -n pip",
            ]
        )
    }

    @Test func theSameProofIsShownOnce() async throws {
        let found = try await finding("E5-04", group("nsg-web", rule("all", from: "*", ports: "*")))
        #expect(found.outcome == .fail)
        #expect(Set(found.evidence.map(\.path)).count == found.evidence.count)
        #expect(found.evidence.count == 3)
    }

    @Test func aProofThatIsAListIsCounted() async throws {
        let rules = [rule("a", from: "10.0.0.0/24", ports: "1"), rule("b", from: "10.0.1.0/24", ports: "2")]
        let found = try await finding("S1-03", group("nsg-web", rules[0], rules[1]))
        let proof = try #require(found.evidence.first)
        #expect(proof.shortValue == "[2 items]")
        #expect(try #require(proof.value).contains("10.0.1.0/24"))
    }

    @Test func aLongProofIsCut() async throws {
        let long = String(repeating: "x", count: 5_000)
        let found = try await finding("E5-03", group("nsg-web", rule("a", from: "\(long)\\n", ports: "22")))
        let shown = found.evidence.compactMap(\.shortValue)
        #expect(shown.contains { $0.hasSuffix("…") } && shown.allSatisfy { $0.count <= 120 })
    }

    @Test func aSourceOfVersion6HasAWitnessOfVersion6() async throws {
        let found = try await finding("E5-03", group("nsg-web", rule("v6", from: "::/0", ports: "22")))
        #expect(found.outcome == .fail)
        #expect(found.message.contains("2001:db8::10"))
        #expect(!found.message.contains("203.0.113"))
    }

    @Test func everyPortOfOneProtocolFromTheInternetIsGrave() async throws {
        let open = try await finding(
            "S1-07",
            group("g", rule("u", from: "Internet", ports: "*", over: "Udp"))
        )
        let inside = try await finding(
            "S1-07",
            group("g", rule("u", from: "10.0.0.0/24", ports: "*", over: "Udp"))
        )
        #expect(open.severity == .high && open.message.contains("internet"))
        #expect(inside.severity == .medium && inside.outcome == .fail)
    }

    @Test func aMachineWhoseSubnetIsNotThereIsNotSaidToBeOpen() async throws {
        let nic = row(
            "networkInterfaces",
            "nic",
            """
            "virtualMachine": {"id": "/vms/vm"}, "ipConfigurations": [{"name": "one", "properties": {
              "subnet": {"id": "/vnets/gone/subnets/web"}, "publicIPAddress": {"id": "/pips/p"}}}]
            """
        )
        let address =
            #"{"id": "/pips/p", "type": "Microsoft.Network/publicIPAddresses", "sku": {"name": "Basic"}}"#
        let found = try await finding("E5-02", nic, address)
        #expect(found.severity == .high)
        #expect(found.message.contains("not known"))
    }
}
