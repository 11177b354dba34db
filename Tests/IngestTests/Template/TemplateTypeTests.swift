import Ingest
import Testing

/// User-defined types, held against the values given for them.
@Suite("Template types") struct TemplateTypeTests {
    private static let definitions =
        #"""
        "definitions":{
          "port":{"type":"int","minValue":1,"maxValue":65535},
          "rule":{"type":"object","properties":{"name":{"type":"string","minLength":2},"port":{"$ref":"#/definitions/port"},
            "note":{"type":"string","nullable":true}},"additionalProperties":false},
          "tags":{"type":"object","properties":{},"additionalProperties":{"type":"string"}},
          "pair":{"type":"array","prefixItems":[{"type":"string"},{"type":"int"}],"items":false},
          "shape":{"type":"object","discriminator":{"propertyName":"kind","mapping":{
            "box":{"$ref":"#/definitions/box"},"dot":{"type":"object","properties":{"kind":{"type":"string"}}}}}},
          "box":{"type":"object","properties":{"kind":{"type":"string"},"side":{"type":"int"}}},
          "level":{"type":"string","allowedValues":["low","high"]}}
        """#

    private func errors(_ type: String, _ value: String) -> [String] {
        TemplateExpansion.of(
            #"""
            "languageVersion":"2.0",\#(Self.definitions),"parameters":{"p":{\#(type),"defaultValue":\#(value)}},"resources":{}
            """#
        ).errors
    }

    private static let rule = ##""$ref":"#/definitions/rule""##
    private static let shape = ##""$ref":"#/definitions/shape""##

    @Test(
        "what fits its type is not told",
        arguments: [
            (rule, #"{"name":"ab","port":443}"#), (rule, #"{"name":"ab","port":443,"note":null}"#),
            (rule, #"{"name":"ab","port":"[length(newGuid())]"}"#),
            (rule, #"{"name":"GEN-X","port":"GEN-Y"}"#),
            (##""type":"array","items":{"$ref":"#/definitions/rule"}"##, #"[{"name":"ab","port":1}]"#),
            (##""$ref":"#/definitions/tags""##, #"{"a":"b"}"#),
            (##""$ref":"#/definitions/pair""##, #"["a",1]"#), (shape, #"{"kind":"box","side":2}"#),
            (shape, #"{"kind":"dot"}"#),
            (##""type":"array","items":{"$ref":"#/definitions/level"}"##, #"["low","high"]"#),
            (#""type":"securestring""#, #""x""#), (#""type":"object""#, #"{"anything":[1]}"#),
        ]
    )
    func fits(_ type: String, _ value: String) { #expect(errors(type, value) == []) }

    @Test(
        "what breaks its type is told with its path",
        arguments: [
            (rule, #"{"port":443}"#, "'p' has no property 'name'"),
            (rule, #"{"name":"a","port":443}"#, "length 1 of the template parameter 'p.name' is less"),
            (rule, #"{"name":"ab","port":70000}"#, "value 70000 of the template parameter 'p.port' is more"),
            (rule, #"{"name":"ab","port":"1"}"#, "'p.port' is not valid. Expected type 'Integer'"),
            (rule, #"{"name":"ab","port":1,"nota":"x"}"#, "has a property 'nota'"),
            (rule, #"{"name":null,"port":1}"#, "'p.name' must not be null"),
            (rule, #"[]"#, "'p' is not valid. Expected type 'Object', found 'Array'"),
            (
                ##""type":"array","items":{"$ref":"#/definitions/rule"}"##, #"[{"name":"ab","port":0}]"#,
                "'p[0].port' is less than the minimum 1"
            ),
            (##""$ref":"#/definitions/tags""##, #"{"a":1}"#, "'p.a' is not valid. Expected type 'String'"),
            (##""$ref":"#/definitions/pair""##, #"["a",1,2]"#, "has 3 elements, and may have 2"),
            (##""$ref":"#/definitions/pair""##, #"[1,1]"#, "'p[0]' is not valid"),
            (shape, #"{"kind":"ball"}"#, "'ball' of the template parameter 'p.kind' is not part"),
            (shape, #"{"kind":"box"}"#, "has no property 'side'"),
            (
                ##""type":"array","items":{"$ref":"#/definitions/level"}"##, #"["low","mid"]"#,
                "'mid' of the template parameter 'p[1]' is not part of the allowed values: low, high"
            ),
        ]
    )
    func breaks(_ type: String, _ value: String, _ message: String) {
        let errors = errors(type, value)
        #expect(errors.count == 1 && errors[0].contains(message), "\(errors)")
    }

    @Test("types that refer to themselves end")
    func cycle() {
        let expansion = TemplateExpansion.of(
            ##"""
            "definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"},
              "node":{"type":"object","properties":{"next":{"$ref":"#/definitions/node","nullable":true}}}},
            "parameters":{"p":{"$ref":"#/definitions/a","defaultValue":1},
              "q":{"$ref":"#/definitions/node","defaultValue":{"next":{"next":{"next":null}}}}},"resources":[]
            """##
        )
        #expect(expansion.errors == [])
    }
}
