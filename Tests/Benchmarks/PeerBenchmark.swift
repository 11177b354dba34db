import EstateSupport
import Glibc
import Ingest
import Reachability
import Topology

/// The same questions asked of z3 and scipy, by a script beside this file.
enum PeerBenchmark {
    static func run(_ figures: ReachFigures?) {
        if let figures { closure(figures) }
        policy()
    }

    private static let script: String = {
        let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return here.joined(separator: "/") + "/peers.py"
    }()

    /// Strong components of the largest graph, as compressed rows for scipy.
    private static func closure(_ figures: ReachFigures) {
        let path = "\(P_tmpdir)/bulkhead-graph-\(getpid()).bin"
        guard let file = fopen(path, "w") else { return }
        defer { unlink(path) }
        let graph = figures.graph
        var starts: [Int32] = [0]
        var targets: [Int32] = []
        for row in graph.rowOf {
            if row >= 0 { graph.rows[Int(row)].forEach { targets.append(Int32($0)) } }
            starts.append(Int32(targets.count))
        }
        let numbers = [Int32(graph.rowOf.count), Int32(targets.count)] + starts + targets
        numbers.withUnsafeBytes { bytes in _ = fwrite(bytes.baseAddress, 1, bytes.count, file) }
        fclose(file)
        guard let seconds = answer(["python3", script, "components", path]) else {
            print("scipy: not there")
            return
        }
        print(
            "strong components, \(graph.rowOf.count) nodes, \(targets.count) edges: scipy \(Clock.words(seconds)), "
                + "here \(Clock.words(figures.closure)), \(ratio(seconds / figures.closure)) x"
        )
    }

    /// Whether a security group of many rules lets a packet in: one query.
    private static func policy() {
        let rules = (0..<1000).map { index -> String in
            let source = "10.\(index % 200).\(index / 4 % 256).0/24"
            return "\(index % 3 == 0 ? "deny" : "allow") \(source) \(1000 + index * 7 % 5000)"
        }
        let path = "\(P_tmpdir)/bulkhead-rules-\(getpid()).txt"
        guard let file = fopen(path, "w") else { return }
        defer { unlink(path) }
        fputs(rules.joined(separator: "\n"), file)
        fclose(file)
        guard let seconds = answer(["python3", script, "policy", path]) else {
            print("z3: not there")
            return
        }
        guard let here = verdict(rules) else { return }
        print(
            "one verdict by a group of 1000 rules: z3 \(Clock.words(seconds)), here \(Clock.words(here)), "
                + "\(ratio(seconds / here)) x"
        )
    }

    private static func ratio(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

    /// The median time of a verdict by the same rules.
    private static func verdict(_ rules: [String]) -> Double? {
        let root =
            "/subscriptions/5ead0000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Network"
        let texts = rules.enumerated().map { index, rule -> String in
            let words = rule.split(separator: " ")
            return """
                {"name":"r\(index)","properties":{"priority":\(100 + index),"direction":"Inbound","protocol":"Tcp",\
                "access":"\(words[0])","sourceAddressPrefix":"\(words[1])","sourcePortRange":"*",\
                "destinationAddressPrefix":"*","destinationPortRange":"\(words[2])"}}
                """
        }
        func interface(_ name: String, _ address: String, _ subnet: String) -> String {
            """
            {"id":"\(root)/networkInterfaces/\(name)","type":"Microsoft.Network/networkInterfaces","properties":{\
            "ipConfigurations":[{"name":"c","properties":{"privateIPAddress":"\(address)",\
            "subnet":{"id":"\(root)/virtualNetworks/v/subnets/\(subnet)"}}}]}}
            """
        }
        let text = """
            {"data":[{"id":"\(root)/networkSecurityGroups/g","type":"Microsoft.Network/networkSecurityGroups",\
            "properties":{"securityRules":[\(texts.joined(separator: ","))]}},\
            {"id":"\(root)/virtualNetworks/v","type":"Microsoft.Network/virtualNetworks","properties":{"addressSpace":{\
            "addressPrefixes":["10.0.0.0/8"]},"subnets":[{"name":"a","properties":{"addressPrefix":"10.255.0.0/24"}},\
            {"name":"b","properties":{"addressPrefix":"10.254.0.0/24","networkSecurityGroup":{"id":\
            "\(root)/networkSecurityGroups/g"}}}]}},\(interface("x", "10.255.0.4", "a")),\
            \(interface("y", "10.254.0.4", "b"))]}
            """
        guard let topology = try? Reader.read([.bytes(name: "policy", Array(text.utf8))]).topology else {
            return nil
        }
        let map = ReachabilityMap(Network(topology))
        guard let from = map.table.sites.first(where: { $0.id.name == "x" }),
            let to = map.table.sites.first(where: { $0.id.name == "y" })
        else { return nil }
        var times: [Double] = []
        for port in 0..<200 as Range<UInt16> {
            let start = Clock.now()
            let trace = map.tracer.trace(
                from: .site(from),
                to: .site(to),
                protocolNumber: 6,
                destinationPort: 1000 + port * 31
            )
            times.append(Clock.now() - start)
            guard !trace.path.isEmpty else { return nil }
        }
        return times.sorted()[100]
    }

    /// The seconds that a program prints; nil where it is not there or fails.
    private static func answer(_ arguments: [String]) -> Double? {
        let command = arguments.map { "'\($0)'" }.joined(separator: " ") + " 2>/dev/null"
        guard let pipe = popen(command, "r") else { return nil }
        defer { pclose(pipe) }
        var buffer = [CChar](repeating: 0, count: 128)
        guard fgets(&buffer, Int32(buffer.count), pipe) != nil else { return nil }
        let bytes = buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
        return Double(String(decoding: bytes, as: UTF8.self))
    }
}
