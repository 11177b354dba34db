/// A small configuration as its plan and as its state after apply: a hub module called twice, associations, separate
/// and inline parts, ids that only references lead to.
enum TerraformPair {
    static let group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg"

    private static func resource(
        _ address: String,
        _ type: String,
        _ name: String,
        _ values: String,
        index: String? = nil,
        mode: String = "managed"
    ) -> String {
        """
        {"address": \(quoted(address)), "mode": "\(mode)", "type": "\(type)", "name": "\(name)",
        \(index.map { "\"index\": \($0)," } ?? "") "provider_name": "registry.terraform.io/hashicorp/azurerm",
        "schema_version": 0, "values": \(values)}
        """
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
    }

    private static func change(_ address: String, _ unknown: String) -> String {
        "{\"address\": \(quoted(address)), \"change\": {\"actions\": [\"create\"], \"after_unknown\": \(unknown)}}"
    }

    static let rule = """
        "name": "ssh", "priority": 100, "direction": "Inbound", "access": "Deny", "protocol": "Tcp",
        "source_address_prefix": "*", "source_address_prefixes": null, "source_port_range": "*",
        "destination_address_prefix": "*", "destination_port_range": "22",
        "network_security_group_name": "nsg", "resource_group_name": "rg"
        """

    static let plan = """
        {"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [
        \(resource("azurerm_resource_group.rg", "azurerm_resource_group", "rg", #"{"location": "westeurope", "name": "rg"}"#)),
        \(resource("azurerm_network_security_group.n", "azurerm_network_security_group", "n",
            #"{"location": "westeurope", "name": "nsg", "resource_group_name": "rg"}"#)),
        \(resource("azurerm_network_security_rule.ssh", "azurerm_network_security_rule", "ssh", "{\(rule)}")),
        \(resource(#"azurerm_subnet_network_security_group_association.a["web"]"#,
            "azurerm_subnet_network_security_group_association", "a", "{}", index: "\"web\"")),
        \(resource("azurerm_network_interface.nic[0]", "azurerm_network_interface", "nic",
            #"{"location": "westeurope", "name": "nic0", "resource_group_name": "rg", "ip_configuration": [{"name": "ip", "private_ip_address": "10.0.1.4", "private_ip_address_allocation": "Static"}]}"#,
            index: "0")),
        \(resource("azurerm_linux_virtual_machine.vm[0]", "azurerm_linux_virtual_machine", "vm",
            #"{"location": "westeurope", "name": "vm0", "resource_group_name": "rg", "size": "B1", "network_interface_ids": [null]}"#,
            index: "0"))
        ], "child_modules": [{"address": "module.hub", "resources": [
        \(resource("module.hub.azurerm_virtual_network.v", "azurerm_virtual_network", "v",
            #"{"location": "westeurope", "name": "hub", "resource_group_name": "rg", "address_space": ["10.0.0.0/16"], "dns_servers": null}"#)),
        \(resource(#"module.hub.azurerm_subnet.s["web"]"#, "azurerm_subnet", "s",
            #"{"name": "web", "resource_group_name": "rg", "virtual_network_name": "hub", "address_prefixes": ["10.0.1.0/24"], "private_endpoint_network_policies": "Disabled"}"#,
            index: "\"web\"")),
        \(resource(#"module.hub.azurerm_subnet.s["db"]"#, "azurerm_subnet", "s",
            #"{"name": "db", "resource_group_name": "rg", "virtual_network_name": "hub", "address_prefixes": ["10.0.2.0/24"], "private_endpoint_network_policies": "Disabled"}"#,
            index: "\"db\""))
        ]}]}},
        "resource_changes": [
        \(change("azurerm_network_security_group.n", #"{"id": true, "security_rule": true}"#)),
        \(change(#"azurerm_subnet_network_security_group_association.a["web"]"#,
            #"{"id": true, "network_security_group_id": true, "subnet_id": true}"#)),
        \(change("azurerm_network_interface.nic[0]",
            #"{"id": true, "virtual_machine_id": true, "ip_configuration": [{"subnet_id": true, "primary": true}]}"#)),
        \(change("azurerm_linux_virtual_machine.vm[0]", #"{"id": true, "network_interface_ids": [true]}"#)),
        \(change("module.hub.azurerm_virtual_network.v", #"{"id": true, "subnet": true, "guid": true}"#)),
        \(change(#"module.hub.azurerm_subnet.s["web"]"#, #"{"id": true}"#)),
        \(change(#"module.hub.azurerm_subnet.s["db"]"#, #"{"id": true}"#))
        ],
        "configuration": {"provider_config": {"azurerm": {"name": "azurerm", "expressions":
            {"subscription_id": {"constant_value": "11111111-1111-1111-1111-111111111111"}}}},
        "root_module": {"resources": [
        {"address": "azurerm_subnet_network_security_group_association.a", "expressions": {
            "subnet_id": {"references": ["each.value"]},
            "network_security_group_id": {"references": ["azurerm_network_security_group.n.id",
                "azurerm_network_security_group.n"]}},
            "for_each_expression": {"references": ["module.hub.subnet_ids", "module.hub"]}},
        {"address": "azurerm_network_interface.nic", "expressions": {"ip_configuration": [{
            "name": {"constant_value": "ip"},
            "subnet_id": {"references": ["module.hub.subnet_ids[\\"web\\"]", "module.hub.subnet_ids", "module.hub"]}}]},
            "count_expression": {"constant_value": 1}},
        {"address": "azurerm_linux_virtual_machine.vm", "expressions": {"network_interface_ids":
            {"references": ["azurerm_network_interface.nic", "count.index"]}}}
        ], "module_calls": {"hub": {"module": {
            "outputs": {"subnet_ids": {"expression": {"references": ["azurerm_subnet.s"]}}},
            "resources": []}}}}}}
        """

