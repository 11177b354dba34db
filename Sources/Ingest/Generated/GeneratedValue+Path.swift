import Topology

extension GeneratedValue {
    /// A step of the way to a place in a generated value.
    enum Step: Equatable, Sendable {
        case name(String)
        /// An array with one element, where there is none yet.
        case only
        /// A new element at the end of an array.
        case append
        /// Every element of an array.
        case each
        /// The element of an array that has this name.
        case element(String)
        /// The element of an array at a place.
        case at(Int)

        /// A path as it is told, below another one.
        static func spell(_ path: [Step], below place: String = "") -> String {
            path.reduce(place) { text, step in
                switch step {
                case .name(let name): text.isEmpty ? name : "\(text).\(name)"
                case .only, .append: "\(text)[0]"
                case .each, .element: "\(text)[*]"
                case .at(let index): "\(text)[\(index)]"
                }
            }
        }
    }

    /// Puts a value at a place; what is there already stays, unless only Azure knows it.
    mutating func put(_ value: GeneratedValue, at path: some Collection<Step>) {
        self = Self.putting(value, at: path, in: self)
    }

    private static func putting(
        _ value: GeneratedValue,
        at path: some Collection<Step>,
        in current: GeneratedValue?
    ) -> GeneratedValue {
        guard let step = path.first else {
            guard let current, !current.isSymbolic else { return value }
            return current
        }
        let rest = path.dropFirst()
        switch step {
        case .name(let name):
            var object = current?.object ?? GeneratedObject()
            object[name] = putting(value, at: rest, in: object[name])
            return .object(object)
        case .only:
            if let items = current?.items, !items.isEmpty { return .array(items) }
            return .array([putting(value, at: rest, in: nil)])
        case .append:
            let items = current?.items ?? []
            let item = putting(value, at: rest, in: nil)
            let text = item.json
            return items.contains { $0.json == text } ? .array(items) : .array(items + [item])
        case .each:
            return .array((current?.items ?? []).map { putting(value, at: rest, in: $0) })
        case .at(let index):
            var items = current?.items ?? []
            guard items.indices.contains(index) else { return .array(items) }
            items[index] = putting(value, at: rest, in: items[index])
            return .array(items)
        case .element(let name):
            return .array(
                (current?.items ?? []).map { item in
                    item["name"]?.string?.isSame(as: name) == true ? putting(value, at: rest, in: item) : item
                }
            )
        }
    }

    /// How deep two values are merged; below, the later one counts.
    private static let depthLimit = 64

    /// This value with the members of another one put over its own, objects inside objects alike.
    func overlaid(with other: GeneratedValue, depth: Int = 0) -> GeneratedValue {
        guard depth < Self.depthLimit, var object, let members = other.object?.members else { return other }
        for (name, value) in members {
            object[name] = object[name].map { $0.overlaid(with: value, depth: depth + 1) } ?? value
        }
        return .object(object)
    }

    /// Whether two values are written alike.
    private var json: String {
        var writer = GeneratedWriter()
        writer.write(self)
        return writer.text
    }
}
