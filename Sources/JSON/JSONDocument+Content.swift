extension JSONDocument {
    /// What a document holds at its outermost level.
    package enum Content: Sendable {
        /// Nothing but blanks.
        case nothing
        /// One value, as every answer of Azure.
        case one(JSONOutline)
        /// Several values one after another, as JSON lines.
        case several(JSONRows)
    }

    /// Finds what the document holds, in one fast pass over its bytes.
    ///
    /// - Parameter lenient: Whether comments and trailing commas are accepted.
    /// - Returns: The one value with its outline, or the values one after another.
    package func content(lenient: Bool) -> Content {
        guard let root else { return .nothing }
        let outline = JSONOutline(of: self, at: root.offset, lenient: lenient)
        let end = bytes.withUnsafeBufferPointer { ByteCursor.skipBlank($0, from: outline.end) }
        return outline.fault == nil && end < bytes.count ? .several(.lines(of: self)) : .one(outline)
    }

    /// Reads a value strictly and completely; nil where it is sound.
    package func fault(of value: JSONValue, lenient: Bool) -> JSONFault? {
        bytes.withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes: bytes, lenient: lenient)
            do throws(JSONFault) {
                _ = try scanner.row(of: self, at: value.offset)
                return nil
            } catch {
                return error
            }
        }
    }
}
