/// One file to read, after directories were walked.
enum Source: Sendable {
    /// A file that the user named.
    case named(String)
    /// A file that was found in a directory.
    case found(String)
    /// A Bicep file, which is compiled first.
    case bicep(String, isNamed: Bool)
    case standardInput
    case bytes(name: String, [UInt8])

    var name: String {
        switch self {
        case .named(let path), .found(let path), .bicep(let path, _): path
        case .standardInput: "-"
        case .bytes(let name, _): name
        }
    }

    func read() throws(FileBytes.Failure) -> FileBytes {
        switch self {
        case .named(let path), .found(let path), .bicep(let path, _): try FileBytes(path: path)
        case .standardInput: try FileBytes(path: nil)
        case .bytes(_, let bytes): FileBytes(bytes)
        }
    }
}
