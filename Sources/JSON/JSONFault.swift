/// Where bytes stop being JSON, and what was expected there.
package struct JSONFault: Error, Hashable, Sendable {
    /// The offset of the first byte that does not fit; the end of the bytes where the input is cut off.
    package let offset: Int
    /// What was expected and what was found, a sentence without a final full stop.
    package let message: String
}

/// Something that is readable and yet not as it should be.
package struct JSONRemark: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case duplicateName = "this name stands twice in its object; the first one counts"
        case brokenUTF8 = "these bytes are not UTF-8; they are read as U+FFFD"
        case loneSurrogate = "this escape is half of a surrogate pair; it is read as U+FFFD"
    }

    package let offset: Int
    package let kind: Kind

    package var message: String { kind.rawValue }
}
