import Foundation

/// The parts of the SARIF 2.1.0 schema (OASIS, errata 01) that bulkhead writes.
///
/// Names, kinds of values and what must be there; what is not listed is a fault, as the schema allows no other
/// properties.
enum SARIFSchema {
    /// What a property may hold.
    indirect enum Rule: Sendable {
        case text, flag, address
        case integer(from: Int)
        case word([String])
        case object(String)
        case list(Rule, isUnique: Bool)
        /// An object of texts with any names.
        case texts
        /// Any names and values; `tags` are texts, each once.
        case bag
    }

    struct Shape: Sendable {
        var required: [String] = []
        /// One of them must be there.
        var anyOf: [String] = []
        let properties: [String: Rule]
    }

    private static let level = Rule.word(["none", "note", "warning", "error"])

    static let shapes: [String: Shape] = [
        "log": Shape(
            required: ["version", "runs"],
            properties: [
                "$schema": .address, "version": .word(["2.1.0"]),
                "runs": .list(.object("run"), isUnique: false),
            ]
        ),
        "run": Shape(
            required: ["tool"],
            properties: [
                "tool": .object("tool"), "invocations": .list(.object("invocation"), isUnique: false),
                "results": .list(.object("result"), isUnique: false),
                "automationDetails": .object("automationDetails"), "properties": .bag,
                "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]),
            ]
        ),
        "tool": Shape(
            required: ["driver"],
            properties: ["driver": .object("component"), "properties": .bag]
        ),
        "component": Shape(
            required: ["name"],
            properties: [
                "name": .text, "version": .text, "semanticVersion": .text, "informationUri": .address,
                "rules": .list(.object("descriptor"), isUnique: true), "properties": .bag,
            ]
        ),
        "descriptor": Shape(
            required: ["id"],
            properties: [
                "id": .text, "name": .text, "shortDescription": .object("multiformat"),
                "fullDescription": .object("multiformat"), "help": .object("multiformat"),
                "helpUri": .address,
                "defaultConfiguration": .object("configuration"), "properties": .bag,
            ]
        ),
        "multiformat": Shape(
            required: ["text"],
            properties: ["text": .text, "markdown": .text, "properties": .bag]
        ),
        "configuration": Shape(properties: ["enabled": .flag, "level": level, "properties": .bag]),
        "invocation": Shape(
            required: ["executionSuccessful"],
            properties: ["executionSuccessful": .flag, "commandLine": .text, "properties": .bag]
        ),
        "automationDetails": Shape(properties: ["id": .text, "properties": .bag]),
        "result": Shape(
            required: ["message"],
            properties: [
                "ruleId": .text, "ruleIndex": .integer(from: -1),
                "kind": .word(["notApplicable", "pass", "fail", "review", "open", "informational"]),
                "level": level, "message": .object("message"),
                "locations": .list(.object("location"), isUnique: false),
                "relatedLocations": .list(.object("location"), isUnique: true),
                "partialFingerprints": .texts, "suppressions": .list(.object("suppression"), isUnique: true),
                "baselineState": .word(["new", "unchanged", "updated", "absent"]), "properties": .bag,
            ]
        ),
        "message": Shape(
            anyOf: ["text", "id"],
            properties: ["text": .text, "markdown": .text, "id": .text, "properties": .bag]
        ),
        "location": Shape(
            properties: [
                "id": .integer(from: -1), "physicalLocation": .object("physical"),
                "logicalLocations": .list(.object("logical"), isUnique: true), "message": .object("message"),
                "properties": .bag,
            ]
        ),
        "physical": Shape(
            anyOf: ["artifactLocation", "address"],
            properties: [
                "artifactLocation": .object("artifact"), "region": .object("region"), "properties": .bag,
            ]
        ),
        "artifact": Shape(properties: ["uri": .address, "uriBaseId": .text, "index": .integer(from: -1)]),
        "region": Shape(
            properties: [
                "startLine": .integer(from: 1), "startColumn": .integer(from: 1),
                "endLine": .integer(from: 1),
                "endColumn": .integer(from: 1),
            ]
        ),
        "logical": Shape(
            properties: [
                "name": .text, "fullyQualifiedName": .text, "decoratedName": .text, "kind": .text,
                "index": .integer(from: -1), "parentIndex": .integer(from: -1), "properties": .bag,
            ]
        ),
        "suppression": Shape(
            required: ["kind"],
            properties: [
                "kind": .word(["inSource", "external"]),
                "status": .word(["accepted", "underReview", "rejected"]),
                "justification": .text, "properties": .bag,
            ]
        ),
    ]

    /// Everything in a log that does not fit, with the way to it.
    static func faults(in log: Any) -> [String] { faults(log, .object("log"), "$") }

    private static func faults(_ value: Any, _ rule: Rule, _ path: String) -> [String] {
        switch rule {
        case .text: return value is String ? [] : ["\(path) is no text"]
        case .flag: return isFlag(value) ? [] : ["\(path) is neither true nor false"]
        case .address:
            let characters = CharacterSet(charactersIn: "-._~:/?#[]@!$&'()*+,;=%").union(.alphanumerics)
            guard let text = value as? String, !text.isEmpty, URL(string: text) != nil else {
                return ["\(path) is no address"]
            }
            let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII && characters.contains($0) }
            return isPlain ? [] : ["\(path) is no address: \(text)"]
        case .integer(let least):
            guard let number = value as? Int, !isFlag(value), number >= least else {
                return ["\(path) is no whole number from \(least)"]
            }
            return []
        case .word(let words):
            return (value as? String).map(words.contains) == true ? [] : ["\(path) is none of \(words)"]
        case .texts:
            guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
            return object.flatMap { faults($1, .text, "\(path).\($0)") }
        case .bag:
            guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
            return object["tags"].map { faults($0, .list(.text, isUnique: true), "\(path).tags") } ?? []
        case .list(let rule, let isUnique):
            guard let list = value as? [Any] else { return ["\(path) is no list"] }
            var found = list.enumerated().flatMap { faults($1, rule, "\(path)[\($0)]") }
            if isUnique, Set(list.map { $0 as? NSObject }).count != list.count {
                found.append("\(path) repeats itself")
            }
            return found
        case .object(let name):
            guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
            guard let shape = shapes[name] else { return ["there is no shape \(name)"] }
            var found = shape.required.filter { object[$0] == nil }.map { "\(path) has no \($0)" }
            if !shape.anyOf.isEmpty, !shape.anyOf.contains(where: { object[$0] != nil }) {
                found.append("\(path) has none of \(shape.anyOf)")
            }
            for (key, value) in object {
                guard let rule = shape.properties[key] else {
                    found.append("\(path).\(key) is unknown")
                    continue
                }
                found += faults(value, rule, "\(path).\(key)")
            }
            return found
        }
    }

    private static func isFlag(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return number === NSNumber(value: true) || number === NSNumber(value: false)
            || String(cString: number.objCType) == "c"
    }
}
