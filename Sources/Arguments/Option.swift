/// A value behind a name: `--format json`, `--format=json`, `-o FILE`.
@propertyWrapper
package struct Option<Value>: Declared {
    private let slot: Slot<Value>
    private let names: [NameSpecification]
    private let help: String
    private let choices: [String]
    private let standard: String
    private let isRequired: Bool
    private let isRepeating: Bool
    private let take: (String) -> Bool

    package var wrappedValue: Value { slot.value }

    private init(
        _ slot: Slot<Value>,
        _ names: [NameSpecification],
        _ help: String,
        _ choices: [String],
        standard: String = "",
        isRequired: Bool = false,
        isRepeating: Bool = false,
        take: @escaping (String) -> Bool
    ) {
        self.slot = slot
        self.names = names
        self.help = help
        self.choices = choices
        self.standard = standard
        self.isRequired = isRequired
        self.isRepeating = isRepeating
        self.take = take
    }

    func definitions(for property: String) -> [Definition] {
        [
            Definition(
                kind: .option,
                names: names.map { $0.name(of: property) },
                inverseNames: [],
                valueName: names.last.map { String($0.name(of: property).drop { $0 == "-" }) } ?? property,
                help: help,
                choices: choices,
                standard: standard,
                isRequired: isRequired,
                isRepeating: isRepeating,
                take: take
            )
        ]
    }
}

extension Option where Value: ExpressibleByArgument {
    /// An option with a value of its own where none is given.
    package init(wrappedValue: Value, name: [NameSpecification] = [.long], help: String) {
        let slot = Slot(wrappedValue)
        self.init(slot, name, help, Value.allWords, standard: wrappedValue.word) {
            slot.takes(Value(argument: $0))
        }
    }
}

extension Option where Value == String {
    /// An option that must be given.
    package init(name: [NameSpecification] = [.long], help: String) {
        let slot = Slot("")
        self.init(slot, name, help, [], isRequired: true) { slot.takes($0) }
    }
}

extension Option {
    /// An option that may be left out.
    package init<Wrapped: ExpressibleByArgument>(name: [NameSpecification] = [.long], help: String)
    where Value == Wrapped? {
        let slot = Slot<Wrapped?>(nil)
        self.init(slot, name, help, Wrapped.allWords) { word in
            guard let value = Wrapped(argument: word) else { return false }
            slot.value = value
            return true
        }
    }

    /// An option that may be repeated.
    package init<Element: ExpressibleByArgument>(
        wrappedValue: [Element],
        name: [NameSpecification] = [.long],
        help: String
    ) where Value == [Element] {
        let slot = Slot(wrappedValue)
        self.init(slot, name, help, Element.allWords, isRepeating: true) {
            slot.appends(Element(argument: $0))
        }
    }
}

extension Slot {
    /// Keeps a value, if it is one.
    func takes(_ value: Value?) -> Bool {
        guard let value else { return false }
        self.value = value
        return true
    }

    /// Adds a value to those already there, if it is one.
    func appends<Element>(_ element: Element?) -> Bool where Value == [Element] {
        guard let element else { return false }
        value.append(element)
        return true
    }
}
