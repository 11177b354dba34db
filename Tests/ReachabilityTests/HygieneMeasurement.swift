import EstateSupport
import Foundation
import Reachability
import Testing
import Topology

/// How long the hygiene of many security groups takes; run on demand, in a release build, with `MEASURE=1`.
struct HygieneMeasurement {
    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["MEASURE"] != nil),
        arguments: [100, 1000, 10_000]
    )
    func groupsOfThirtyRules(count: Int) throws {
        var random = RandomSource(seed: 4)
        var estate = SmallEstate()
        let ends = ["*", "VirtualNetwork", "Internet", "Storage", "AzureLoadBalancer"]
        for network in 0..<(count + 99) / 100 {
            var subnets: [String] = []
            for subnet in 0..<min(100, count - network * 100) {
                let name = "n-\(network)-\(subnet)"
                let rules = (0..<30).map { index -> String in
                    let action = Bool.random(using: &random) ? "allow" : "deny"
                    let (b, c) = (
                        Int.random(in: 0..<128, using: &random), Int.random(in: 0..<100, using: &random)
                    )
                    let prefix = "10.\(b).\(c).\(Int.random(in: 0..<8, using: &random) * 32)/27"
                    let from =
                        Int.random(in: 0..<4, using: &random) > 0
                        ? prefix : ends.randomElement(using: &random) ?? "*"
                    let port = Int.random(in: 1..<9000, using: &random)
                    let ports = Bool.random(using: &random) ? "\(port)" : "\(port)-\(port + 100)"
                    return "\(100 + index * 10) \(action) in tcp from \(from) to * ports \(ports)"
                }
                estate.group(unique: name, rules)
                subnets.append("s\(subnet) 10.\(network % 128).\(subnet).0/24 nsg=\(name)")
            }
            estate.network("v\(network)", "10.\(network % 128).0.0/16", subnets: subnets)
        }
        let network = estate.reachable
        let clock = ContinuousClock()
        var hygiene: RuleHygiene?
        let time = clock.measure { hygiene = RuleHygiene(network) }
        let lists = try #require(hygiene).lists
        #expect(lists.count == 2 * count)
        print("hygiene of \(count) groups: \(time), \(lists.reduce(0) { $0 + $1.findings.count }) findings")
    }
}
