package import JSON
package import Topology

/// A template, evaluated: its resources and outputs, and everything there is to say about them.
package struct TemplateExpansion: Sendable {
    package private(set) var resources: [ExpandedResource] = []
    package private(set) var outputs: [ExpandedOutput] = []
    package internal(set) var diagnostics: [Diagnostic] = []
    /// The files that belong to the template: linked templates and parameter files.
    package private(set) var files: Set<String> = []
    /// Whether the template could be parsed.
    package private(set) var isReadable = true

    /// Evaluates a template that was read.
    ///
    /// - Parameters:
    ///   - value: The template, or an object with it and its parameters as `template` and `parameters`.
    ///   - path: Its file, for what lies beside it; nil where it has none.
    ///   - options: Where it is deployed, and with which parameters.
    package init(_ value: JSONValue, path: String?, options: TemplateOptions = TemplateOptions()) {
        let document = value.document
        let folder = TemplateFolder(root: path.map(TemplateFolder.directory))
        let run = TemplateRun(folder: folder)
        let number = run.add(document)
        var node: TemplateNode
        // A template that comes with its parameters is not given those beside it.
        var hasParameters = false
        var inputs: [String: Deployment.ParameterInput] = [:]
        do throws(TemplateFault) {
            node = try TemplateSyntax.read(document.bytes, document: number, from: value.offset)
            if node["resources"] == nil, let inner = node["template"], inner.object != nil {
                inputs = Deployment.inputs(node["parameters"]) { $0.written }
                hasParameters = !inputs.isEmpty
                node = inner
            }
        } catch {
            diagnostics.append(Diagnostic(.error, error.message, at: document.position(at: error.offset)))
            isReadable = false
            return
        }
        let template = Template(node)
        let scope = options.scope(template.level)
        if let madeUp = options.madeUp(scope) {
            run.tell(.note, "Where the template is deployed is assumed: \(madeUp).", at: node.origin)
        }
        inputs.merge(Self.parameters(beside: hasParameters ? nil : path, options.parameters, run)) {
            _,
            named in named
        }
        let deployment = Deployment(
            name: options.deployment ?? path.map(Self.stem(of:)) ?? "deployment",
            template: template,
            scope: scope,
            run: run,
            inputs: inputs,
            directory: folder.root ?? ""
        )
        deployment.evaluate()
        var evaluated: [EvaluatedResource] = []
        deployment.collect(into: &evaluated, deployment: nil)
        if options.fillsIn { EstateCompletion.complete(&evaluated, run.references) }
        write(evaluated, deployment.outputs, run, name: document.name)
        files = run.linked
        diagnostics += run.diagnostics
    }

    private mutating func write(
        _ evaluated: [EvaluatedResource],
        _ outputs: TemplateObject,
        _ run: TemplateRun,
        name: String
    ) {
        var builder = DocumentBuilder(documents: run.documents)
        var places: [(EvaluatedResource, Int)] = []
        for resource in evaluated {
            var body = resource.body
            if !resource.assumed.isEmpty { body.set("$assumed", .list(resource.assumed.map { .string($0) })) }
            guard let offset = builder.add(.object(body), origin: resource.origin) else {
                run.tell(.error, "The resources take more than \(DocumentBuilder.limit >> 20) MiB.", at: nil)
                break
            }
            places.append((resource, offset))
        }
        var values: [(TemplateObject.Member, Int?)] = []
        for member in outputs.members {
            guard let output = member.value.object, let value = output["value"] else { continue }
            let isSecret = output["type"]?.string?.lowercased().hasPrefix("secure") == true
            values.append((member, isSecret ? nil : builder.add(value.settled, origin: member.origin)))
        }
        let document = builder.document(name: name)
        resources = places.map { resource, offset in
            ExpandedResource(
                id: resource.id,
                type: resource.type,
                name: resource.name,
                scope: resource.scope,
                deployment: resource.deployment,
                isExisting: resource.isExisting,
                isDeployment: resource.isDeployment,
                assumed: resource.assumed,
                body: JSONValue(document: document, offset: offset)
            )
        }
        self.outputs = values.map { member, offset in
            ExpandedOutput(
                name: member.name,
                type: member.value.object?["type"]?.string ?? "object",
                value: offset.map { JSONValue(document: document, offset: $0) }
            )
        }
    }

    // MARK: Parameter files

    /// The values of the parameter file that is named, or that lies beside the template.
    private static func parameters(
        beside path: String?,
        _ named: String?,
        _ run: TemplateRun
    ) -> [String: Deployment.ParameterInput] {
        let candidates = named.map { [$0] } ?? path.map(parameterFiles) ?? []
        for candidate in candidates {
            // A file that is named may be a pipe; one that is only found must lie there as a file.
            let found = named == nil ? TemplateFolder.read(candidate) : try? FileBytes(path: candidate).bytes
            guard let bytes = found else {
                if named != nil {
                    run.tell(.error, "\(candidate): the parameter file cannot be read.", at: nil)
                }
                continue
            }
            do throws(TemplateFault) {
                let node = try run.read(bytes, name: candidate)
                let values = node["$schema"] == nil && node["parameters"] == nil ? node : node["parameters"]
                guard node["resources"] == nil, values?.object != nil else { continue }
                run.linked.insert(candidate)
                return Deployment.inputs(values) { $0.written }
            } catch {
                run.tell(.error, "\(candidate): \(error.message)", at: nil)
            }
        }
        return [:]
    }

    /// Where the parameters of a template may lie.
    static func parameterFiles(_ path: String) -> [String] {
        let directory = TemplateFolder.directory(of: path)
        let stem = stem(of: path)
        var files = ["\(directory)\(stem).parameters.json", "\(directory)\(stem).param.json"]
        // The portal exports the two under these names.
        if stem.lowercased() == "template" { files.append("\(directory)parameters.json") }
        return files
    }

    /// The template that a parameter file is named after; nil where its name does not say so.
    static func template(ofParameters path: String) -> String? {
        let directory = TemplateFolder.directory(of: path)
        let file = path.dropFirst(directory.count)
        for word in [".parameters.", ".param."] {
            if let place = file.lowercased().firstRange(of: word)?.lowerBound {
                let stem = file.prefix(
                    file.lowercased().distance(from: file.lowercased().startIndex, to: place)
                )
                return "\(directory)\(stem).json"
            }
        }
        return nil
    }

    private static func stem(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let ending = [".json", ".bicep", ".bicepparam"].first { file.lowercased().hasSuffix($0) }
        return String(file.dropLast(ending?.count ?? 0))
    }
}
