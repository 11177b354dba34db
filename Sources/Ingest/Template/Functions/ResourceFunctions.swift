/// Functions that name resources and ask for what they hold.
enum ResourceFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction(
            "resourceId",
            2...Int(Int16.max),
            .scoped { arguments, frame, _ throws(TemplateFault) in
                try id(arguments, leading: 2) { before in
                    var scope = frame.deployment.scope
                    // Above subscriptions the function gives ids of the tenant.
                    if scope.level == .managementGroup { scope.level = .tenant }
                    if before.count == 2 { scope.subscription = before[0] }
                    if let group = before.last {
                        scope.resourceGroup = group
                        scope.level = .resourceGroup
                    }
                    return scope.id
                }
            }
        ),
        TemplateFunction(
            "subscriptionResourceId",
            2...Int(Int16.max),
            .scoped { arguments, frame, _ throws(TemplateFault) in
                try id(arguments, leading: 1) {
                    "/subscriptions/\($0.first ?? frame.deployment.scope.subscription)"
                }
            }
        ),
        TemplateFunction(
            "managementGroupResourceId",
            2...Int(Int16.max),
            .scoped { arguments, frame, _ throws(TemplateFault) in
                try id(arguments, leading: 1) { before in
                    let scope = frame.deployment.scope
                    return scope.managementGroupID(before.first ?? scope.managementGroup)
                }
            }
        ),
        TemplateFunction("tenantResourceId", 2...Int(Int16.max)) { arguments throws(TemplateFault) in
            try id(arguments, leading: 0) { _ in "" }
        },
        TemplateFunction("extensionResourceId", 3...Int(Int16.max)) { arguments throws(TemplateFault) in
            guard let base = arguments[0].spelled else { throw arguments.wrong(0, "a string") }
            let rest = Arguments(name: arguments.name, values: Array(arguments.values.dropFirst()))
            let trimmed = base.hasSuffix("/") ? String(base.dropLast()) : base
            let value = try id(rest, leading: 0) { _ in trimmed }
            guard arguments[0].symbolic != nil else { return value }
            return arguments.symbolic(spelled: value.spelled)
        },
        TemplateFunction(
            "reference",
            1...3,
            .scoped { arguments, frame, run throws(TemplateFault) in
                try frame.deployment.reference(arguments, frame, run)
            }
        ),
        TemplateFunction(
            "references",
            1...2,
            .scoped { arguments, frame, run throws(TemplateFault) in
                try frame.deployment.references(arguments, frame, run)
            }
        ),
        TemplateFunction(
            "resourceInfo",
            1...1,
            .scoped { arguments, frame, _ throws(TemplateFault) in
                try frame.deployment.resourceInfo(arguments.string(0))
            }
        ),
        TemplateFunction("providers", 1...2) { $0.symbolic(.runTime) },
        TemplateFunction("pickZones", 3...5) { $0.symbolic(.runTime) },
        TemplateFunction("toLogicalZone", 3...3) { $0.symbolic(.runTime) },
        TemplateFunction("toLogicalZones", 3...3) { $0.symbolic(.runTime) },
        TemplateFunction("toPhysicalZone", 3...3) { $0.symbolic(.runTime) },
        TemplateFunction("toPhysicalZones", 3...3) { $0.symbolic(.runTime) },
        TemplateFunction("getSecret", 2...4) { $0.symbolic(.keyVault) },
    ]

    /// An id from `[scope names…], type, names…`.
    ///
    /// - Parameters:
    ///   - arguments: The arguments of the call.
    ///   - leading: The most arguments in front of the type.
    ///   - base: The id of the scope from these arguments.
    /// - Returns: The id; symbolic where a name is.
    /// - Throws: Where the names do not fit the type.
    private static func id(
        _ arguments: Arguments,
        leading: Int,
        _ base: ([String]) -> String
    ) throws(TemplateFault) -> TemplateValue {
        var texts: [String] = []
        var isKnown = true
        for (index, value) in arguments.values.enumerated() {
            guard let text = value.spelled ?? value.scalarText else {
                throw arguments.wrong(index, "a string")
            }
            texts.append(text)
            if value.symbolic != nil { isKnown = false }
        }
        guard
            let place = arguments.values.prefix(leading + 1).firstIndex(where: {
                $0.string?.contains("/") == true
            })
        else {
            if let symbolic = arguments.values.lazy.compactMap(\.symbolic).first { throw .unknown(symbolic) }
            throw arguments.fault("it has no resource type such as 'Microsoft.Network/virtualNetworks'.")
        }
        let type = texts[place].split(separator: "/").joined(separator: "/")
        // A name may hold several segments of it.
        let names = texts[(place + 1)...].flatMap { $0.split(separator: "/").map(String.init) }
        let given = arguments.count - place - 1
        let wanted = type.utf8.count { $0 == UInt8(ascii: "/") }
        guard given == wanted || isKnown && names.count == wanted || !isKnown else {
            throw arguments.fault(
                "the type '\(texts[place])' requires \(wanted) resource name argument(s), and has \(given)."
            )
        }
        let segments = given == wanted ? Array(texts[(place + 1)...]) : names
        let id = DeploymentScope.resourceID(base: base(Array(texts[..<place])), type: type, names: segments)
        return isKnown ? .string(id) : arguments.symbolic(spelled: id)
    }
}