    private static func state(
        _ type: String,
        _ name: String,
        _ instances: [(key: String?, values: String)],
        module: String? = nil
    ) -> String {
        let written = instances.map { key, values in
            "{\(key.map { "\"index_key\": \($0), " } ?? "")\"attributes\": {\(values)}}"
        }
        return """
            {\(module.map { "\"module\": \"\($0)\"," } ?? "") "mode": "managed", "type": "\(type)", "name": "\(name)",
            "provider": "provider[\\"registry.terraform.io/hashicorp/azurerm\\"]",
            "instances": [\(written.joined(separator: ","))]}
            """
    }

    private static let network = "\(group)/providers/Microsoft.Network"
    private static let subnet =
        #""resource_group_name": "rg", "virtual_network_name": "hub", "service_endpoints": []"#

    static let state = """
        {"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "x", "outputs": {}, "resources": [
        \(state("azurerm_resource_group", "rg",
            [(nil, #""location": "westeurope", "name": "rg", "tags": {}, "id": "\#(group)""#)])),
        \(state("azurerm_network_security_group", "n", [(nil, #"""
            "location": "westeurope", "name": "nsg", "resource_group_name": "rg",
            "id": "\#(network)/networkSecurityGroups/nsg", "security_rule": [{"name": "ssh", "priority": 100,
            "direction": "Inbound", "access": "Deny", "protocol": "Tcp", "source_address_prefix": "*",
            "source_address_prefixes": [], "source_port_range": "*", "destination_address_prefix": "*",
            "destination_port_range": "22"}]
            """#)])),
        \(state("azurerm_network_security_rule", "ssh",
            [(nil, #"\#(rule), "id": "\#(network)/networkSecurityGroups/nsg/securityRules/ssh""#)])),
        \(state("azurerm_subnet_network_security_group_association", "a", [("\"web\"", #"""
            "id": "\#(network)/virtualNetworks/hub/subnets/web",
            "subnet_id": "\#(network)/virtualNetworks/hub/subnets/web",
            "network_security_group_id": "\#(network)/networkSecurityGroups/nsg"
            """#)])),
        \(state("azurerm_network_interface", "nic", [("0", #"""
            "location": "westeurope", "name": "nic0", "resource_group_name": "rg",
            "id": "\#(network)/networkInterfaces/nic0", "ip_configuration": [{"name": "ip",
            "private_ip_address": "10.0.1.4", "private_ip_address_allocation": "Static",
            "public_ip_address_id": "", "subnet_id": "\#(network)/virtualNetworks/hub/subnets/web"}]
            """#)])),
        \(state("azurerm_linux_virtual_machine", "vm", [("0", #"""
            "location": "westeurope", "name": "vm0", "resource_group_name": "rg", "size": "B1",
            "id": "\#(group)/providers/Microsoft.Compute/virtualMachines/vm0",
            "network_interface_ids": ["\#(network)/networkInterfaces/nic0"]
            """#)])),
        \(state("azurerm_virtual_network", "v", [(nil, #"""
            "location": "westeurope", "name": "hub", "resource_group_name": "rg", "address_space": ["10.0.0.0/16"],
            "dns_servers": [], "id": "\#(network)/virtualNetworks/hub", "guid": "x", "subnet": [
            {"name": "web", "address_prefixes": ["10.0.1.0/24"], "id": "\#(network)/virtualNetworks/hub/subnets/web",
            "security_group": "\#(network)/networkSecurityGroups/nsg"},
            {"name": "db", "address_prefixes": ["10.0.2.0/24"], "id": "\#(network)/virtualNetworks/hub/subnets/db"}]
            """#)], module: "module.hub")),
        \(state("azurerm_subnet", "s", [
            ("\"web\"", #"\#(subnet), "name": "web", "address_prefixes": ["10.0.1.0/24"], "private_endpoint_network_policies": "Disabled", "id": "\#(network)/virtualNetworks/hub/subnets/web""#),
            ("\"db\"", #"\#(subnet), "name": "db", "address_prefixes": ["10.0.2.0/24"], "private_endpoint_network_policies": "Disabled", "id": "\#(network)/virtualNetworks/hub/subnets/db""#),
        ], module: "module.hub"))
        ]}
        """
}
