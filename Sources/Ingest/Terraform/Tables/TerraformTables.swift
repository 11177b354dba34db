/// The mappings of every type of Terraform's that bulkhead reads, a file a family.
///
/// To read one more type, or one more attribute, add its line to the table of its family.
enum TerraformTables {
    static let texts = [
        shared,
        network, loadBalancing, dns, gateways, virtualWAN, firewall, applicationDelivery, networkManager,
        compute, services, databases, governance,
    ]

    static let mappings = parsed.mappings

    /// The tables with everything in them that could not be read, for the tests.
    static let parsed: TerraformMappingParser = {
        var parser = TerraformMappingParser()
        for text in texts { parser.read(text) }
        return parser
    }()
}
