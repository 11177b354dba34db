/// The properties of another value, taken as if they were the command's own.
@propertyWrapper
package struct OptionGroup<Group: ParsableArguments>: Declared, Grouped {
    package let wrappedValue: Group

    package init() { wrappedValue = Group() }

    var held: any ParsableArguments { wrappedValue }

    func definitions(for property: String) -> [Definition] { wrappedValue.definitions }
}

/// A property that holds others.
protocol Grouped {
    var held: any ParsableArguments { get }
}
