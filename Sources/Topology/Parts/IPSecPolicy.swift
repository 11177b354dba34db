import JSON

/// The algorithms and lifetimes that a tunnel insists on.
package struct IPSecPolicy: Sendable {
    package let ikeEncryption: Setting<String>
    package let ikeIntegrity: Setting<String>
    package let dhGroup: Setting<String>
    package let ipSecEncryption: Setting<String>
    package let ipSecIntegrity: Setting<String>
    package let pfsGroup: Setting<String>
    package let lifetimeSeconds: Setting<Int>
    package let dataSizeKilobytes: Setting<Int>

    init(_ fields: JSONObject) {
        ikeEncryption = fields.text("ikeEncryption")
        ikeIntegrity = fields.text("ikeIntegrity")
        dhGroup = fields.text("dhGroup")
        ipSecEncryption = fields.text("ipsecEncryption")
        ipSecIntegrity = fields.text("ipsecIntegrity")
        pfsGroup = fields.text("pfsGroup")
        lifetimeSeconds = fields.number("saLifeTimeSeconds")
        dataSizeKilobytes = fields.number("saDataSizeKilobytes")
    }
}
