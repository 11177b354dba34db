/// A file as a URI reference (RFC 3986).
struct FileReference {
    let uri: String
    /// Whether it is a path below the folder the program ran in, by which a repository finds it.
    let isBelowRoot: Bool

    /// - Parameter file: The file as the user named it, `-` for standard input, `sample:NAME` for an embedded one.
    init(_ file: String) {
        if file.hasPrefix("sample:") {
            uri = "sample:" + Self.encoded(file.dropFirst(7))
            isBelowRoot = false
        } else if file.hasPrefix("/") {
            uri = "file://" + Self.encoded(file[...])
            isBelowRoot = false
        } else {
            let path = file.hasPrefix("./") ? file.dropFirst(2) : file[...]
            uri = Self.encoded(path)
            isBelowRoot = !path.split(separator: "/").contains("..")
        }
    }

    /// Percent signs for every byte that is not unreserved; slashes stay.
    private static func encoded(_ path: Substring) -> String {
        var encoded = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += byte < 16 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
