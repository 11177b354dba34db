/// What the first bytes of a file say it is.
enum FileSignature: Equatable {
    /// It may be JSON.
    case json
    /// Nothing, or nothing but blanks as far as one can see.
    case empty
    /// Text that begins with something else.
    case text
    /// Something else, with what to do about it.
    case other(String)

    init(_ head: ArraySlice<UInt8>) {
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
        for (magic, advice) in Self.known where head.starts(with: magic) {
            self = .other(advice)
            return
        }
        // UTF-16 without a mark shows by the zero beside its first bracket.
        if head.count > 1, head.prefix(2).contains(0) {
            self = .other("binary data or UTF-16 text; bulkhead reads JSON in UTF-8")
            return
        }
        switch start.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "/"): self = .json
        case nil: self = .empty
        default: self = .text
        }
    }

    private static let known: [([UInt8], String)] = [
        ([0x1F, 0x8B], "compressed with gzip; unpack it with gunzip first"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive; unpack it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd; unpack it with unzstd first"),
        ([0x42, 0x5A, 0x68], "compressed with bzip2; unpack it with bunzip2 first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz; unpack it with unxz first"),
        ([0xFF, 0xFE], "UTF-16 text; convert it first, for example with iconv -f UTF-16 -t UTF-8"),
        ([0xFE, 0xFF], "UTF-16 text; convert it first, for example with iconv -f UTF-16 -t UTF-8"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
        (Array("SQLite format 3".utf8), "an SQLite database"),
        (
            Array("schema = \"bulkhead.review".utf8),
            "a review file of bulkhead, which is no part of the estate"
        ),
    ]
}
