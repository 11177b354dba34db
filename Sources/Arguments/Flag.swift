/// Something that is so where its name is given.
@propertyWrapper
package struct Flag: Declared {
    /// Whether `--no-` before the name turns it off.
    package enum Inversion { case none, prefixedNo }

    private let slot: Slot<Bool>
    private let inversion: Inversion
    private let help: String

    package var wrappedValue: Bool { slot.value }

    package init(wrappedValue: Bool, inversion: Inversion = .none, help: String) {
        slot = Slot(wrappedValue)
        self.inversion = inversion
        self.help = help
    }

    func definitions(for property: String) -> [Definition] {
        let name = property.kebabCased
        let slot = slot
        let standard = slot.value ? "--\(name)" : "--no-\(name)"
        return [
            Definition(
                kind: .flag,
                names: ["--\(name)"],
                inverseNames: inversion == .prefixedNo ? ["--no-\(name)"] : [],
                valueName: "",
                help: help,
                choices: [],
                standard: inversion == .prefixedNo ? standard : "",
                isRequired: false,
                isRepeating: false,
                take: { slot.takes($0 == "true") }
            )
        ]
    }
}
