import Arguments
import Ingest
import JSON
import Reachability
import Reports
import Samples
import Topology

/// Which estate a command is about.
struct EstateOptions: ParsableArguments {
    @Argument(
        help: """
            Files, directories or - for standard input: Resource Graph exports, ARM REST answers, az output, \
            ARM templates, Terraform plans and states. Many form one estate.
            """
    )
    var input: [String] = []

    @Option(
        help: "An embedded estate instead of an input: \(Sample.all.map(\.name).joined(separator: ", "))."
    )
    var sample: String?

    @Option(help: "A list of service tags, as Microsoft publishes it, instead of the one compiled in.")
    var serviceTags: String?

    /// What is read, and what the estate is called; nil where neither an input nor a sample is named.
    func source() throws -> EstateSource? {
        if let sample {
            guard input.isEmpty else { throw ValidationError("Name either inputs or --sample, not both.") }
            guard let found = Sample.named(sample) else {
                let names = Sample.all.map(\.name).joined(separator: ", ")
                throw ValidationError("There is no sample '\(sample)'; there are \(names).")
            }
            return EstateSource(sample: found).adding(serviceTags)
        }
        return input.isEmpty ? nil : EstateSource(paths: input).adding(serviceTags)
    }

    /// The estate, read to the end, with everything the reading had to say on standard error.
    ///
    /// - Parameters:
    ///   - limit: How many parts that were not understood are listed; all of them where it is nil.
    ///   - line: Where it is told how far a long reading is.
    /// - Returns: The estate.
    /// - Throws: Status 64 where nothing is named, 65 or 66 where nothing can be read.
    func load(listing limit: Int? = nil, telling line: ProgressLine = ProgressLine()) throws -> LoadedEstate {
        guard let source = try source() else {
            throw ValidationError("Name an input, - for standard input, or --sample NAME.")
        }
        do {
            let reading = try Reader.read(source.inputs, progress: { line.show($0) })
            line.clear()
            reading.diagnostics.filter { $0.severity != .note }.forEach { Streams.tell($0.line) }
            reading.notUnderstood.tell(limit, "; 'bulkhead inventory' lists all")
            return LoadedEstate(name: source.name, reading: reading)
        } catch {
            line.clear()
            throw Self.report(error, of: source)
        }
    }

    /// Tells why nothing could be read, and gives the exit status for it.
    static func report(_ error: IngestError, of source: EstateSource) -> ExitCode {
        error.diagnostics.forEach { Streams.tell($0.line) }
        error.notUnderstood.tell(20, "")
        switch error.reason {
        case .broken: return ExitStatus.broken
        case .unreadable, .cancelled: return ExitStatus.noInput
        case .nothingKnown:
            Streams.tell(
                """
                bulkhead: nothing in \(Printable.safe(source.inputNames)) is known. Expected a Resource Graph export, an \
                ARM REST answer, az output, an ARM template, or a plan or state of Terraform, as JSON.
                """
            )
            return ExitStatus.noInput
        }
    }
}

/// An estate that was read.
struct LoadedEstate: Sendable {
    let name: String
    let reading: Reading
    let topology: Topology

    init(name: String, reading: Reading) {
        self.name = name
        self.reading = reading
        topology = reading.topology
    }

    /// The estate as packets meet it, with what of it cannot be as it stands on standard error.
    func network() -> Network {
        let network = Network(topology)
        let problems = EstateProblems(network).diagnostics
        for problem in problems.prefix(Self.mostProblems) { Streams.tell(problem.line) }
        let rest = problems.count - Self.mostProblems
        if rest > 0 { Streams.tell("… and \(rest) more of the kind") }
        return network
    }

    private static let mostProblems = 20

    /// To be asked at the end of a command: an estate that lacks a named input is no answer to what was asked.
    ///
    /// - Throws: Status 66 where a named input is missing or cannot be read.
    func requireEveryInput() throws { if !reading.unreadable.isEmpty { throw ExitStatus.noInput } }
}

extension [NotUnderstood] {
    /// Lists them on standard error, at most so many, and says how many more there are.
    fileprivate func tell(_ limit: Int?, _ whereTheRest: String) {
        let shown = Swift.min(limit ?? count, count)
        for part in prefix(shown) { Streams.tell(part.line) }
        if count > shown { Streams.tell("… and \(count - shown) more\(whereTheRest)") }
    }
}

extension Diagnostic {
    /// `file:line:column: severity: message`, safe for a terminal.
    var line: String {
        let place = position.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
        return Printable.safe("\(place)\(severity.rawValue): \(message)")
    }
}

extension NotUnderstood {
    /// `file:line:column: not understood: reason`, safe for a terminal.
    var line: String {
        Printable.safe("\(position.file):\(position.line):\(position.column): not understood: \(reason)")
    }
}
