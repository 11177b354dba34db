import Glibc

/// What goes out: data to standard output or a file, everything else to standard error.
enum Streams {
    /// Writes a line to standard error.
    static func tell(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// Writes data to a file, beside it first and then renamed over it; to standard output where no file is named.
    ///
    /// - Throws: Status 74 with a message on standard error.
    static func put(_ text: String, into file: String? = nil) throws {
        let bytes = Array(text.utf8)
        guard let file, file != "-" else {
            guard write(bytes, to: STDOUT_FILENO) else { throw unwritable("standard output") }
            return
        }
        let beside = "\(file).\(getpid()).new"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritable(file) }
        let complete = write(bytes, to: descriptor) && fsync(descriptor) == 0
        close(descriptor)
        guard complete, rename(beside, file) == 0 else {
            let failure = unwritable(file)
            unlink(beside)
            throw failure
        }
    }

    private static func unwritable(_ name: String) -> any Error {
        tell("bulkhead: \(name) cannot be written: \(String(cString: strerror(errno))).")
        return ExitStatus.output
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
