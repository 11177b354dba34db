import Glibc

/// What goes out: data to standard output or a file, everything else to standard error.
enum Streams {
    /// Writes a line to standard error.
    static func tell(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// Writes to a descriptor, come what may.
    static func put(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

    /// Writes data to a file, or to standard output where none is named.
    ///
    /// A regular file is written beside and renamed, so that a full disk leaves the old one; a device or a pipe is
    /// written as it is.
    ///
    /// - Throws: Status 74, with a message on standard error.
    static func put(_ text: String, into file: String? = nil) throws {
        do {
            if let file, file != "-" {
                try write(text, into: file)
            } else if !write(Array(text.utf8), to: STDOUT_FILENO) {
                throw Unwritable("standard output")
            }
        } catch let problem as Unwritable {
            tell("bulkhead: \(problem)")
            throw ExitStatus.output
        }
    }

    /// Writes data to a file as ``put(_:into:)`` does.
    static func write(_ text: String, into file: String) throws(Unwritable) {
        var status = stat()
        let isInPlace = stat(file, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        let target = isInPlace ? file : "\(file).\(getpid()).new"
        let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Unwritable(file) }
        let isComplete = write(Array(text.utf8), to: descriptor) && (isInPlace || fsync(descriptor) == 0)
        let failure = Unwritable(file)
        close(descriptor)
        guard !isInPlace else {
            if !isComplete { throw failure }
            return
        }
        guard isComplete, rename(target, file) == 0 else {
            let reason = isComplete ? Unwritable(file) : failure
            unlink(target)
            throw reason
        }
    }

    /// Why something could not be written, as the system says it.
    struct Unwritable: Error, CustomStringConvertible {
        let description: String

        init(_ name: String) {
            description = "\(name) cannot be written: \(String(cString: strerror(errno)))."
        }
    }

    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }
}

extension Streams {
    /// The lines of a file, or of standard input for `-`, without empty ones.
    ///
    /// - Throws: Status 66, with a message on standard error, where it cannot be read.
    static func lines(of file: String) throws -> [String] {
        let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            tell("bulkhead: \(file) cannot be read: \(String(cString: strerror(errno))).")
            throw ExitStatus.noInput
        }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
