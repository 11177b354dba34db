/// What people call a type, and with what it belongs.
package struct TypeName: Sendable {
    /// With what a type is shown.
    package enum Category: String, Sendable, CaseIterable {
        case network, compute, security, service, identity, other
    }

    /// The noun in the singular, for example `Virtual network gateway`.
    package let noun: String
    package let category: Category

    /// The name of a type; of a type without typed values one made of its last word.
    package static func of(_ type: ResourceType) -> TypeName {
        table[type] ?? TypeName(noun: words(of: type), category: category(of: type))
    }

    /// `Microsoft.Foo/barBazzes` as `Bar bazzes`.
    private static func words(of type: ResourceType) -> String {
        let last = type.text.split(separator: "/").last ?? ""
        var words = ""
        for character in last {
            if character.isUppercase, words.last?.isLowercase == true {
                words += " " + character.lowercased()
            } else {
                words.append(character)
            }
        }
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func category(of type: ResourceType) -> Category {
        switch type.namespace.lowercased() {
        case "microsoft.network", "microsoft.cdn", "microsoft.classicnetwork": .network
        case "microsoft.compute", "microsoft.classiccompute", "microsoft.containerservice": .compute
        case "microsoft.security", "microsoft.securityinsights": .security
        case "microsoft.authorization", "microsoft.managedidentity", "microsoft.aad": .identity
        case "microsoft.resources", "microsoft.management", "microsoft.insights": .other
        default: .service
        }
    }

    private static let table: [ResourceType: TypeName] = {
        var table: [ResourceType: TypeName] = [:]
        for (category, kinds) in kinds {
            for (kind, noun) in kinds {
                for type in kind.types { table[type] = TypeName(noun: noun, category: category) }
            }
        }
        return table
    }()
}

extension ResourceType {
    /// What people call it, for example `Virtual network gateway`.
    package var noun: String { TypeName.of(self).noun }

    package var category: TypeName.Category { TypeName.of(self).category }
}
