import JSON
import Topology

extension Control {
    /// E4-27: nothing readable straight from the internet.
    package static let publicBalancersForwardNoClearText = Control(
        id: "E4-27",
        name: "lb-clear-text",
        title: "Public load balancers forward neither clear text nor database protocols",
        severity: .medium,
        principles: [.assumeBreach],
        types: LoadBalancer.types,
        why: """
            A load balancer passes packets on without looking at them. What it takes from the internet in \
            clear text is read on the way, and no application firewall stands before what answers.
            """,
        remediation: Remediation(
            "Publish web sites through an application gateway or Front Door; take databases off the internet.",
            command: "az network lb rule delete -g GROUP --lb-name BALANCER -n RULE"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation#internet-boundary",
        benchmarks: [
            "mcsb": ["NS-8", "DP-3"],
            "cis-2.0": ["6.4"],
            "cis-3.0": ["7.4"],
            "nist-800-53": ["CM-2", "CM-6", "CM-7", "SC-8"],
        ],
        decision: .each { resource, topology in topology.find(LoadBalancer.self, resource.id).map(judge) },
        examples: [
            .passes(balancer(#""protocol": "Tcp", "frontendPort": 443"#)),
            .passes(balancer(#""protocol": "Udp", "frontendPort": 1433"#)),
            .fails(balancer(#""protocol": "Tcp", "frontendPort": 80"#)),
            .fails(balancer(#""protocol": "All", "frontendPort": 5432"#)),
            .unknown(balancer(#""protocol": "Tcp""#)),
            .unknown(balancer(#""protocol": "Tcp", "frontendPort": {"$symbolic": "[variables('p')]"}"#)),
            .notApplicable(balancer(#""protocol": "Tcp", "frontendPort": 80"#, address: "privateIPAddress")),
        ]
    )

    /// The ports at which clear text or a database listens.
    private static let ports = [
        80: "HTTP", 8080: "HTTP", 21: "FTP", 23: "Telnet", 389: "LDAP", 1433: "SQL Server", 3306: "MySQL",
        5432: "PostgreSQL",
    ]

    private static func judge(_ balancer: LoadBalancer) -> Judgement {
        let unread = balancer.frontends.flatMap {
            [$0.publicIPAddress.reason, $0.publicIPPrefix.reason, $0.name.reason]
        }
        if let reason = unread.lazy.compactMap(\.self).first {
            return .unknown(reason, Proof("frontendIPConfigurations"))
        }
        let open = Set(balancer.frontends.filter(\.isPublic).compactMap { $0.name.value?.lowercased() })
        guard balancer.isPublic else { return .notApplicable("\(balancer.name) has no public address") }
        let parts = balancer.rules.enumerated().compactMap { index, rule -> Judgement? in
            let path = "loadBalancingRules[\(index)]"
            if let reason = rule.frontend.reason {
                return .unknown(reason, Proof("\(path).frontendIPConfiguration.id"))
            }
            guard open.contains(rule.frontend.value?.name.lowercased() ?? "") else { return nil }
            let proof = Proof("\(path).frontendPort")
            if let reason = rule.networkProtocol.reason { return .unknown(reason, Proof("\(path).protocol")) }
            guard rule.networkProtocol.value != .udp else { return nil }
            return rule.frontendPort.judged(by: proof, of: balancer.name) { port in
                guard let service = ports[port] else { return .pass("", proof) }
                return .fail("\(balancer.name) takes \(service) from the internet on port \(port)", proof)
            }
        }
        return .combining(parts, pass: "\(balancer.name) takes no clear text from the internet")
    }

    private static func balancer(_ rule: String, address: String = "publicIPAddress") -> String {
        let value = address == "publicIPAddress" ? #"{"id": "/pips/p"}"# : #""10.0.0.4""#
        return """
            {"id": "/lbs/lb", "name": "lb", "type": "Microsoft.Network/loadBalancers", "properties": {
              "frontendIPConfigurations": [{"name": "Front", "properties": {"\(address)": \(value)}}],
              "loadBalancingRules": [{"name": "r", "properties": {
                "frontendIPConfiguration": {"id": "/lbs/lb/frontendIPConfigurations/front"}, \(rule)}}]}}
            """
    }
}
