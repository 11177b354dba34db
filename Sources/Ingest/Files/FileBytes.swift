import Glibc

/// Reads the bytes of one file, the only place that does.
enum FileBytes {
    /// Why a file gave no bytes.
    struct Failure: Error { let message: String }

    /// The most that one input may hold; more would not fit the memory of the machines this runs on.
    static let limit = 16 << 30

    /// All bytes of a file, a pipe or a terminal.
    static func read(_ path: String) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(message: reason(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(message: reason(errno)) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return try whole(descriptor, size: Int(status.st_size))
        case S_IFDIR: throw Failure(message: "it is a directory")
        case S_IFBLK: throw Failure(message: "it is a device, expected a file")
        default: return try stream(descriptor)
        }
    }

    /// A regular file, in one piece of exactly its size.
    private static func whole(_ descriptor: Int32, size: Int) throws(Failure) -> [UInt8] {
        guard size <= limit else { throw Failure(message: "it is larger than \(limit >> 30) GiB") }
        var failure: Failure?
        var bytes = [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, count in
            do { count = try fill(descriptor, buffer) } catch { failure = error as? Failure }
        }
        if let failure { throw failure }
        // A file that reports no size (as those below /proc) or grew meanwhile goes on.
        bytes += try stream(descriptor)
        return bytes
    }

    private static func stream(_ descriptor: Int32) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            var failure: Failure?
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                do { count = try fill(descriptor, buffer) } catch { failure = error as? Failure }
            }
            if let failure { throw failure }
            if piece.isEmpty { return bytes }
            bytes += piece
            guard bytes.count <= limit else { throw Failure(message: "it is larger than \(limit >> 30) GiB") }
        }
    }

    /// Reads until the buffer is full or the input ends.
    private static func fill(
        _ descriptor: Int32,
        _ buffer: UnsafeMutableBufferPointer<UInt8>
    ) throws -> Int {
        var count = 0
        while count < buffer.count {
            let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            if got == 0 { break }
            if got < 0 {
                if errno == EINTR { continue }
                throw Failure(message: reason(errno))
            }
            count += got
        }
        return count
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
