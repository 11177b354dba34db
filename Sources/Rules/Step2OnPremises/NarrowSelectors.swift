import JSON
import Topology

extension Control {
    /// E2-27: only the site's own addresses come out of its tunnel.
    package static let narrowSelectors = Control(
        id: "E2-27",
        name: "tunnel-traffic-selectors",
        title: "A tunnel takes the addresses of its site and no more",
        severity: .low,
        tier: .extended,
        principles: [.leastPrivilege],
        types: Connection.types + LocalNetworkGateway.types,
        why: """
            Through a tunnel whose site is said to be all of 10.0.0.0/8 the branch may send as if it were anybody, \
            your own networks included. Its real prefixes leave little to pretend.
            """,
        remediation: Remediation(
            "List the prefixes that the site really has.",
            command: "az network local-gateway update -g RG -n SITE --local-address-prefixes PREFIXES"
        ),
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-legacy\
            #step-3-review-your-hybrid-connectivity-services
            """,
        benchmarks: [
            "mcsb": ["NS-1", "NS-9"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CA-3", "AC-17"],
        ],
        decision: .each { resource, topology in
            guard let tunnel = topology.find(Connection.self, resource.id) else { return nil }
            if let gap = tunnel.connectionType.gap("connectionType of \(tunnel.name)") {
                return .unknown(gap, Proof("connectionType"))
            }
            return tunnel.connectionType.is("IPsec") ? judge(tunnel, topology) : nil
        },
        examples: [
            .fails(SiteEstate.tunnel(to: "0.0.0.0/0")),
            .fails(SiteEstate.tunnel(to: "10.0.0.0/8")),
            .fails(SiteEstate.tunnel(to: "fc00::/7")),
            .fails(SiteEstate.tunnel(to: "10.9.0.0/16", selectors("0.0.0.0/0"))),
            .passes(SiteEstate.tunnel(to: "10.128.0.0/9")),
            .passes(SiteEstate.tunnel(to: "fd20::/48")),
            .passes(SiteEstate.tunnel(to: "0.0.0.0/0", selectors("10.9.1.0/24"))),
            .unknown(SiteEstate.tunnel(to: "")),
            .unknown(SiteEstate.tunnel(to: "somewhere")),
            .unknown(
                SiteEstate.tunnel(to: "10.9.0.0/16", #""trafficSelectorPolicies": {"$symbolic": "[x]"}"#)
            ),
            .unknown(SiteEstate.tunnel(to: "10.9.0.0/16", #""trafficSelectorPolicies": [{}]"#)),
            .unknown(Example.tunnelEstate("")),
            .notApplicable(Example.expressRouteEstate),
        ]
    )

    /// Blocks as wide as this hold whole private ranges: 10.0.0.0/8, fc00::/7.
    private static func isWide(_ prefix: AddressPrefix) -> Bool {
        prefix.length <= (prefix.version == .v4 ? 8 : 7)
    }

    /// Selectors decide where there are any; without them, the addresses of the site.
    private static func judge(_ tunnel: Connection, _ topology: Topology) -> Judgement {
        let list = Proof("trafficSelectorPolicies")
        switch tunnel.resource.fields.objects("trafficSelectorPolicies") {
        case .unknown(let reason): return .unknown(reason, list)
        case .set(let selectors) where !selectors.isEmpty:
            let parts = selectors.enumerated().map { index, selector in
                let path = "trafficSelectorPolicies[\(index)].remoteAddressRanges"
                return judge(selector.list("remoteAddressRanges"), Proof(path), of: tunnel.name)
            }
            return .combining(parts, pass: "The selectors of \(tunnel.name) are narrow")
        case .set, .absent: break
        }
        guard let site = topology.find(LocalNetworkGateway.self, tunnel.localNetworkGateway2) else {
            let gap = tunnel.localNetworkGateway2.gap("site of \(tunnel.name)")
            return .unknown(
                gap ?? "the input does not hold the site of \(tunnel.name)",
                Proof("localNetworkGateway2")
            )
        }
        let proof = Proof("localNetworkAddressSpace.addressPrefixes", in: site.resource)
        let prefixes = site.resource.fields.object("localNetworkAddressSpace").flatMap {
            $0.list("addressPrefixes")
        }
        return judge(prefixes, proof, of: site.name)
    }

    private static func judge(_ words: Setting<[String]>, _ proof: Proof, of name: String) -> Judgement {
        words.judged(by: proof, of: name) { words in
            let prefixes = words.compactMap { AddressPrefix($0) }
            if let wide = prefixes.first(where: isWide) {
                return .fail("\(name) may send from all of \(wide)", proof)
            }
            return prefixes.isEmpty || prefixes.count < words.count
                ? .unknown("the addresses of \(name) cannot be read", proof)
                : .pass("\(name) sends from \(RouteSteering.listing(prefixes))", proof)
        }
    }

    private static func selectors(_ remote: String) -> String {
        """
        "trafficSelectorPolicies": [{"localAddressRanges": ["10.0.0.0/22"], "remoteAddressRanges": ["\(remote)"]}]
        """
    }
}
