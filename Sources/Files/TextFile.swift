import Glibc

/// Whole files of text, small enough to be read and written in one piece.
package enum TextFile {
    /// Reads a file, or a pipe to its end.
    ///
    /// - Throws: What the system says, or that the bytes are not UTF-8.
    package static func read(_ path: String) throws(FileFault) -> String {
        guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
            throw FileFault("it is not a UTF-8 text")
        }
        return text
    }

    /// The bytes of a file; nothing is assumed of them.
    ///
    /// - Throws: What the system says.
    package static func bytes(of path: String) throws(FileFault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .system() }
        defer { close(file) }
        return try bytes(from: file)
    }

    /// All that is still to come from a descriptor.
    ///
    /// - Throws: What the system says.
    package static func bytes(from file: Int32) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system()
            }
            bytes += chunk[..<count]
        }
    }

    /// Writes a file beside, brings it to the disk and renames it over the old one: whatever happens, there is the old
    /// file or the new one.
    ///
    /// A link stays one, and a file keeps its mode. What is no regular file, such as a pipe, is written as it is.
    ///
    /// - Throws: What the system says; the old file is then as it was.
    package static func replace(_ path: String, with text: String) throws(FileFault) {
        var status = stat()
        let exists = stat(path, &status) == 0
        guard !exists || status.st_mode & S_IFMT == S_IFREG else {
            let file = open(path, O_WRONLY | O_CLOEXEC)
            guard file >= 0 else { throw .system() }
            defer { close(file) }
            return try write(Array(text.utf8), to: file)
        }
        let target = exists ? resolved(path) : path
        let beside = "\(target).\(getpid()).new"
        let file = open(
            beside,
            O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
            exists ? status.st_mode & 0o777 : 0o644
        )
        guard file >= 0 else { throw .system() }
        do throws(FileFault) {
            try write(Array(text.utf8), to: file)
            guard fsync(file) == 0 else { throw .system() }
            guard rename(beside, target) == 0 else { throw .system() }
            close(file)
        } catch {
            close(file)
            unlink(beside)
            throw error
        }
    }

    /// Writes all of the bytes.
    ///
    /// - Throws: What the system says.
    package static func write(_ bytes: [UInt8], to file: Int32) throws(FileFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system() }
            written += count
        }
    }

    /// The file behind a link.
    private static func resolved(_ path: String) -> String {
        guard let pointer = realpath(path, nil) else { return path }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}
