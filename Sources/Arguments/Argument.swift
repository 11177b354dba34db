/// A value that stands by itself, in the order of the properties.
@propertyWrapper
package struct Argument<Value>: Declared {
    private let slot: Slot<Value>
    private let help: String
    private let isRequired: Bool
    private let isRepeating: Bool
    private let take: (String) -> Bool

    package var wrappedValue: Value { slot.value }

    func definitions(for property: String) -> [Definition] {
        [
            Definition(
                kind: .positional,
                names: [],
                inverseNames: [],
                valueName: property.kebabCased,
                help: help,
                choices: [],
                standard: "",
                isRequired: isRequired,
                isRepeating: isRepeating,
                take: take
            )
        ]
    }
}

extension Argument where Value == String {
    /// A value that must be given.
    package init(help: String) {
        let slot = Slot("")
        self.slot = slot
        self.help = help
        isRequired = true
        isRepeating = false
        take = { slot.takes($0) }
    }
}

extension Argument {
    /// All values that are left, or none.
    package init<Element: ExpressibleByArgument>(wrappedValue: [Element], help: String)
    where Value == [Element] {
        self.init(all: Slot(wrappedValue), help: help, isRequired: false)
    }

    /// All values that are left, at least one.
    package init<Element: ExpressibleByArgument>(help: String) where Value == [Element] {
        self.init(all: Slot([]), help: help, isRequired: true)
    }

    private init<Element: ExpressibleByArgument>(all slot: Slot<[Element]>, help: String, isRequired: Bool)
    where Value == [Element] {
        self.slot = slot
        self.help = help
        self.isRequired = isRequired
        isRepeating = true
        take = { slot.appends(Element(argument: $0)) }
    }
}
