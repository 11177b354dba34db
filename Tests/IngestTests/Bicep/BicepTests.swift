import Foundation
import Ingest
import JSON
import Testing
import Topology

/// Bicep through a program that stands in for the compiler: it prints what lies beside the file.
@Suite("Bicep", .serialized) struct BicepTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "bulkhead-\(UUID().uuidString)"
    )

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func write(_ files: [String: String]) throws {
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }

    /// A program on a path of its own.
    private func program(_ script: String, name: String = "bin/bicep") throws -> BicepProgram? {
        try write([name: "#!/bin/sh\n\(script)\n"])
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path(name))
        return BicepProgram.find(path: "\(path("none")):\(path("bin"))", home: path("home"))
    }

    /// The compiler that prints `.FILE.json`, and says what stands in `.FILE.err`.
    private static let compiler = #"""
        [ "$3 $4" = "--stdout --no-restore" ] || exit 9
        made="$(dirname "$2")/.$(basename "$2")"
        [ -f "$made.err" ] && cat "$made.err" >&2
        [ -f "$made.json" ] || exit 1
        cat "$made.json"
        """#

    private static let main = """
        // The network.
        param name string = 'v'
        param prefixes array

        @description('the hub')
        resource hub 'Microsoft.Network/virtualNetworks@2024-01-01' = {
          name: name
          properties: {
            addressSpace: { addressPrefixes: prefixes }
            subnets: [
              {
                name: 'a'
              }
              {
                name: 'b'
                properties: {
                  addressPrefix: '10.0.${1}.0/24'
                }
              }
            ]
          }
        }

        module rules 'modules/rules.bicep' = {
          name: 'rules'
          params: {
            group: 'nsg'
          }
        }
        """

    private static let module = """
        param group string
        resource one 'Microsoft.Network/networkSecurityGroups@2024-01-01' = {
          name: group
          properties: {
            securityRules: [for i in range(0, 2): {
              name: 'r${i}'
              properties: {
                priority: 100 + i
              }
            }]
          }
        }
        """

    private static func compiled(symbolic: Bool) -> String {
        let rules =
            #"{"parameters":{"group":{"type":"string"}},"resources":[{"type":"Microsoft.Network/networkSecurityGroups","apiVersion":"2024-01-01","name":"[parameters('group')]","properties":{"copy":[{"name":"securityRules","count":2,"input":{"name":"[format('r{0}', copyIndex('securityRules'))]","properties":{"priority":"[add(100, copyIndex('securityRules'))]"}}}]}}]}"#
        let hub =
            #"{"type":"Microsoft.Network/virtualNetworks","apiVersion":"2024-01-01","name":"[parameters('name')]","properties":{"addressSpace":{"addressPrefixes":"[parameters('prefixes')]"},"subnets":[{"name":"a"},{"name":"b","properties":{"addressPrefix":"10.0.1.0/24"}}]}}"#
        let module =
            #"{"type":"Microsoft.Resources/deployments","apiVersion":"2022-09-01","name":"rules","properties":{"expressionEvaluationOptions":{"scope":"inner"},"mode":"Incremental","parameters":{"group":{"value":"nsg"}},"template":\#(rules)}}"#
        let resources = symbolic ? #"{"hub":\#(hub),"rules":\#(module)}"# : "[\(hub),\(module)]"
        return
            #"{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","languageVersion":"\#(symbolic ? "2.0" : "1.0")","parameters":{"name":{"type":"string","defaultValue":"v"},"prefixes":{"type":"array"}},"resources":\#(resources)}"#
    }

    private func files(symbolic: Bool) -> [String: String] {
        [
            "main.bicep": Self.main, "modules/rules.bicep": Self.module,
            ".main.bicep.json": Self.compiled(symbolic: symbolic),
            "main.parameters.json": #"{"parameters":{"prefixes":{"value":["10.0.0.0/16"]}}}"#,
        ]
    }

    @Test(
        "a folder with a template and its modules is one estate, and leads to the Bicep files",
        arguments: [true, false]
    )
    func folders(_ isSymbolic: Bool) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bicep = try program(Self.compiler)
        try write(files(symbolic: isSymbolic))
        let reading = try Reader.read([.path(folder.path)], bicep: { bicep })
        #expect(!reading.isIncomplete, "\(reading.diagnostics)")
        let hub = try #require(reading.resources.first { $0.name == "v" }).body
        func line(_ body: JSONValue, _ path: String) -> String {
            let position = body.locate(path).position
            return "\(position.file.split(separator: "/").last ?? ""):\(position.line):\(position.column)"
        }
        #expect(hub.locate("properties.addressSpace.addressPrefixes[0]").value?.string == "10.0.0.0/16")
        #expect(line(hub, "properties.subnets") == "main.bicep:10:5")
        #expect(line(hub, "properties.subnets[1].properties.addressPrefix") == "main.bicep:17:11")
        #expect(hub.position.line == 6)
        let rules = try #require(reading.resources.first { $0.name == "nsg" }).body
        #expect(rules["securityRules"]?.elements.count == 2)
        #expect(line(rules, "properties.securityRules[1].properties.priority") == "rules.bicep:8:9")
        #expect(rules.position.file.hasSuffix("rules.bicep") && rules.position.line == 2)
        let expansion = try TemplateExpansion(of: .path(path("main.bicep")), bicep: { bicep })
        #expect(expansion.resources.map(\.name) == ["v", "rules", "nsg"])
    }

    @Test("parameters in Bicep bring their template along; of several files the one named like it counts")
    func parameters() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bicep = try program(Self.compiler)
        func printed(_ prefix: String) throws -> String {
            var writer = JSONWriter(pretty: false)
            writer.object {
                $0.member("templateJson", Self.compiled(symbolic: true))
                $0.member("parametersJson", #"{"parameters":{"prefixes":{"value":["\#(prefix)"]}}}"#)
            }
            return writer.text
        }
        let values = "using './main.bicep'\n\nparam prefixes = [\n  '10.9.0.0/16'\n]\n"
        try write([
            "e/main.bicep": Self.main, "e/modules/rules.bicep": Self.module, "e/alpha.bicepparam": values,
            "e/main.bicepparam": values, "e/.main.bicepparam.json": try printed("10.9.0.0/16"),
            "e/.alpha.bicepparam.json": try printed("10.8.0.0/16"),
        ])
        let reading = try Reader.read([.path(path("e"))], bicep: { bicep })
        let hub = try #require(reading.resources.first { $0.name == "v" }).body
        let prefix = hub.locate("properties.addressSpace.addressPrefixes[0]")
        #expect(prefix.value?.string == "10.9.0.0/16" && reading.resources.count == 2)
        #expect(reading.left.contains { $0.contains("other parameters of") }, "\(reading.left)")
        let named = try Reader.read([.path(path("e/alpha.bicepparam"))], bicep: { bicep })
        #expect(
            named.resources.first?.body.locate("properties.addressSpace.addressPrefixes[0]").value?.string
                == "10.8.0.0/16"
        )
    }

    @Test("what the compiler says stands at its place, and the rest of the input is read")
    func messages() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bicep = try program(Self.compiler)
        try write([
            "e/bad.bicep": "resource x", "e/ok.json": FormatTests.rowV,
            "e/.bad.bicep.err":
                "\(path("e/bad.bicep"))(1,11) : Error BCP017: Expected a type.\n\(path("e/bad.bicep"))(1,1) : Warning w: Mind.\nnoise\n",
        ])
        let reading = try Reader.read([.path(path("e"))], bicep: { bicep })
        #expect(reading.resources.count == 1 && reading.isIncomplete)
        let error = try #require(reading.diagnostics.first { $0.severity == .error })
        #expect(error.message == "BCP017: Expected a type." && error.position?.column == 11)
        #expect(error.position?.file == path("e/bad.bicep"))
        #expect(reading.diagnostics.contains { $0.severity == .warning && $0.message == "w: Mind." })
    }

    @Test("without the compiler one line says how to get it")
    func absent() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(["e/a.bicep": Self.module, "e/b.bicep": Self.module, "e/ok.json": FormatTests.rowV])
        let reading = try Reader.read([.path(path("e"))], bicep: { nil })
        #expect(reading.resources.count == 1 && reading.isIncomplete)
        let told = reading.diagnostics.filter { $0.message.contains("az bicep install") }
        #expect(told.count == 1 && told[0].message.contains("a.bicep and 1 more: "), "\(told)")
        #expect(throws: IngestError.self) {
            try TemplateExpansion(of: .path(path("e/a.bicep")), bicep: { nil })
        }
    }

    @Test("the copy that the Azure CLI keeps is used where the CLI is there")
    func commandLine() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try program(Self.compiler, name: "home/.azure/bin/bicep") == nil)
        #expect(try program("exit 1", name: "bin/az") != nil)
    }

    @Test("mutated Bicep files neither trap nor hang, and every part leads somewhere")
    func fuzz() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bicep = try program(Self.compiler)
        try write(files(symbolic: false))
        let spice = [
            "'", "'''", "${", "{", "}", "[", "]", "(", ")", "/*", "//", "\n", "resource ", "for ", "if ", ":",
            "@", "\\",
        ]
        for round in 0..<FuzzEffort.factor {
            var dice = FuzzEffort.dice(99, round: round)
            for _ in 0..<60 {
                var text = Array(Self.main.utf8)
                for _ in 0..<Int.random(in: 1...5, using: &dice) {
                    let place = Int.random(in: 0...text.count, using: &dice)
                    if Bool.random(using: &dice) {
                        text.insert(contentsOf: (spice.randomElement(using: &dice) ?? "").utf8, at: place)
                    } else {
                        let end = min(text.count, place + Int.random(in: 1...30, using: &dice))
                        text.removeSubrange(place..<end)
                    }
                }
                try Data(text).write(to: folder.appendingPathComponent("main.bicep"))
                let expansion = try TemplateExpansion(of: .path(path("main.bicep")), bicep: { bicep })
                #expect(expansion.resources.count == 3)
                for resource in expansion.resources { #expect(resource.body.position.line >= 1) }
            }
        }
    }

    @Test("a compiler that fails, writes without end or is killed is told")
    func hostile() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(["a.bicep": Self.module])
        for (script, word) in [
            ("echo broken >&2; exit 3", "status 3: broken"), ("kill -9 $$", "status 137"), ("yes", "64 MiB"),
            ("echo '['", "input ends"),
        ] {
            let bicep = try program(script)
            do {
                _ = try Reader.read([.path(path("a.bicep"))], bicep: { bicep })
                Issue.record("\(script) gave resources")
            } catch {
                let text = error.diagnostics.map(\.message).joined(separator: " ")
                #expect(text.lowercased().contains(word.lowercased()), "\(script): \(text)")
            }
        }
    }
}
