import Foundation

/// The program as a process: what it is given and what comes back.
struct Program {
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The binary that was built beside the tests.
    static let path = URL(
        filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    )
    .deletingLastPathComponent().appending(path: "bulkhead").path

    /// Runs it to its end.
    static func run(
        _ arguments: [String],
        input: Data = Data(),
        environment: [String: String] = [:],
        folder: String? = nil
    ) throws -> Program {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(["XDG_STATE_HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent"]) { $1 }
            .merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stderr)
        try process.run()
        // The writer has a thread of its own, so that neither side waits for the other.
        Thread.detachNewThread {
            try? stdin.fileHandleForWriting.write(contentsOf: input)
            try? stdin.fileHandleForWriting.close()
        }
        let errors = Reading(stderr.fileHandleForReading)
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Program(
            status: process.terminationStatus,
            output: output,
            errors: String(decoding: errors.wait(), as: UTF8.self)
        )
    }

    /// Runs it to its end.
    static func run(_ arguments: String..., input: Data = Data()) throws -> Program {
        try run(arguments, input: input)
    }

    /// The output as a JSON object.
    func json() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: output) as? [String: Any] ?? [:]
    }

    /// Reads a pipe to its end on a thread of its own.
    private final class Reading: Sendable {
        private let done = DispatchSemaphore(value: 0)
        private let data = Box()

        init(_ handle: FileHandle) {
            let (done, data) = (done, data)
            Thread.detachNewThread {
                data.set((try? handle.readToEnd()) ?? Data())
                done.signal()
            }
        }

        func wait() -> Data {
            done.wait()
            return data.get()
        }

        private final class Box: @unchecked Sendable {
            private let lock = NSLock()
            private var data = Data()
            func set(_ new: Data) { lock.withLock { data = new } }
            func get() -> Data { lock.withLock { data } }
        }
    }
}

/// A folder of its own that goes when the test ends.
final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "bulkhead-\(UUID().uuidString)").path

    init(_ files: [String: String] = [:]) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }
}
