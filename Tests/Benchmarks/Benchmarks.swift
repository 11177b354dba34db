import EstateSupport
import Glibc
import Ingest
import JSON
import Topology

/// Measures reading and drawing; figures are printed, not asserted.
///
/// `Benchmarks [MEGABYTES [RUNS]]` reads a long Resource Graph export made from a sample, beside `jq` on the same file in
/// the same run; every measurement is a process of its own, so that time and peak memory are its alone.
/// `Benchmarks screen` takes the time from a key to its frame, `Benchmarks templates [FOLDER]` that of evaluating templates.
/// `Benchmarks reach [RESOURCES ...]` and `Benchmarks growth SPOKES RESOURCES ...` ask generated estates who reaches whom,
/// the latter with the same networks and rules in each.
/// `Benchmarks generate --size N [--layout mixed|adversarial] [--machines N] [--seed N]` writes such an estate.
@main
enum Benchmarks {
    static func main() async throws {
        let arguments = CommandLine.arguments
        let numbers = arguments.dropFirst(2).compactMap { Int($0) }
        switch arguments.dropFirst().first {
        case "screen": return try await ScreenBenchmark.run()
        case "reach": return try ReachBenchmark.run(numbers)
        case "growth": return try ReachBenchmark.growth(numbers.first ?? 60, Array(numbers.dropFirst()))
        case "generate": return generate(arguments)
        case "templates": return TemplateBenchmark.run(folder: arguments.count > 2 ? arguments[2] : nil)
        default: break
        }
        switch arguments.count > 2 ? arguments[1] : "" {
        case "read": read(arguments[2], indexed: false)
        case "index": read(arguments[2], indexed: true)
        case "scan": scan(arguments[2])
        default: try compare(arguments)
        }
    }

    private static func compare(_ arguments: [String]) throws {
        let size = arguments.count > 1 ? Int(arguments[1]) ?? 200 : 200
        let runs = arguments.count > 2 ? Int(arguments[2]) ?? 3 : 3
        let export = try LongExport(bytes: size << 20)
        let contestants = [
            ("scan without reading", [arguments[0], "scan", export.path]),
            ("read the resources", [arguments[0], "read", export.path]),
            ("read and index", [arguments[0], "index", export.path]),
            ("jq: count the rows", ["jq", ".data | length", export.path]),
        ]
        print("\(export.bytes >> 20) MiB, \(export.rows) rows, median of \(runs) interleaved runs")
        var measurements = [[Measurement]](repeating: [], count: contestants.count)
        for _ in 0..<runs {
            for (index, contestant) in contestants.enumerated() {
                if let measurement = Measurement(contestant.1) { measurements[index].append(measurement) }
            }
        }
        for (contestant, measured) in zip(contestants, measurements) {
            guard let median = Measurement.median(measured) else {
                print("\(contestant.0): not there")
                continue
            }
            print(median.words(contestant.0, bytes: export.bytes))
        }
    }

    /// Writes a generated estate to standard output.
    private static func generate(_ arguments: [String]) {
        func option(_ name: String) -> String? {
            arguments.firstIndex(of: "--\(name)").flatMap {
                $0 + 1 < arguments.count ? arguments[$0 + 1] : nil
            }
        }
        var shape = EstateShape(resources: option("size").flatMap { Int($0) } ?? 1000)
        if let layout = option("layout").flatMap({ EstateShape.Layout(rawValue: $0) }) {
            shape.layout = layout
        }
        if let machines = option("machines").flatMap({ Int($0) }) { shape.machines = max(1, machines) }
        if let seed = option("seed").flatMap({ UInt64($0) }) { shape.seed = seed }
        var generator = EstateGenerator(shape)
        guard let output = fdopen(STDOUT_FILENO, "w") else { return }
        defer { fclose(output) }
        generator.write { bytes in _ = fwrite(bytes, 1, bytes.count, output) }
    }

    private static func read(_ path: String, indexed: Bool) {
        let reading: Reading
        do {
            reading = try Reader.read([.path(path)])
        } catch {
            error.diagnostics.forEach { print($0.message) }
            exit(EXIT_FAILURE)
        }
        print(indexed ? reading.topology.resources.count : reading.resources.count)
    }

    private static func scan(_ path: String) {
        let file = fopen(path, "r")
        defer { if let file { fclose(file) } }
        guard let file, fseek(file, 0, SEEK_END) == 0 else { return }
        let size = ftell(file)
        rewind(file)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
        print(JSONDocument(name: path, bytes: bytes).root?.range.count ?? 0)
    }
}
