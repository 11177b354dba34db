import JSON
import Topology

/// How controls read what is nested: absent and unknowable stay apart on the way down.
extension JSONObject {
    /// The ARM fields of an object.
    func object(_ name: String) -> Setting<JSONObject> {
        guard let value = self[name], !value.isNull else { return missing() }
        if let symbolic = value.member("$symbolic") {
            return .unknown(reason: "only Azure knows \(symbolic.text)")
        }
        guard value.kind == .object else {
            return .unknown(reason: "\(name) should be an object, the input has \(value.text.prefix(40))")
        }
        return .set(value.fields)
    }

    /// The values of an array.
    func array(_ name: String) -> Setting<[JSONValue]> {
        guard let value = self[name], !value.isNull else { return missing() }
        if let symbolic = value.member("$symbolic") {
            return .unknown(reason: "only Azure knows \(symbolic.text)")
        }
        guard value.kind == .array else {
            return .unknown(reason: "\(name) should be an array, the input has \(value.text.prefix(40))")
        }
        return .set(value.elements)
    }

    /// The ARM fields of the objects of an array.
    func objects(_ name: String) -> Setting<[JSONObject]> { array(name).map { $0.map(\.fields) } }

    /// What a missing field means: absent, or unknown where the object itself is one that only Azure can fill.
    private func missing<Value>() -> Setting<Value> {
        guard let symbolic = self["$symbolic"] else { return .absent }
        return .unknown(reason: "only Azure knows \(symbolic.text)")
    }

    /// The strings of an array; unknown where one of them is not a string.
    func list(_ name: String) -> Setting<[String]> {
        switch array(name) {
        case .absent: return .absent
        case .unknown(let reason): return .unknown(reason: reason)
        case .set(let elements):
            let texts = elements.compactMap(\.string)
            guard texts.count == elements.count else {
                return .unknown(reason: "\(name) holds a value that cannot be read")
            }
            return .set(texts)
        }
    }
}

extension Setting {
    /// Why there is no value: the reason it is unknown, or that the input lacks it; nil where it is set.
    func gap(_ name: String) -> String? {
        switch self {
        case .set: nil
        case .absent: "the input has no \(name)"
        case .unknown(let reason): reason
        }
    }
}

extension JSONValue {
    /// The first expression in it that only Azure can evaluate; nil where all of it is known.
    var symbolicInside: String? {
        if let symbolic = member("$symbolic") { return symbolic.string ?? symbolic.text }
        if kind == .array { return elements.lazy.compactMap(\.symbolicInside).first }
        return object?.all.lazy.compactMap { $0.value.symbolicInside }.first
    }
}
