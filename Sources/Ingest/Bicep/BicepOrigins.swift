import JSON

/// Leads from the parts of a compiled template to the Bicep files they were written in.
///
/// The compiler tells nothing about that. But it keeps names: resources and modules by their symbolic names or, in the
/// older form without them, in their order by type; properties, parameters, variables and outputs by name. What has
/// no counterpart leads to the nearest thing around it that has one.
struct BicepOrigins {
    /// How deep modules are followed.
    private static let deepest = 24

    private var origins = JSONOrigins()
    /// The files that were met.
    private var files: [String: File?] = [:]

    /// A Bicep file with its declarations.
    private struct File {
        let document: JSONDocument
        let declarations: [BicepDeclaration]

        func first(_ kind: BicepDeclaration.Kind, _ symbol: String) -> BicepDeclaration? {
            declarations.first { $0.kind == kind && $0.symbol.lowercased() == symbol.lowercased() }
        }
    }

    /// The place that a part of a template is given where it has none of its own.
    private struct Place {
        let file: File
        let offset: Int
    }

    /// What the compiler printed, as a document whose parts lead to Bicep files.
    ///
    /// - Parameters:
    ///   - bytes: A template, or an object of `template` and `parameters`.
    ///   - path: The file that was compiled.
    ///   - main: The template's own file, where that is another one.
    /// - Returns: The document, named after the file.
    static func document(_ bytes: [UInt8], compiledFrom path: String, template main: String?) -> JSONDocument
    {
        let plain = JSONDocument(name: path, bytes: bytes)
        var map = BicepOrigins()
        guard let root = plain.root, let file = map.file(path) else { return plain }
        let top = Place(file: file, offset: 0)
        map.note(root, top)
        if let main, let object = root.object, let own = map.file(main) {
            for member in object.all {
                if member.name == "template" {
                    map.walk(template: member.value, of: main, Place(file: own, offset: 0), depth: 0)
                } else {
                    map.walk(parameters: member.value, top)
                }
            }
        } else {
            map.walk(template: root, of: path, top, depth: 0)
        }
        return JSONDocument(name: path, bytes: bytes, origins: map.origins)
    }

    private mutating func file(_ path: String) -> File? {
        if let known = files[path] { return known }
        let file = TemplateFolder.read(path).map {
            File(
                document: JSONDocument(name: path, bytes: $0),
                declarations: BicepScanner.declarations(in: $0)
            )
        }
        files[path] = .some(file)
        return file
    }

    private mutating func note(_ value: JSONValue, _ place: Place) {
        origins.note(value.offset, madeFrom: JSONValue(document: place.file.document, offset: place.offset))
    }

    // MARK: Sections

    private mutating func walk(template: JSONValue, of path: String, _ place: Place, depth: Int) {
        note(template, place)
        for (name, value) in template.object?.all ?? [] {
            switch name {
            case "resources": walk(resources: value, of: path, place, depth: depth)
            case "parameters": walk(section: value, .param, place)
            case "variables": walk(section: value, .var, place)
            case "outputs": walk(section: value, .output, place)
            default: note(value, place)
            }
        }
    }

    private mutating func walk(section: JSONValue, _ kind: BicepDeclaration.Kind, _ place: Place) {
        note(section, place)
        for (name, value) in section.object?.all ?? [] {
            let declared = place.file.first(kind, name)
            // What a parameter or an output holds is one level further down.
            let holder = Place(file: place.file, offset: declared?.offset ?? place.offset)
            guard kind != .var, let object = value.object else {
                walk(value, declared?.value, holder)
                continue
            }
            note(value, holder)
            for member in object.all {
                let isValue = ["value", "defaultvalue"].contains(member.name.lowercased())
                walk(member.value, isValue ? declared?.value : nil, holder)
            }
        }
    }

    /// The values that a file of parameters gives.
    private mutating func walk(parameters: JSONValue, _ place: Place) {
        note(parameters, place)
        for (name, value) in parameters.object?.all ?? [] {
            let declared = place.file.first(.param, name)
            let holder = Place(file: place.file, offset: declared?.offset ?? place.offset)
            note(value, holder)
            for member in value.object?.all ?? [] { walk(member.value, declared?.value, holder) }
        }
    }

