import Foundation
import Ingest
import JSON
import Testing
import Topology

/// Templates on disk: what lies beside them, and what must not be opened.
@Suite("Template files") struct TemplateFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "bulkhead-\(UUID().uuidString)"
    )

    private func write(_ files: [String: String]) throws {
        for (name, text) in files {
            let path = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try text.write(to: path, atomically: true, encoding: .utf8)
        }
    }

    private static let schema =
        #""$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#""#
    private static let network =
        #"{\#(schema),"parameters":{"n":{"type":"string"}},"resources":[{"type":"Microsoft.Network/virtualNetworks","apiVersion":"2023-01-01","name":"[parameters('n')]"}],"outputs":{"x":{"type":"string","value":"[parameters('n')]"}}}"#

    private static func main(_ link: String) -> String {
        #"{\#(schema),"resources":[{"type":"Microsoft.Resources/deployments","apiVersion":"2022-09-01","name":"d","properties":{"templateLink":{\#(link)},"parameters":{"n":{"value":"v"}}}}],"outputs":{"x":{"type":"string","value":"[reference('d').outputs.x.value]"}}}"#
    }

    @Test(
        "a linked template is found by its relative path or by the end of its address",
        arguments: [
            #""relativePath":"nested/net.json""#,
            #""uri":"[uri(deployment().properties.templateLink.uri, 'nested/net.json')]""#,
            #""uri":"https://example.org/repo/main/nested/net.json?sv=1""#,
        ]
    )
    func linked(_ link: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(["main.json": Self.main(link), "nested/net.json": Self.network])
        let expansion = try TemplateExpansion(of: .path(folder.appendingPathComponent("main.json").path))
        #expect(expansion.errors.isEmpty, "\(expansion.errors)")
        #expect(expansion.output("x") == #""v""#)
        #expect(expansion.resources.map(\.deployment) == [nil, "d"])
        #expect(expansion.resources[1].body.position.file.hasSuffix("nested/net.json"))
        let reading = try Reader.read([.path(folder.path)])
        #expect(reading.ids.map { $0.split(separator: "/").last } == ["v"])
    }

    @Test("what lies outside the folder is not opened, and what it deploys is not known")
    func outside() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for link in [
            #""relativePath":"../net.json""#, #""relativePath":"link.json""#, #""uri":"file:///etc/passwd""#,
        ] {
            try write(["in/main.json": Self.main(link), "net.json": Self.network])
            let symbolicLink = folder.appendingPathComponent("in/link.json").path
            try? FileManager.default.createSymbolicLink(
                atPath: symbolicLink,
                withDestinationPath: "../net.json"
            )
            let expansion = try TemplateExpansion(
                of: .path(folder.appendingPathComponent("in/main.json").path)
            )
            #expect(expansion.resources.count == 1)
            #expect(expansion.output("x")?.contains("$symbolic") == true)
            #expect(
                expansion.diagnostics.contains {
                    $0.severity == .warning && $0.message.contains("not lie beside")
                }
            )
        }
    }

    @Test("the parameter file beside a template, a named one, and secrets that only a vault knows")
    func parameters() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write([
            "main.json": Self.network,
            "main.parameters.json": #"{"parameters":{"n":{"value":"beside"}}} // a comment"#,
            "other.json": #"{"parameters":{"n":{"value":"named"}}}"#,
            "vault.json": #"{"parameters":{"n":{"reference":{"keyVault":{"id":"k"},"secretName":"s"}}}}"#,
        ])
        func output(_ name: String?) throws -> String? {
            var options = TemplateOptions()
            options.parameters = name.map { folder.appendingPathComponent($0).path }
            return try TemplateExpansion(
                of: .path(folder.appendingPathComponent("main.json").path),
                options: options
            )
            .output("x")
        }
        #expect(try output(nil) == #""beside""#)
        #expect(try output("other.json") == #""named""#)
        #expect(try output("vault.json") == #"{"$symbolic":"[keyVault('s')]","reason":"key-vault"}"#)
    }
}
