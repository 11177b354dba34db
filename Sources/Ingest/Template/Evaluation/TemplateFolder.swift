import Glibc

/// The folder of a template, in which linked templates may lie; nothing outside it is ever opened.
struct TemplateFolder {
    /// The directory of the outermost template with its slash, empty for the working directory; nil where there is none.
    let root: String?

    /// The largest file that is read.
    private static let largest = 1 << 26

    static func directory(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// The file a link means.
    ///
    /// A link is an address whose end says where below the template the file lies, for instance
    /// `https://…/nested/network.json`: the longest end that names a file counts.
    func find(_ link: String, from directory: String) -> (path: String, bytes: [UInt8])? {
        guard let root else { return nil }
        let path = link.prefix { $0 != "?" && $0 != "#" }
        // What is not known stands in braces, and with it what is in front of it.
        let known = path.lastIndex(of: "}").map { path[path.index(after: $0)...] } ?? path
        let segments = known.split(separator: "/").filter { $0 != "." && !$0.hasSuffix(":") }
        guard !segments.isEmpty, segments.count < 64, !segments.contains("..") else { return nil }
        for start in segments.indices {
            let tail = segments[start...].joined(separator: "/")
            guard !tail.contains("{") else { continue }
            for folder in directory == root ? [root] : [directory, root] {
                if let bytes = Self.read(folder + tail) { return (folder + tail, bytes) }
            }
        }
        return nil
    }

    /// The bytes of a regular file; a link could lead outside.
    static func read(_ path: String) -> [UInt8]? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= largest else {
            return nil
        }
        return try? FileBytes(path: path).bytes
    }
}
