/// A value with its own form in an inventory; nil means that there is nothing to tell.
protocol InventoryRenderable {
    var inventory: InventoryValue? { get }
}

extension Bool: InventoryRenderable {
    var inventory: InventoryValue? { .flag(self) }
}

extension Int: InventoryRenderable {
    var inventory: InventoryValue? { .number(self) }
}

extension String: InventoryRenderable {
    var inventory: InventoryValue? { .text(self) }
}

extension ResourceID: InventoryRenderable {
    var inventory: InventoryValue? { .text(text) }
}

extension AddressTerm: InventoryRenderable {
    var inventory: InventoryValue? { .text(text) }
}

extension PortTerm: InventoryRenderable {
    var inventory: InventoryValue? { .text(text) }
}

extension IPAddress: InventoryRenderable {
    var inventory: InventoryValue? { .text(description) }
}

extension NetworkProtocol: InventoryRenderable {
    var inventory: InventoryValue? { .text(description) }
}

extension Setting: InventoryRenderable {
    var inventory: InventoryValue? {
        switch self {
        case .set(let value): InventoryValue(of: value)
        case .absent: nil
        case .unknown(let reason): .unknown(reason: reason)
        }
    }
}

extension Optional: InventoryRenderable {
    var inventory: InventoryValue? { flatMap { InventoryValue(of: $0) } }
}

/// Empty lists are told for what a resource has; a reader need not know which are possible.
extension Array: InventoryRenderable {
    var inventory: InventoryValue? { .list(compactMap { InventoryValue(of: $0) }) }
}

extension Dictionary: InventoryRenderable where Key == String {
    var inventory: InventoryValue? {
        .record(
            sorted { $0.key < $1.key }.compactMap { key, value in
                InventoryValue(of: value).map { InventoryValue.Member(key, $0) }
            }
        )
    }
}
