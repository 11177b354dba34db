import JSON

/// A value of the input whose kind is to be told.
struct Candidate {
    let value: JSONValue
    /// The members of an object, already found; nil for any other kind.
    let object: JSONObject?
    /// The outline of a document's only value; nil for values inside another one.
    let outline: JSONOutline?
    /// How many wrappers were opened to come here.
    let depth: Int

    /// A document's only value.
    init(_ outline: JSONOutline) {
        value = outline.value
        object = outline.object
        self.outline = outline
        depth = 0
    }

    /// A row of a list.
    init(_ row: JSONRow, depth: Int) {
        value = row.value
        object = row.object
        outline = nil
        self.depth = depth
    }

    /// A value inside this one.
    func inner(_ value: JSONValue) -> Candidate {
        Candidate(value: value, object: value.object, outline: nil, depth: depth + 1)
    }

    private init(value: JSONValue, object: JSONObject?, outline: JSONOutline?, depth: Int) {
        self.value = value
        self.object = object
        self.outline = outline
        self.depth = depth
    }

    subscript(_ name: String) -> JSONValue? { object?[name] }

    /// Whether it is an object that has all these members.
    ///
    /// Asked many times for every row, so the names come without an array around them.
    func has(_ first: String, _ second: String? = nil, _ third: String? = nil) -> Bool {
        guard let object, object[first] != nil else { return false }
        if let second, object[second] == nil { return false }
        if let third, object[third] == nil { return false }
        return true
    }

    /// The elements of the value itself or of a member that is an array.
    func rows(of array: JSONValue) -> JSONRows? { outline?.rows(of: array) ?? array.rows }

    /// The names of the first members, for a message.
    var memberNames: String {
        guard let object else { return "" }
        let names = object.members.prefix(4).map { "'\(object.name(of: $0).prefix(30))'" }
        return names.joined(separator: ", ") + (object.members.count > names.count ? ", …" : "")
    }
}
