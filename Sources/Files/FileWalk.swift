import Glibc

/// The files below a directory, in the order of their names.
///
/// Links are followed and a directory is entered once, so a loop ends. Names that begin with a dot are left out.
/// What is neither a file nor a directory is not opened: a pipe could block for ever.
package struct FileWalk {
    package private(set) var files: [String] = []
    /// What could not be looked into, with the reason.
    package private(set) var failures: [(path: String, message: String)] = []
    /// What is neither a file nor a directory.
    package private(set) var special: [String] = []
    private var entered: Set<Identity> = []

    private struct Identity: Hashable {
        let device: UInt
        let inode: UInt
    }

    /// Walks a directory.
    package init(_ directory: String) {
        // The last one is looked at next; the entries of a directory are put there in reverse.
        var open = [directory]
        while let path = open.popLast() {
            var status = stat()
            guard stat(path, &status) == 0 else {
                failures.append((path, FileFault.system().description))
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: files.append(path)
            case S_IFDIR:
                let identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
                guard entered.insert(identity).inserted else { continue }
                let base = path.hasSuffix("/") ? path : path + "/"
                open += names(in: path).reversed().map { base + $0 }
            default: special.append(path)
            }
        }
    }

    private mutating func names(in path: String) -> [String] {
        do {
            return try Folder.names(in: path)
        } catch {
            failures.append((path, error.description))
            return []
        }
    }
}
