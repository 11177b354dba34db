import Foundation
import Ingest
import JSON
import Testing
import Topology

/// Hostile templates: whatever comes, an answer comes back, and soon.
@Suite("Template fuzz") struct TemplateFuzzTests {
    private static let words = [
        "concat(", "[", "]", "(", ")", "'", "''", ",", ".", "parameters('a')", "variables('v')",
        "copyIndex()", "range(0,9999)",
        "map(", "lambda('x',", "lambdaVariables('x')", "createObject(", "json('", "format('{0}',",
        "-9223372036854775808",
        "substring('a',", "cidrSubnet('10.0.0.0/8',", "reference('r')", "tryGet(", "null()", "padLeft('',",
        "\\u0000", "é",
        "mul(9223372036854775807,2)", "skip('a',-5)", "take('a',-5)", "dateTimeAdd('9999-12-31','P9999Y')",
        "div(-9223372036854775808,-1)",
    ]

    private static let scalars = [
        "''", "'a'", "'a/b'", "'10.0.0.0/8'", "'::/0'", "'2020-01-01'", "'P1Y'", "'{0:N2}'", "'é\u{301}'",
        "0", "1", "-1",
        "9223372036854775807", "1.5", "true()", "false()", "null()", "createArray()",
        "createArray(1,'a',null())",
        "createObject('a',1)", "json('{\"a\":[1,{\"b\":2.5}]}')", "newGuid()", "parameters('missing')",
        "reference('r')",
        "resourceGroup()", "variables('v')", "lambdaVariables('x')", "lambda('x', lambdaVariables('x'))",
        "lambda('x','y', true())", "range(0, 40)", "'\u{0}'", "'%zz'", "'data:;base64,!'",
    ]

    /// A call of any function with any arguments, mostly as many as it may have.
    private static func call(_ dice: inout Dice, depth: Int) -> String {
        let name = TemplateFunctionNames.all.randomElement(using: &dice) ?? "not"
        let arguments = (0..<Int.random(in: 0...4, using: &dice)).map { _ in
            depth < 4 && Int.random(in: 0..<3, using: &dice) == 0
                ? call(&dice, depth: depth + 1) : scalars.randomElement(using: &dice) ?? "0"
        }
        let step =
            [".a", "[0]", "['a']", "[-1]", ".a.b", "", "", "", "", ""].randomElement(using: &dice) ?? ""
        return "\(name)(\(arguments.joined(separator: ", ")))\(step)"
    }

    @Test("random expressions neither trap nor hang")
    func expressions() {
        for round in 0..<FuzzEffort.factor {
            var dice = FuzzEffort.dice(20_261_124, round: round)
            for _ in 0..<2_000 {
                let count = Int.random(in: 1...12, using: &dice)
                let expression = (0..<count).map { _ in Self.words.randomElement(using: &dice) ?? "" }
                    .joined()
                let closing = String(repeating: ")", count: expression.count { $0 == "(" })
                #expect(!value(of: expression).isEmpty)
                #expect(!value(of: expression + closing).isEmpty)
            }
        }
    }

    @Test("every function takes any arguments")
    func calls() {
        let resource =
            #""parameters":{"missing":{"type":"object"}},"variables":{"v":[1,"a"]},"resources":[{"type":"A.B/c","apiVersion":"1","name":"r","properties":{"a":{"b":[1]}}}]"#
        for round in 0..<FuzzEffort.factor {
            var dice = FuzzEffort.dice(4_242, round: round)
            for _ in 0..<6_000 {
                var writer = JSONWriter(pretty: false)
                writer.value("[\(Self.call(&dice, depth: 0))]")
                let expansion = TemplateExpansion.of(
                    #"\#(resource),"outputs":{"o":{"type":"object","value":\#(writer.text)}}"#
                )
                #expect(expansion.output("o") != nil, "\(writer.text)")
            }
        }
    }

    private static let files = [
        "arm-quickstart/dmz-nsg/azuredeploy.json", "arm-enterprise/avm/res_network_route-table.main.json",
        "arm-quickstart/microsoft.network_vnet-to-vnet-peering/azuredeploy.json",
        "arm-enterprise/avm/res_network_private-endpoint.main.json",
        "terraform/infracost/azure_firewall_plan.json", "terraform/inframap/azure.tfstate.json",
    ]

