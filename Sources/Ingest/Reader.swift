import Dispatch
import Files
import JSON
import Synchronization
import Topology

/// Reads inputs of every known kind into one estate.
///
/// What an input is, is told from its content. A problem of an input is a diagnostic and the reading goes on. Files,
/// and the pieces of a long one, are read at the same time; the outcome does not depend on that.
package enum Reader {
    /// Reads the inputs; many form one estate.
    ///
    /// - Parameters:
    ///   - inputs: What to read, in order.
    ///   - bicep: Looks up the program that compiles Bicep, where there is any.
    ///   - progress: Called now and then from the reading threads.
    ///   - isCancelled: Asked now and then; the reading ends with `cancelled` where it answers true.
    /// - Returns: The resources with diagnostics and what was not understood.
    /// - Throws: `IngestError` where no resource was found at all.
    package static func read(
        _ inputs: [Input],
        bicep: @Sendable () -> BicepProgram? = { .find() },
        progress: (@Sendable (ReadingProgress) -> Void)? = nil,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(IngestError) -> Reading {
        let run = ReadingRun(progress: progress, isCancelled: isCancelled)
        var reading = Reading()
        let (sources, program) = compiled(sources(inputs, &reading), bicep, &reading)
        run.found(files: sources.count)

        let readings = Mutex<[Int: Reading]>([:])
        DispatchQueue.concurrentPerform(iterations: sources.count) { index in
            guard !run.isCancelled else { return }
            let one = read(sources[index], program, run)
            readings.withLock { $0[index] = one }
        }
        let done = readings.withLock { $0 }
        guard !run.isCancelled, done.count == sources.count else { throw IngestError(.cancelled) }
        // What a template links to is a part of it, and no input of its own.
        let consumed = done.values.reduce(into: Set<String>()) { $0.formUnion($1.consumed) }
        for index in sources.indices where !sources[index].isFound || !consumed.contains(sources[index].name)
        {
            if let one = done[index] { reading.append(one) }
        }
        guard !reading.resources.isEmpty else {
            reading.leaveOverlays()
            throw IngestError(nothingIn: reading)
        }
        return reading
    }

    /// The files behind the inputs.
    private static func sources(_ inputs: [Input], _ reading: inout Reading) -> [Source] {
        var sources: [Source] = []
        for input in inputs {
            switch input {
            case .standardInput: sources.append(.standardInput)
            case .bytes(let name, let bytes): sources.append(.bytes(name: name, bytes))
            case .path(let path) where Folder.exists(path):
                let walk = FileWalk(path)
                sources += walk.files.map(Source.found)
                for path in walk.special {
                    reading.leave(path, "a pipe, socket or device, which is not opened in a directory")
                }
                for failure in walk.failures { reading.fail(failure.path, failure.message) }
                if walk.failures.contains(where: { $0.path == path }) { reading.unreadable.append(path) }
                if walk.files.isEmpty, walk.failures.isEmpty {
                    reading.leave(path, "a directory without files")
                }
            case .path(let path): sources.append(.named(path))
            }
        }
        return sources
    }

    /// The sources with those of Bicep that are to be compiled, and the program for that.
    ///
    /// Where there is no program, that is told once.
    private static func compiled(
        _ sources: [Source],
        _ bicep: () -> BicepProgram?,
        _ reading: inout Reading
    ) -> (sources: [Source], program: BicepProgram?) {
        let files = sources.filter(\.isBicep)
        guard let first = files.first else { return (sources, nil) }
        let others = sources.filter { !$0.isBicep }
        guard let program = bicep() else {
            let more = files.count > 1 ? " and \(files.count - 1) more" : ""
            reading.diagnostics.append(Diagnostic(.error, "\(first.name)\(more): \(BicepProgram.advice)"))
            return (others, nil)
        }
        let project = BicepProject(files.map { ($0.name, !$0.isFound) })
        for (path, reason) in project.left { reading.leave(path, reason) }
        return (others + project.mains.map { .bicep($0.path, isNamed: $0.isNamed) }, program)
    }

    private static func read(_ source: Source, _ program: BicepProgram?, _ run: ReadingRun) -> Reading {
        var reading = Reading()
        reading.files = 1
        if case .bicep(let path, _) = source, let program {
            let compilation = BicepCompilation(path, program, isCancelled: { run.isCancelled })
            reading.diagnostics = compilation.diagnostics
            if let document = compilation.document {
                reading.bytes = document.bytes.count
                run.found(files: 0, bytes: reading.bytes)
                return read(document, reading, run)
            }
            run.finish(bytes: 0, resources: 0)
            return reading
        }
        let content: FileBytes
        do {
            content = try source.read()
        } catch {
            reading.fail(source.name, error.message)
            if !source.isFound { reading.unreadable.append(source.name) }
            run.finish(bytes: 0, resources: 0)
            return reading
        }
        reading.bytes = content.bytes.count
        run.found(files: 0, bytes: reading.bytes)
        switch content.signature {
        case .empty where content.bytes.allSatisfy({ $0 <= 0x20 }):
            reading.leave(source.name, "an empty file")
        case .other(let reason): reading.leave(source.name, reason)
        case .text where source.isFound: reading.leave(source.name, "not JSON")
        default: return self.read(JSONDocument(name: source.name, bytes: content.bytes), reading, run)
        }
        run.finish(bytes: reading.bytes, resources: 0)
        return reading
    }

    private static func read(_ document: JSONDocument, _ reading: Reading, _ run: ReadingRun) -> Reading {
        var reading = reading
        var harvest = Harvest(document, run: run)
        harvest.read()
        reading.resources = harvest.resources
        reading.diagnostics += harvest.diagnostics
        reading.overlays = harvest.overlays
        reading.consumed = harvest.consumed
        reading.notUnderstood += harvest.notUnderstood
        run.finish(
            bytes: reading.bytes - harvest.bytesTold,
            resources: harvest.resources.count - harvest.resourcesTold
        )
        return reading
    }
}

extension Source {
    fileprivate var isFound: Bool {
        switch self {
        case .found, .bicep(_, isNamed: false): true
        default: false
        }
    }

    fileprivate var isBicep: Bool {
        switch self {
        case .found(let path), .named(let path): BicepProject.isBicep(path)
        default: false
        }
    }
}
