/// One value of a run, read strictly: the lazy cursors can be trusted with it.
package struct JSONRow: Sendable {
    package let value: JSONValue
    /// The members of an object, already found; nil for any other kind.
    package let object: JSONObject?
    /// The offset behind the value.
    package let end: Int

    /// The bytes it takes.
    package var size: Int { end - value.offset }

    package init(value: JSONValue, object: JSONObject?, end: Int) {
        self.value = value
        self.object = object
        self.end = end
    }
}
