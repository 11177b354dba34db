import JSON

/// A pool of nodes of a Kubernetes cluster.
package struct AgentPool: Sendable {
    package let name: Setting<String>
    package let subnet: Setting<ResourceID>
    package let podSubnet: Setting<ResourceID>
    package let enableNodePublicIP: Setting<Bool>
    package let count: Setting<Int>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        subnet = fields.link("vnetSubnetID")
        podSubnet = fields.link("podSubnetID")
        enableNodePublicIP = fields.flag("enableNodePublicIP")
        count = fields.number("count")
    }
}
