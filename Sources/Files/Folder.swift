import Glibc

/// Folders of the file system.
package enum Folder {
    /// Whether there is a folder at a path, at the end of a link too.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names in a folder in their order, without those that begin with a dot.
    ///
    /// - Throws: What the system says.
    package static func names(in path: String) throws(FileFault) -> [String] {
        guard let directory = opendir(path) else { throw .system() }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes the folder a file shall stand in, and those above it, where they are missing.
    package static func make(for file: String) {
        guard let slash = file.lastIndex(of: "/"), slash > file.startIndex else { return }
        let path = String(file[..<slash])
        guard !exists(path) else { return }
        make(for: path)
        mkdir(path, 0o777)
    }
}
