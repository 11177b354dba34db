import JSON
import Topology

/// Puts the resources of one plan or state together.
struct TerraformEstate {
    private(set) var translator: TerraformTranslator
    private(set) var drafts: [TerraformDraft] = []
    /// Instances of types without a mapping, by type.
    private(set) var unmapped: [(type: String, first: TerraformInstance, count: Int)] = []
    private(set) var remarks: [(severity: Diagnostic.Severity, message: String, place: JSONValue)] = []
    private var places: [ResourceID: Int] = [:]

    init(_ file: TerraformFile) {
        translator = TerraformTranslator(resolver: TerraformResolver(file))
        var merges: [Int] = []
        // What the file makes comes before what it only looks up.
        let order =
            file.instances.indices.filter { !file.instances[$0].isData }
            + file.instances.indices.filter { file.instances[$0].isData }
        for index in order {
            let instance = file.instances[index]
            if instance.provider == "azapi" {
                addAPI(index, &merges)
            } else if let mapping = TerraformTables.mappings[instance.type] {
                if case .into = mapping.identity { merges.append(index) } else { add(index, mapping) }
            } else {
                addUnmapped(index)
            }
        }
        for index in merges { merge(index) }
        placeParts()
        TerraformCompletion.complete(&drafts)
    }

    // MARK: Resources

    private mutating func add(_ index: Int, _ mapping: TerraformMapping) {
        let instance = translator.resolver.file.instances[index]
        guard let id = translator.resolver.id(of: index) else {
            remarks.append(
                (
                    .warning, "\(instance.address) has no id that could be told; it is left out",
                    instance.values
                )
            )
            return
        }
        if id.hasSuffix(" (\(instance.address))") {
            remarks.append(
                (
                    .warning,
                    "\(instance.address) has the name of another resource of its type; its address tells it apart",
                    instance.values
                )
            )
        }
        let content = translator.content(of: index, mapping.rules)
        var draft = draft(index, id, mapping.type, content)
        if case .part(let attributes, let collection) = mapping.identity,
            let parent = translator.resolver.first(attributes, instance, index).map(ResourceID.init)
        {
            let known = parent.text.hasPrefix("/") ? parent : draft.id.parent
            draft.part = known.map { ($0, collection) }
        }
        append(draft)
        for (path, content) in translator.children {
            let collection = path.prefix { $0 != "/" }
            append(
                TerraformDraft(
                    id: ResourceID("\(id)/\(path)"),
                    type: ResourceType("\(mapping.type.text)/\(collection)"),
                    name: String(path.dropFirst(collection.count + 1)),
                    address: instance.address,
                    isData: instance.isData,
                    origin: instance.values,
                    content: content
                )
            )
        }
        translator.children = []
    }

    private mutating func draft(
        _ index: Int,
        _ id: String,
        _ type: ResourceType,
        _ content: GeneratedValue
    ) -> TerraformDraft {
        let instance = translator.resolver.file.instances[index]
        defer { translator.assumed = [] }
        return TerraformDraft(
            id: ResourceID(id),
            type: type,
            name: translator.resolver.name(of: index),
            address: instance.address,
            isData: instance.isData,
            origin: instance.values,
            content: content,
            assumed: translator.assumed
        )
    }

    /// Takes a resource; what is only looked up counts where nothing else says more.
    private mutating func append(_ draft: TerraformDraft) {
        if let place = places[draft.id], draft.isData || !drafts[place].isData {
            if drafts[place].address != draft.address { drafts[place].merged.append(draft.address) }
            return
        }
        places[draft.id] = drafts.count
        drafts.append(draft)
    }

    /// A resource of the provider that takes the REST form itself.
    private mutating func addAPI(_ index: Int, _ merges: inout [Int]) {
        let instance = translator.resolver.file.instances[index]
        switch instance.type {
        case "azapi_update_resource": merges.append(index)
        case "azapi_resource":
            guard let id = translator.resolver.id(of: index),
                let type = instance.values.member("type")?.string?.prefix(while: { $0 != "@" })
            else { return addUnmapped(index) }
            append(draft(index, id, ResourceType(String(type)), translator.apiContent(of: index)))
        default: addUnmapped(index)
        }
    }

    /// A type without a mapping: its id still says what it is; without one it is listed.
    private mutating func addUnmapped(_ index: Int) {
        let instance = translator.resolver.file.instances[index]
        if instance.provider == "azurerm", let id = instance.values.member("id")?.string,
            TerraformResolver.isResourceID(id), let type = ResourceID(id).type
        {
            append(draft(index, id, type, translator.frame(of: index)))
            return
        }
        if let place = unmapped.firstIndex(where: { $0.type == instance.type }) {
            unmapped[place].count += 1
        } else {
            unmapped.append((instance.type, instance, 1))
        }
    }

    // MARK: What is written into others

    private mutating func merge(_ index: Int) {
        let instance = translator.resolver.file.instances[index]
        let mapping = TerraformTables.mappings[instance.type]
        let target: String?
        if case .into(let attributes)? = mapping?.identity {
            target = translator.resolver.first(attributes, instance, index)
        } else {
            target = translator.resolver.id(of: index)
        }
        guard let target, target.hasPrefix("/"), let type = ResourceID(target).type else {
            remarks.append(
                (
                    .warning,
                    "\(instance.address) belongs to something that is \(TerraformResolver.reason); it is left out",
                    instance.values
                )
            )
            return
        }
        let id = ResourceID(target)
        if places[id] == nil {
            // Something that stands elsewhere: what is known of it is what this says.
            append(draft(index, target, type, .nothing))
        } else if let place = places[id] {
            drafts[place].merged.append(instance.address)
        }
        guard let place = places[id] else { return }
        if let mapping {
            let block = instance.block
            translator.write(
                mapping.rules,
                of: block,
                index,
                into: &drafts[place].content,
                inner: [.name("properties")]
            )
        } else {
            drafts[place].content = drafts[place].content.overlaid(with: translator.apiContent(of: index))
        }
    }

    /// Puts parts into the arrays of their parents, where the file has these.
    private mutating func placeParts() {
        var kept: [TerraformDraft] = []
        var inner: [ResourceID: [(collection: String, draft: TerraformDraft)]] = [:]
        for draft in drafts {
            if let part = draft.part, places[part.parent] != nil {
                inner[part.parent, default: []].append((part.collection, draft))
            } else {
                kept.append(draft)
            }
        }
        for index in kept.indices {
            for (collection, draft) in inner[kept[index].id] ?? [] {
                kept[index].content = Self.placing(draft, in: collection, of: kept[index].content)
                kept[index].merged += [draft.address] + draft.merged
            }
        }
        drafts = kept
    }

    private static func placing(
        _ part: TerraformDraft,
        in collection: String,
        of content: GeneratedValue
    ) -> GeneratedValue {
        var items = content["properties"]?[collection]?.items ?? []
        let body = part.body(isPart: true)
        if let place = items.firstIndex(where: { $0["name"]?.string?.isSame(as: part.name) == true }) {
            items[place] = items[place].overlaid(with: body)
        } else {
            items.append(body)
        }
        var object = content.object ?? GeneratedObject()
        var properties = object["properties"]?.object ?? GeneratedObject()
        properties[collection] = .array(items)
        object["properties"] = .object(properties)
        return .object(object)
    }
}
