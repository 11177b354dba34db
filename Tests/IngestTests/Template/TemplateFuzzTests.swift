import Foundation
import Ingest
import JSON
import Testing

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

    @Test("random expressions neither trap nor hang")
    func expressions() {
        var dice = Dice(state: 20_261_124)
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...12, using: &dice)
            let expression = (0..<count).map { _ in Self.words.randomElement(using: &dice) ?? "" }.joined()
            let closing = String(repeating: ")", count: expression.count { $0 == "(" })
            #expect(!value(of: expression).isEmpty)
            #expect(!value(of: expression + closing).isEmpty)
        }
    }

    @Test("mutated templates neither trap nor hang")
    func templates() throws {
        let names = [
            "arm-quickstart/dmz-nsg/azuredeploy.json", "arm-enterprise/avm/res_network_route-table.main.json",
            "arm-quickstart/microsoft.network_vnet-to-vnet-peering/azuredeploy.json",
        ]
        var dice = Dice(state: 7)
        for name in names {
            let seed = Array(
                try #require(FileManager.default.contents(atPath: "\(CorpusTests.root)/\(name)"))
            )
            for _ in 0..<60 {
                var bytes = seed
                for _ in 0..<Int.random(in: 1...6, using: &dice) {
                    let place = Int.random(in: 0..<bytes.count, using: &dice)
                    switch Int.random(in: 0..<3, using: &dice) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
                    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 30))
                    default:
                        bytes.insert(
                            contentsOf: (Self.words.randomElement(using: &dice) ?? "").utf8,
                            at: place
                        )
                    }
                }
                let document = JSONDocument(name: "fuzz", bytes: bytes)
                let expansion = TemplateExpansion(JSONValue(document: document, offset: 0), path: nil)
                #expect(expansion.resources.count < 100_000)
            }
        }
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