    private mutating func walk(resources: JSONValue, of path: String, _ place: Place, depth: Int) {
        note(resources, place)
        if let object = resources.object {
            for (name, value) in object.all {
                let declared = place.file.first(.resource, name) ?? place.file.first(.module, name)
                walk(resource: value, declared, of: path, place, depth: depth)
            }
        } else {
            var met: [String: Int] = [:]
            for value in resources.elements {
                let type = value.member("type")?.string?.lowercased() ?? ""
                let number = met[type, default: 0]
                met[type] = number + 1
                walk(
                    resource: value,
                    declaration(number, of: type, in: place.file),
                    of: path,
                    place,
                    depth: depth
                )
            }
        }
    }

    /// The declaration of the so-manieth resource of a type.
    private func declaration(_ number: Int, of type: String, in file: File) -> BicepDeclaration? {
        let isModule = type == "microsoft.resources/deployments"
        let all = file.declarations.filter { declaration in
            if isModule, declaration.kind == .module { return true }
            return declaration.kind == .resource && !declaration.isExisting
                && declaration.target.prefix { $0 != "@" }.lowercased() == type
        }
        return all.indices.contains(number) ? all[number] : nil
    }

    private mutating func walk(
        resource: JSONValue,
        _ declared: BicepDeclaration?,
        of path: String,
        _ place: Place,
        depth: Int
    ) {
        let holder = Place(file: place.file, offset: declared?.offset ?? place.offset)
        guard let declared, declared.kind == .module else { return walk(resource, declared?.value, holder) }
        note(resource, holder)
        for member in resource.object?.all ?? [] {
            guard member.name == "properties" else {
                walk(member.value, declared.value.member(member.name)?.value, holder)
                continue
            }
            note(member.value, holder)
            for property in member.value.object?.all ?? [] {
                switch property.name {
                case "parameters": walk(arguments: property.value, declared.value, holder)
                case "template" where depth < Self.deepest:
                    let target = TemplateFolder.directory(of: path) + declared.target
                    if target.hasSuffix(".bicep"), let inner = file(target) {
                        let top = Place(file: inner, offset: 0)
                        walk(template: property.value, of: target, top, depth: depth + 1)
                    } else {
                        note(property.value, holder)
                    }
                default: note(property.value, holder)
                }
            }
        }
    }

    /// What a module is given, which Bicep calls `params`.
    private mutating func walk(arguments: JSONValue, _ module: BicepNode, _ place: Place) {
        note(arguments, place)
        let given = module.member("params")
        for (name, value) in arguments.object?.all ?? [] {
            let member = given?.value.member(name)
            let holder = Place(file: place.file, offset: member?.offset ?? given?.offset ?? place.offset)
            note(value, holder)
            for inner in value.object?.all ?? [] { walk(inner.value, member?.value, holder) }
        }
    }

    // MARK: Values

    /// Walks a value beside the Bicep value it was compiled from.
    private mutating func walk(_ value: JSONValue, _ node: BicepNode?, _ place: Place) {
        note(value, place)
        let body = node?.body ?? node
        if let object = value.object {
            for member in object.all {
                if member.name == "copy", member.value.kind == .array {
                    walk(copies: member.value, body, place)
                    continue
                }
                let found = body?.member(member.name)
                let holder = Place(file: place.file, offset: found?.offset ?? place.offset)
                walk(member.value, found?.value, holder)
            }
        } else if value.kind == .array {
            for (index, element) in value.elements.enumerated() {
                let found = node?.element(index)
                walk(element, found, Place(file: place.file, offset: found?.offset ?? place.offset))
            }
        }
    }

    /// Loops of properties: each stands under the name of the property it makes.
    private mutating func walk(copies: JSONValue, _ node: BicepNode?, _ place: Place) {
        note(copies, place)
        for copy in copies.elements {
            let found = copy.member("name")?.string.flatMap { node?.member($0) }
            let holder = Place(file: place.file, offset: found?.offset ?? place.offset)
            note(copy, holder)
            for member in copy.object?.all ?? [] {
                walk(member.value, member.name == "input" ? found?.value.body : nil, holder)
            }
        }
    }
}
