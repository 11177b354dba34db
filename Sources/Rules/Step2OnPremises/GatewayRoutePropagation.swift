import Topology

extension Control {
    /// E2-13: the gateway keeps the routes it learns and its own way to Azure.
    package static let gatewayRoutePropagation = Control(
        id: "E2-13",
        name: "gateway-route-table",
        title: "The GatewaySubnet's route table propagates gateway routes and has no default route",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks/subnets", "Microsoft.Network/routeTables"],
        why: """
            Without propagation the gateway's own subnet forgets what the gateway learned, and a default route \
            there takes away the path by which Azure manages it. Spokes want the opposite (S1-15).
            """,
        remediation: Remediation(
            "Let the table propagate gateway routes, and remove its default route.",
            command: "az network route-table update -g RG -n TABLE --disable-bgp-route-propagation false"
        ),
        documentation:
            "https://github.com/Azure/review-checklists/blob/main/checklists/alz_checklist.en.json",
        benchmarks: [
            "mcsb": ["NS-3"],
            "alz": ["D06.17"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .estate { topology in
            topology.subnets.filter { $0.reservedFor == .gateway }
                .map { ($0.resource, judge($0, in: topology)) }
        },
        examples: [
            .fails(tableEstate([], #""disableBgpRoutePropagation": true"#)),
            .fails(tableEstate([("0.0.0.0/0", "10.0.0.68")], #""disableBgpRoutePropagation": false"#)),
            .passes(tableEstate([("10.1.0.0/16", "10.0.0.68")], #""disableBgpRoutePropagation": false"#)),
            .unknown(tableEstate([("10.1.0.0/16", "10.0.0.68")], "")),
            .unknown(ExampleRows.estate(gatewayNetwork)),
            .notApplicable(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet-hub",
                        "10.0.0.0/22",
                        subnets: [ExampleRows.subnet("GatewaySubnet", "10.0.0.0/26")]
                    )
                )
            ),
        ]
    )

    private static func judge(_ subnet: Subnet, in topology: Topology) -> Judgement {
        let link = Proof("routeTable")
        let id: ResourceID
        switch subnet.routeTable {
        case .absent:
            return .notApplicable(
                "The GatewaySubnet of \(subnet.networkName) has no route table (E2-12 asks for one)."
            )
        case .unknown(let reason): return .unknown(reason, link)
        case .set(let table): id = table
        }
        guard let table = topology.find(RouteTable.self, id) else {
            return .unknown("the input does not hold the route table \(id.name)", link)
        }
        let proof = Proof("disableBgpRoutePropagation", expected: "false", in: table.resource)
        let propagation: Judgement =
            switch table.disableBGPRoutePropagation {
            case .set(true):
                .fail("\(table.name) takes the gateway's learned routes from its own subnet", proof)
            case .set(false): .pass("\(table.name) propagates", proof)
            case .absent: .unknown("the input does not say whether \(table.name) propagates", proof)
            case .unknown(let reason): .unknown(reason, proof)
            }
        let defaults = table.routes.filter(\.isDefault).map { route in
            let proof = Proof.part("addressPrefix", of: route.resource, in: table.resource, "routes")
            return Judgement.fail(
                "\(table.name) sends the gateway's own traffic away by \(route.name)",
                proof
            )
        }
        let unread = table.routes.filter(\.addressPrefixes.isEmpty).map { route in
            let proof = Proof.part("addressPrefix", of: route.resource, in: table.resource, "routes")
            return Judgement.unknown("the input has no readable prefix of the route \(route.name)", proof)
        }
        return .combining(
            [propagation] + defaults + unread,
            pass: "\(table.name) propagates gateway routes and has no default route"
        )
    }

    private static let gatewayNetwork = ExampleRows.network(
        "vnet-hub",
        "10.0.0.0/22",
        subnets: [
            ExampleRows.subnet(
                "gatewaysubnet",
                "10.0.0.0/26",
                ExampleRows.link("routeTable", "routeTables", "rt-gateway")
            )
        ]
    )

    private static func tableEstate(_ routes: [(prefix: String, hop: String)], _ more: String) -> String {
        ExampleRows.estate(gatewayNetwork, ExampleRows.routeTable("rt-gateway", routes, more))
    }
}
