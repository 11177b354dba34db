/// Writes an estate that nobody runs, as an export of Azure Resource Graph: the same bytes for the same shape.
///
/// Regions of a hub with its firewall and gateway and up to 62 spokes, or of a virtual hub; machines in three subnets of
/// each spoke, private endpoints in a fourth; security groups from templates; one in twenty of everything done badly.
package struct EstateGenerator {
    private let shape: EstateShape
    private var random: RandomSource
    /// How many bits of a subnet's addresses name hosts.
    private let hostBits: Int

    package init(_ shape: EstateShape) {
        self.shape = shape
        random = RandomSource(seed: shape.seed)
        let wanted = shape.machines * 3 / 2 + 16
        hostBits = max(6, Int.bitWidth - wanted.leadingZeroBitCount)
    }

    /// The whole export.
    package static func export(_ shape: EstateShape) -> [UInt8] {
        var bytes: [UInt8] = []
        var generator = EstateGenerator(shape)
        generator.write { bytes += $0 }
        return bytes
    }

    /// Writes the export piece by piece.
    ///
    /// - Returns: How many resources it has.
    @discardableResult
    package mutating func write(_ put: @escaping ([UInt8]) -> Void) -> Int {
        var rows = RowSink(put)
        switch shape.layout {
        case .mixed: mixed(&rows)
        case .adversarial: adversarial(&rows)
        }
        rows.finish()
        return rows.count
    }

    static let spokesOfRegion = 62

    private mutating func mixed(_ rows: inout RowSink) {
        let groups = SecurityGroupMaker(&random)
        let spokeBits = hostBits + 2
        // Each region has room for 64 spokes; the hub has the first place.
        let regionBits = spokeBits + 6
        var region = 0
        while rows.count < shape.resources {
            let base: UInt32 = 0x0A00_0000 &+ UInt32(truncatingIfNeeded: region << regionBits)
            let isVirtual = region % 4 == 3
            let hub = EstateHub(
                number: region,
                base: base,
                spokeBits: spokeBits,
                regionBits: regionBits,
                isVirtual: isVirtual
            )
            var links: [EstateHub.Link] = []
            for spoke in 1...Self.spokesOfRegion where rows.count < shape.resources {
                let maker = EstateSpoke(
                    number: spoke,
                    hub: hub,
                    base: base &+ UInt32(truncatingIfNeeded: spoke << spokeBits),
                    hostBits: hostBits,
                    machines: shape.machines
                )
                links.append(maker.write(groups, &random, &rows))
            }
            let isLast = rows.count >= shape.resources
            hub.write(links, hasNext: !isLast, &random, &rows)
            region += 1
        }
    }

    /// Interfaces that no rule treats alike.
    private func adversarial(_ rows: inout RowSink) {
        let scope = EstateScope(region: 0, spoke: 1)
        let base: UInt32 = 0x0A00_0000
        let perSubnet = 500
        let interfaces = max(2, shape.resources)
        let address = { (index: Int) -> String in
            let index = index % interfaces
            return Dotted.address(base + UInt32(index / perSubnet * 512 + index % perSubnet + 4))
        }
        var subnets: [String] = []
        for subnet in 0...((interfaces - 1) / perSubnet) {
            let members = subnet * perSubnet..<min(interfaces, (subnet + 1) * perSubnet)
            let rules = members.map { (address($0 * 7 + 3), address($0), 1000 + $0 % 60_000) }
            rows.add(
                scope,
                "Microsoft.Network/networkSecurityGroups/nsg-\(subnet)",
                SecurityGroupMaker.pairs(rules)
            )
            let group = scope.link("Microsoft.Network/networkSecurityGroups/nsg-\(subnet)")
            let prefix = Dotted.prefix(base + UInt32(subnet * 512), bits: 9)
            subnets.append(
                """
                {"name":"s\(subnet)","properties":{"addressPrefix":"\(prefix)","networkSecurityGroup":\(group)}}
                """
            )
            for member in members {
                let home = "Microsoft.Network/virtualNetworks/vnet-a/subnets/s\(subnet)"
                rows.add(
                    scope,
                    "Microsoft.Network/networkInterfaces/nic-\(member)",
                    EstateSpoke.interface(scope, "nic-\(member)", address(member), home, machine: nil)
                )
            }
        }
        let space = "\"addressSpace\":{\"addressPrefixes\":[\"10.0.0.0/8\"]}"
        rows.add(
            scope,
            "Microsoft.Network/virtualNetworks/vnet-a",
            "\(space),\"subnets\":[\(subnets.joined(separator: ","))]"
        )
    }
}
