import Foundation
import Ingest
import JSON
import Testing
import Topology

@Suite("Template corpus") struct TemplateCorpusTests {
    private static func templates(in folder: String) -> [String] {
        let root = "\(CorpusTests.root)/\(folder)"
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".json") && !$0.lowercased().contains("parameters") }.sorted()
            .map { "\(root)/\($0)" }
    }

    /// Strings in brackets that are left in a value, outside of symbolic values.
    private static func left(in value: JSONValue) -> [String] {
        var left: [String] = []
        var open = [value]
        while let next = open.popLast() {
            if let object = next.object {
                if let symbolic = object["$symbolic"] {
                    if object["reason"]?.string == "error" { left.append(symbolic.text) }
                    continue
                }
                left += object.all.map(\.name).filter { $0.hasPrefix("[") }
                open += object.all.map(\.value)
            } else if next.kind == .array {
                open += next.elements
            } else if let text = next.string, text.hasPrefix("["), text.hasSuffix("]") {
                left.append(text)
            }
        }
        return left
    }

    @Test(
        "every template evaluates without error, and no expression is left",
        arguments: ["arm-quickstart", "arm-enterprise"]
    )
    func evaluates(_ folder: String) throws {
        let templates = Self.templates(in: folder)
        #expect(templates.count >= 19)
        for path in templates {
            let expansion = try TemplateExpansion(of: .path(path))
            #expect(expansion.errors.isEmpty, "\(path)")
            // Some of the others ask for a switch to deploy anything.
            #expect(folder != "arm-quickstart" || !expansion.resources.isEmpty, "\(path)")
            for resource in expansion.resources {
                #expect(Self.left(in: resource.body).isEmpty, "\(path) \(resource.id)")
                #expect(resource.id.hasPrefix("/"), "\(path) \(resource.id)")
            }
            for output in expansion.outputs {
                #expect(output.value.map(Self.left)?.isEmpty != false, "\(path) \(output.name)")
            }
        }
    }

    @Test(
        "recorded deployments: the ids that Azure made, and the outputs that do not hang on run-time values"
    )
    func recorded() throws {
        let root = "\(CorpusTests.root)/arm-oracle"
        let names = try FileManager.default.contentsOfDirectory(atPath: root).filter {
            $0.contains(".deployments.")
        }
        #expect(names.count == 16)
        for name in names.sorted() {
            let bytes = try #require(FileManager.default.contents(atPath: "\(root)/\(name)"))
            let document = JSONDocument(name: name, bytes: Array(bytes))
            for entry in document.root?.elements ?? [] { try hold(entry, name) }
        }
    }

    private func hold(_ entry: JSONValue, _ name: String) throws {
        let uri = try #require(entry.member("uri")?.string).split(separator: "/").map(String.init)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "bulkhead-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let parameters = folder.appendingPathComponent("parameters.json")
        try #require(entry.member("parameters")).text.write(to: parameters, atomically: true, encoding: .utf8)
        var options = TemplateOptions()
        options.parameters = parameters.path
        options.subscription = uri.firstIndex(of: "subscriptions").map { uri[$0 + 1] }
        options.resourceGroup = uri.firstIndex(of: "resourcegroups").map { uri[$0 + 1] }
        let template = try #require(entry.member("template")).text
        let expansion = try TemplateExpansion(of: .bytes(name: name, Array(template.utf8)), options: options)
        #expect(expansion.errors.isEmpty, "\(name)")
        let expected = try #require(entry.member("expected"))
        let made = expected.member("outputResources")?.elements.compactMap {
            $0.member("id")?.string?.lowercased()
        }
        #expect(Set(expansion.ids.map { $0.lowercased() }) == Set(made ?? []), "\(name)")
        for (output, value) in expected.member("outputs")?.object?.all ?? [] {
            let found = try #require(
                expansion.outputs.first { $0.name.lowercased() == output.lowercased() },
                "\(name)"
            )
            guard let known = found.value, known.member("$symbolic") == nil else { continue }
            #expect(known.text == value.member("value")?.text, "\(name) \(output)")
        }
    }

    @Test("a folder of templates is one estate; parameter files and linked templates are parts of theirs")
    func estate() throws {
        let reading = try Reader.read([.path("\(CorpusTests.root)/arm-quickstart")])
        #expect(!reading.isIncomplete)
        #expect(reading.resources.count > 700)
        #expect(reading.left.allSatisfy { !$0.contains("parameters") }, "\(reading.left)")
        #expect(!reading.diagnostics.contains { $0.message.contains("'vnets' has no value") })
        let position = try #require(reading.resources.first?.body.position)
        #expect(position.file.hasSuffix("azuredeploy.json") && position.line > 1)
    }
}
