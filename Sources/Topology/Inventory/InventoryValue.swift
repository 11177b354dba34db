/// The model of an estate as a tree of plain values, for whoever prints it.
package indirect enum InventoryValue: Hashable, Sendable {
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([InventoryValue])
    /// Named values in the order in which they are told.
    case record([Member])
    /// A property that the input has but that cannot be known.
    case unknown(reason: String)

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: InventoryValue

        package init(_ name: String, _ value: InventoryValue) {
            self.name = name
            self.value = value
        }
    }
}