    @Test("mutated templates and plans neither trap nor hang")
    func templates() throws {
        for (number, name) in Self.files.enumerated() {
            let content = try #require(FileManager.default.contents(atPath: "\(CorpusTests.root)/\(name)"))
            let seed = Array(content)
            for round in 0..<FuzzEffort.factor {
                var dice = FuzzEffort.dice(7 + UInt64(number), round: round)
                for _ in 0..<40 {
                    let bytes = Self.mutated(seed, &dice)
                    let reading = try? Reader.read([.bytes(name: "fuzz", bytes)])
                    #expect(reading.map { $0.resources.count < 100_000 } ?? true)
                    // What was merged and indexed can be walked.
                    if let topology = reading?.topology {
                        for resource in topology.resources { #expect(resource.body.range.count >= 0) }
                    }
                }
            }
        }
    }

    private static func mutated(_ seed: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...6, using: &dice) {
            let place = Int.random(in: 0..<max(1, bytes.count), using: &dice)
            switch Int.random(in: 0..<4, using: &dice) {
            case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes.removeSubrange(min(place, bytes.count)..<min(bytes.count, place + 30))
            case 2:
                let piece = Array(bytes[min(place, bytes.count)..<min(bytes.count, place + 400)])
                bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &dice))
            default:
                bytes.insert(
                    contentsOf: (words.randomElement(using: &dice) ?? "").utf8,
                    at: min(place, bytes.count)
                )
            }
        }
        return bytes
    }

    @Test(
        "bombs are told and end soon",
        arguments: [
            // Doubling: arrays, strings, nesting.
            "concat(variables('v29'), variables('v29'))",
            "length(map(range(0, 10000), lambda('x', map(range(0, 10000), lambda('y', 1)))))",
            "reduce(range(0, 10000), createArray(), lambda('a', 'b', createArray(lambdaVariables('a'))))",
            "reduce(range(0, 10000), 'xxxxxxxxxx', lambda('a', 'b', concat(lambdaVariables('a'), lambdaVariables('a'))))",
            "replace(padLeft('', 100000, 'a'), 'a', padLeft('', 100000, 'b'))",
        ]
    )
    func bombs(_ expression: String) {
        var variables = #""v0":[1,2,3,4]"#
        for number in 1...29 {
            variables +=
                #","v\#(number)":"[concat(variables('v\#(number - 1)'), variables('v\#(number - 1)'))]""#
        }
        let found = value(of: expression, #""variables":{\#(variables)}"#)
        #expect(found.hasPrefix("error: "), "\(found.prefix(200))")
    }

    @Test("deep nesting is refused, not followed")
    func deep() {
        let text = #""resources":"# + String(repeating: "[", count: 100_000)
        #expect(TemplateExpansion.of(text).errors.first?.contains("deeper than 200") == true)
        let chain = (0..<5_000).map { #""v\#($0)":"[variables('v\#($0 + 1)')]""# }.joined(separator: ",")
        #expect(value(of: "variables('v0')", #""variables":{\#(chain),"v5000":1}"#).contains("400 levels"))
    }

    @Test("a long chain of references ends, and so do deployments in each other")
    func chains() {
        let chain = (0..<3_000).map {
            #"{"type":"A.B/c","apiVersion":"1","name":"r\#($0)","properties":{"a":[[{"b":"[reference('r\#($0 + 1)').a[0][0].b]"}]]}}"#
        }
        let expansion = TemplateExpansion.of(#""resources":[\#(chain.joined(separator: ","))]"#)
        #expect(expansion.resources.count == 3_000)
        var nested = #""resources":[]"#
        for number in 0..<30 {
            nested =
                #""resources":[{"type":"Microsoft.Resources/deployments","name":"d\#(number)","apiVersion":"1","properties":{"template":{\#(nested)}}}]"#
        }
        #expect(TemplateExpansion.of(nested).errors.count == 1)
    }
}
