import Foundation
import Ingest
import JSON
import Testing
import Topology

/// The addresses are read from the files by Foundation; the counts were taken with another program.
@Suite("Terraform corpus") struct TerraformCorpusTests {
    struct File: CustomTestStringConvertible, Sendable {
        let name: String
        /// Instances of the provider azurerm that the file makes.
        let managed: Int
        /// Those of a type without a mapping.
        let left: Int
        var testDescription: String { name }
    }

    static let files = [
        File(name: "checkov/tfplan_extra_ref.json", managed: 4, left: 0),
        File(name: "cli/test-its_key_condition_be_value-fail.plan.out.json", managed: 8, left: 0),
        File(name: "cli/test_in_step_variables_slicing.plan.out.json", managed: 3, left: 0),
        File(name: "cli/test_issue-193_confirm_list_of_queues_available.plan.out.json", managed: 3, left: 0),
        File(name: "cli/test_issue-285.plan.out.json", managed: 2, left: 0),
        File(name: "cli/test_issue-294.plan.out.json", managed: 16, left: 0),
        File(name: "cli/test_issue-394.plan.out.json", managed: 2, left: 0),
        File(name: "driftctl/azurerm_lb.terraform.tfstate.json", managed: 1, left: 0),
        File(name: "driftctl/azurerm_lb_rule.terraform.tfstate.json", managed: 1, left: 0),
        File(name: "driftctl/azurerm_network_security_group.terraform.tfstate.json", managed: 3, left: 0),
        File(name: "driftctl/azurerm_private_dns_a_record.terraform.tfstate.json", managed: 2, left: 0),
        File(name: "driftctl/azurerm_private_dns_srv_record.terraform.tfstate.json", managed: 2, left: 0),
        File(name: "inframap/azure.tfstate.json", managed: 5, left: 0),
        File(name: "infracost/azure_firewall_plan.json", managed: 11, left: 0),
        File(name: "infracost/express_route_gateway_plan.json", managed: 8, left: 0),
        File(name: "regula/account_deny_access_infra.json", managed: 7, left: 0),
        File(name: "regula/firewall_no_inbound_all_infra.json", managed: 7, left: 0),
        File(name: "regula/resource_view_03_infra.json", managed: 3, left: 1),
        File(name: "regula/security_group_no_inbound_22_infra.json", managed: 10, left: 0),
    ]

    @Test("every resource of Azure's appears by its address", arguments: files)
    func addresses(_ file: File) throws {
        let path = "\(CorpusTests.root)/terraform/\(file.name)"
        let expected = try Self.addresses(path)
        #expect(expected.count == file.managed, "\(expected)")
        let reading = try Reader.read([.path(path)])
        let topology = reading.topology
        let told = Set(topology.resources.flatMap(\.terraformAddresses))
        let missing = expected.subtracting(told)
        #expect(missing.count == file.left, "\(missing.sorted())")
        for address in missing {
            #expect(reading.notUnderstood.contains { $0.reason.contains(address) }, "\(address)")
        }
        #expect(reading.diagnostics.allSatisfy { $0.severity != .error }, "\(reading.told)")
        for resource in reading.resources {
            #expect(resource.body.position.file == path)
            #expect(ResourceID(resource.body.member("id")?.string ?? "") == resource.id)
        }
    }

    @Test("all of them together, with the ids they have")
    func together() throws {
        let reading = try Reader.read([.path("\(CorpusTests.root)/terraform")])
        #expect(reading.files == 19)
        // 98 of azurerm, less one of a type without a mapping; data sources come on top.
        #expect(Self.files.map(\.managed).reduce(0, +) == 98)
        #expect(reading.resources.flatMap(\.terraformAddresses).count >= 97)
    }

    /// The addresses of the managed resources of azurerm, by another reader of JSON.
    static func addresses(_ path: String) throws -> Set<String> {
        let data = try #require(FileManager.default.contents(atPath: path))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        var addresses: Set<String> = []
        if let resources = root["resources"] as? [[String: Any]] {
            for resource in resources where resource["mode"] as? String == "managed" {
                guard let type = resource["type"] as? String, type.hasPrefix("azurerm_") else { continue }
                for instance in resource["instances"] as? [[String: Any]] ?? [] {
                    let module = (resource["module"] as? String).map { "\($0)." } ?? ""
                    let key =
                        switch instance["index_key"] {
                        case let number as Int: "[\(number)]"
                        case let text as String: "[\"\(text)\"]"
                        default: ""
                        }
                    addresses.insert("\(module)\(type).\(resource["name"] as? String ?? "")\(key)")
                }
            }
            return addresses
        }
        for change in root["resource_changes"] as? [[String: Any]] ?? [] {
            guard change["mode"] as? String == "managed", let type = change["type"] as? String,
                type.hasPrefix("azurerm_"), let address = change["address"] as? String
            else { continue }
            addresses.insert(address)
        }
        return addresses
    }
}
