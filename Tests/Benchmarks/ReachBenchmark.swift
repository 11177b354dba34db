import EstateSupport
import Glibc
import Ingest
import JSON
import Reachability
import Topology

/// How fast the sets of packets answer, on generated estates of several sizes, beside z3 and scipy in the same run.
///
/// `Benchmarks reach [RESOURCES ...]`: one verdict, blast radius, matrix and closure at each size, with growth exponents.
/// `Benchmarks growth [SPOKES RESOURCES ...]`: the blast radius at a fixed policy.
enum ReachBenchmark {
    static func run(_ sizes: [Int]) throws {
        var figures: [ReachFigures] = []
        for size in sizes.isEmpty ? [1000, 10_000, 100_000] : sizes {
            let shape = EstateShape(resources: size)
            print("\n\(size) resources, hub and spoke with every fourth region a virtual WAN")
            if let found = try ReachFigures(shape) { figures.append(found) }
        }
        print("\nadversarial: a rule of its own for each of 2000 interfaces")
        _ = try ReachFigures(EstateShape(resources: 2000, layout: .adversarial))
        ReachFigures.printGrowth(figures)
        PeerBenchmark.run(figures.last)
    }

    /// Endpoints grow, networks and rules do not.
    static func growth(_ spokes: Int, _ sizes: [Int]) throws {
        var figures: [ReachFigures] = []
        for size in sizes {
            print("\n\(size) resources in \(spokes) spokes")
            if let found = try ReachFigures(.fixedPolicy(spokes: spokes, resources: size)) {
                figures.append(found)
            }
        }
        ReachFigures.printGrowth(figures)
    }
}

/// The figures of one estate.
struct ReachFigures {
    let endpoints: Int
    private(set) var values: [(name: String, seconds: Double)] = []
    let graph: ReachGraph
    let closure: Double

    init?(_ shape: EstateShape) throws {
        let start = Clock.now()
        let path = "\(P_tmpdir)/bulkhead-reach-\(getpid()).json"
        guard let file = fopen(path, "w") else { return nil }
        defer { unlink(path) }
        var generator = EstateGenerator(shape)
        let count = generator.write { bytes in _ = fwrite(bytes, 1, bytes.count, file) }
        fclose(file)
        let written = Clock.now()
        let topology = try Reader.read([.path(path)]).topology
        let read = Clock.now()
        let network = Network(topology)
        let map = ReachabilityMap(network)
        let classes = map.classCount
        let ready = Clock.now()
        endpoints = map.table.count
        print(
            "  \(count) resources written in \(Clock.words(written - start)), read in \(Clock.words(read - written)), "
                + "\(endpoints) endpoints in \(classes) classes in \(Clock.words(ready - read)), memory \(Clock.memory())"
        )
        var random = RandomSource(seed: 11)
        let senders = map.table.sites.indices.filter { map.table.sites[$0].initiates }
        values.append(("one verdict, 99 %", Self.verdicts(map, senders, &random)))
        let (cold, warm) = Self.blasts(map, senders, &random)
        values.append(("blast radius, first", cold))
        values.append(("blast radius, others", warm))
        let services = Self.services
        let matrixStart = Clock.now()
        let matrix = SegmentMatrix(map, by: .virtualNetwork, services: services)
        let matrixTime = Clock.now() - matrixStart
        values.append(("matrix of 64 services", matrixTime))
        print(
            "  matrix of \(services.count) services, \(matrix.groups.count) groups, \(matrix.openCells.count) open cells: "
                + "\(Clock.words(matrixTime))"
        )
        let graphStart = Clock.now()
        let graph = ReachGraph(map, services: services)
        self.graph = graph
        let graphTime = Clock.now() - graphStart
        let edges = graph.rowOf.reduce(0) { $0 + ($1 < 0 ? 0 : graph.rows[Int($1)].size) }
        var times: [Double] = []
        var islands = 0
        for _ in 0..<5 {
            let start = Clock.now()
            islands = StrongComponents(graph.rows, rowOf: graph.rowOf).components.count
            times.append(Clock.now() - start)
        }
        closure = times.sorted()[2]
        values.append(("closure, its graph", graphTime))
        values.append(("closure of the graph", closure))
        print(
            "  closure: graph of \(graph.rowOf.count) classes and \(edges) edges in \(Clock.words(graphTime)), "
                + "\(islands) islands in \(Clock.words(closure)); memory \(Clock.memory())"
        )
    }

    /// One verdict with its explanation: the 99th percentile of random pairs and services, after a warm-up.
    private static func verdicts(
        _ map: ReachabilityMap,
        _ senders: [Int],
        _ random: inout RandomSource
    ) -> Double {
        var times: [Double] = []
        var allowed = 0
        for round in 0..<22_000 {
            let from = map.table.sites[senders[Int.random(in: 0..<senders.count, using: &random)]]
            let to = map.table.sites[Int.random(in: 0..<map.table.count, using: &random)]
            let service = services[round % services.count]
            let start = Clock.now()
            let trace = map.tracer.trace(
                from: .site(from),
                to: .site(to),
                protocolNumber: service.protocolNumber,
                destinationPort: service.port
            )
            let time = Clock.now() - start
            if trace.verdict == .allow { allowed += 1 }
            if round >= 2000 { times.append(time) }
        }
        times.sort()
        let late = times[times.count * 99 / 100]
        print(
            "  one verdict: median \(Clock.words(times[times.count / 2])), 99 % \(Clock.words(late)), \(allowed) allowed"
        )
        return late
    }

    /// The blast radius by every service: of the first endpoint asked about, and of others afterwards.
    private static func blasts(
        _ map: ReachabilityMap,
        _ senders: [Int],
        _ random: inout RandomSource
    ) -> (cold: Double, warm: Double) {
        var times: [Double] = []
        var reached = 0
        for _ in 0..<21 {
            let origin = senders[Int.random(in: 0..<senders.count, using: &random)]
            let start = Clock.now()
            reached += BlastRadius(map, from: origin).count
            times.append(Clock.now() - start)
        }
        let warm = times.dropFirst().sorted()
        print(
            "  blast radius, all ports: first \(Clock.words(times[0])), then median \(Clock.words(warm[10])), worst "
                + "\(Clock.words(warm[19])); \(reached / 21) endpoints reached in the mean"
        )
        return (times[0], warm[10])
    }

    /// 64 services.
    static let services: [Service] =
        Service.common
        + (0..<64 - Service.common.count).map { Service(protocolNumber: 6, port: UInt16(9000 + $0 * 37)) }

    /// By which power of the endpoints each figure grows, from the smallest to the largest estate.
    static func printGrowth(_ figures: [ReachFigures]) {
        guard let first = figures.first, let last = figures.last, last.endpoints > first.endpoints else {
            return
        }
        print("\ngrowth exponents from \(first.endpoints) to \(last.endpoints) endpoints")
        for (small, large) in zip(first.values, last.values) {
            let exponent =
                log(large.seconds / small.seconds) / log(Double(last.endpoints) / Double(first.endpoints))
            print("  \(small.name): \((exponent * 100).rounded() / 100)")
        }
    }
}

/// Seconds and memory.
enum Clock {
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func words(_ seconds: Double) -> String {
        let (value, unit) =
            seconds >= 1 ? (seconds, "s") : seconds >= 1e-3 ? (seconds * 1e3, "ms") : (seconds * 1e6, "µs")
        return "\((value * 100).rounded() / 100) \(unit)"
    }

    /// The most memory this process has had.
    static func memory() -> String {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return "\(usage.ru_maxrss >> 10) MiB"
    }
}
