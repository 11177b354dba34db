import Glibc

/// The bytes of one file, read in one piece; the only place that opens files.
struct FileBytes {
    let bytes: [UInt8]
    let signature: FileSignature

    /// Why a file gave no bytes.
    struct Failure: Error { let message: String }

    /// The most that one input may hold; more would not fit the memory of the machines this runs on.
    static let limit = 16 << 30
    private static let headSize = 4_096

    /// Bytes that are in memory already.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        signature = FileSignature(bytes.prefix(Self.headSize))
    }

    /// Reads a file, a pipe or a terminal; of what cannot be JSON only the head.
    ///
    /// - Parameter path: The file; nil for standard input.
    /// - Throws: What the system says, or why the file is not opened.
    init(path: String?) throws(Failure) {
        guard let path else {
            self = try Self.stream(STDIN_FILENO)
            return
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure.system() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure.system() }
        switch status.st_mode & S_IFMT {
        case S_IFREG where status.st_size > 0: self = try Self.whole(descriptor, size: Int(status.st_size))
        case S_IFDIR: throw Failure(message: "it is a directory")
        case S_IFBLK: throw Failure(message: "it is a device, expected a file or a directory")
        case S_IFCHR where isatty(descriptor) == 0 && path != "/dev/null" && path != "/dev/stdin":
            throw Failure(message: "it is a device, expected a file or a directory")
        default: self = try Self.stream(descriptor)
        }
    }

    private init(bytes: [UInt8], signature: FileSignature) {
        self.bytes = bytes
        self.signature = signature
    }

    /// A regular file, into memory of exactly its size.
    private static func whole(_ descriptor: Int32, size: Int) throws(Failure) -> FileBytes {
        guard size <= limit else { throw Failure.tooLarge }
        var outcome: Result<FileSignature, Failure> = .success(.empty)
        var bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            outcome = fill(descriptor, buffer, from: 0, to: min(headSize, size), &count).flatMap { _ in
                let signature = FileSignature(ArraySlice(buffer[..<count]))
                guard signature == .json || signature == .empty else { return .success(signature) }
                return fill(descriptor, buffer, from: count, to: size, &count).map { signature }
            }
        }
        let signature = try outcome.get()
        if bytes.count == size, signature == .json {
            // It may have grown meanwhile.
            let rest = try stream(descriptor).bytes
            if !rest.isEmpty { bytes += rest }
        }
        return FileBytes(bytes: bytes, signature: signature)
    }

    private static func stream(_ descriptor: Int32) throws(Failure) -> FileBytes {
        var bytes: [UInt8] = []
        var size = 1 << 16
        while true {
            var outcome: Result<Void, Failure> = .success(())
            let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                outcome = fill(descriptor, buffer, from: 0, to: buffer.count, &count)
            }
            try outcome.get()
            bytes += piece
            if piece.count < size { return FileBytes(bytes) }
            guard bytes.count <= limit else { throw Failure.tooLarge }
            size = min(size * 2, 1 << 24)
        }
    }

    /// Reads until the buffer is full to `end` or the input ends.
    private static func fill(
        _ descriptor: Int32,
        _ buffer: UnsafeMutableBufferPointer<UInt8>,
        from start: Int,
        to end: Int,
        _ count: inout Int
    ) -> Result<Void, Failure> {
        count = start
        while count < end {
            let got = read(descriptor, buffer.baseAddress?.advanced(by: count), min(end - count, 1 << 30))
            if got == 0 { break }
            if got < 0 {
                if errno == EINTR { continue }
                return .failure(Failure.system())
            }
            count += got
        }
        return .success(())
    }
}

extension FileBytes.Failure {
    /// What the system says went wrong just now.
    static func system() -> FileBytes.Failure { FileBytes.Failure(message: String(cString: strerror(errno))) }

    static var tooLarge: FileBytes.Failure {
        FileBytes.Failure(message: "it is larger than \(FileBytes.limit >> 30) GiB")
    }
}
