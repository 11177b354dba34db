import Glibc

/// The files below a directory, in the order of their names.
///
/// Links are followed and a directory is entered once, so a loop ends. Names that begin with a dot are left out.
/// What is neither a file nor a directory is not opened: a pipe could block for ever.
struct FileWalk {
    private(set) var files: [String] = []
    /// What could not be looked into, with the reason.
    private(set) var failures: [(path: String, message: String)] = []
    /// What is neither a file nor a directory.
    private(set) var special: [String] = []
    private var entered: Set<Identity> = []

    private struct Identity: Hashable {
        let device: UInt
        let inode: UInt
    }

    init(_ directory: String) {
        // The last one is looked at next; the entries of a directory are put there in reverse.
        var open = [directory]
        while let path = open.popLast() {
            var status = stat()
            guard stat(path, &status) == 0 else {
                failures.append((path, FileBytes.Failure.system().message))
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: files.append(path)
            case S_IFDIR:
                let identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
                guard entered.insert(identity).inserted else { continue }
                let base = path.hasSuffix("/") ? path : path + "/"
                open += names(in: path).sorted(by: >).map { base + $0 }
            default: special.append(path)
            }
        }
    }

    private mutating func names(in path: String) -> [String] {
        guard let directory = opendir(path) else {
            failures.append((path, FileBytes.Failure.system().message))
            return []
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    /// Whether a path is a directory.
    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
