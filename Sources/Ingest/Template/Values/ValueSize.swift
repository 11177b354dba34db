/// How large a value is, known without walking it: shared parts count as often as they are used.
struct ValueSize: Sendable {
    /// The deepest nesting accepted.
    static let deepest = 200
    /// The most scalars (and pieces of long strings) accepted.
    static let heaviest = 1 << 21

    private(set) var depth = 1
    private(set) var weight = 1

    mutating func add(_ part: ValueSize) {
        depth = max(depth, part.depth + 1)
        weight = min(weight + part.weight, Self.heaviest * 2)
    }

    static func scalar(weight: Int = 1) -> ValueSize {
        var size = ValueSize()
        size.depth = 0
        size.weight = weight
        return size
    }

    var isTooLarge: Bool { depth > Self.deepest || weight > Self.heaviest }
}
