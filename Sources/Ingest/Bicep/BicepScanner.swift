/// Finds the declarations of a Bicep file and the names in them.
///
/// No compiler: it follows brackets, strings and comments, knows objects, arrays and loops, and passes over every other
/// expression. What it does not understand it leaves out; nesting is bounded.
struct BicepScanner {
    private static let deepest = 100

    private let bytes: [UInt8]
    private var index = 0
    private(set) var declarations: [BicepDeclaration] = []

    /// The declarations of a file in their order.
    static func declarations(in bytes: [UInt8]) -> [BicepDeclaration] {
        var scanner = BicepScanner(bytes: bytes)
        while scanner.index < bytes.count {
            scanner.skipBlank(lines: true)
            let start = scanner.index
            scanner.statement(below: nil)
            if scanner.index == start { scanner.index += 1 }
        }
        return scanner.declarations
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    // MARK: Statements

    private mutating func statement(below parent: (symbol: String, type: String)?) {
        let start = index
        guard let word = identifier() else { return skipExpression() }
        guard let kind = BicepDeclaration.Kind(rawValue: word) else { return skipExpression() }
        guard kind != .import else {
            let target = lastString()
            return add(kind, "", target, false, start, .other(offset: start))
        }
        skipBlank(lines: false)
        let name = kind == .using ? "" : identifier() ?? ""
        skipBlank(lines: false)
        var target = ""
        var isExisting = false
        if kind == .resource || kind == .module || kind == .using {
            target = string() ?? ""
            skipBlank(lines: false)
            let place = index
            if identifier() == "existing" { isExisting = true } else { index = place }
        }
        let symbol = parent.map { "\($0.symbol)::\(name)" } ?? name
        if let parent, !target.contains("/") {
            target = "\(parent.type.prefix { $0 != "@" })/\(target)"
        }
        // The type of a parameter or an output stands in front of the value.
        while index < bytes.count, !isAt("="), !isAtLineEnd { skipToken() }
        guard take("=") else {
            return add(kind, symbol, target, isExisting, start, .other(offset: start))
        }
        let place = declarations.count
        let value = value(depth: 0, of: kind == .resource ? (symbol, target) : nil)
        skipExpression()
        // Nested resources stand behind the one around them.
        declarations.insert(
            BicepDeclaration(
                kind: kind,
                symbol: symbol,
                target: target,
                isExisting: isExisting,
                offset: start,
                value: value
            ),
            at: place
        )
    }

    private mutating func add(
        _ kind: BicepDeclaration.Kind,
        _ symbol: String,
        _ target: String,
        _ isExisting: Bool,
        _ offset: Int,
        _ value: BicepNode
    ) {
        declarations.append(
            BicepDeclaration(
                kind: kind,
                symbol: symbol,
                target: target,
                isExisting: isExisting,
                offset: offset,
                value: value
            )
        )
    }

    // MARK: Values

    private mutating func value(depth: Int, of resource: (symbol: String, type: String)? = nil) -> BicepNode {
        skipBlank(lines: false)
        let start = index
        guard depth < Self.deepest else {
            skipExpression()
            return .other(offset: start)
        }
        if isAt("{") { return object(depth: depth, of: resource) }
        if isAt("[") { return array(depth: depth, of: resource) }
        if identifier() == "if" {
            skipBlank(lines: false)
            if isAt("(") { skipToken() }
            skipBlank(lines: true)
            if isAt("{") { return object(depth: depth, of: resource) }
        }
        index = start
        return .other(offset: start)
    }

    private mutating func object(depth: Int, of resource: (symbol: String, type: String)?) -> BicepNode {
        let start = index
        index += 1
        var members: [BicepNode.Member] = []
        while index < bytes.count {
            skipBlank(lines: true)
            if take("}") { break }
            let place = index
            if isAt("@") {
                skipExpression()
            } else if let name = identifier() ?? string() {
                skipBlank(lines: false)
                if take(":") {
                    let value = value(depth: depth + 1)
                    members.append(BicepNode.Member(name: name, offset: place, value: value))
                    skipExpression()
                } else if name == "resource", let resource {
                    index = place
                    statement(below: resource)
                } else {
                    skipExpression()
                }
            } else {
                skipExpression()
            }
            if index == place { index += 1 }
        }
        return .object(offset: start, members: members)
    }

    private mutating func array(depth: Int, of resource: (symbol: String, type: String)?) -> BicepNode {
        let start = index
        index += 1
        skipBlank(lines: true)
        let first = index
        if identifier() == "for" {
            while index < bytes.count, !isAt(":"), !isAt("]") { skipToken() }
            guard take(":") else { return .other(offset: start) }
            let body = value(depth: depth + 1, of: resource)
            while index < bytes.count, !isAt("]") { skipToken() }
            index += 1
            return .loop(offset: start, body: body)
        }
        index = first
        var elements: [BicepNode] = []
        while index < bytes.count {
            skipBlank(lines: true)
            if take("]") { break }
            let place = index
            elements.append(value(depth: depth + 1))
            skipExpression()
            if index == place { index += 1 }
        }
        return .array(offset: start, elements: elements)
    }

    // MARK: Pieces

    private mutating func identifier() -> String? {
        let start = index
        while index < bytes.count, Self.isInName(bytes[index]) { index += 1 }
        return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
    }

    /// The text of a string in quotes, as it stands there.
    private mutating func string() -> String? {
        guard isAt("'") else { return nil }
        let start = index
        skipToken()
        return String(decoding: bytes[min(start + 1, index)..<max(start + 1, index - 1)], as: UTF8.self)
    }

    /// The last string of a statement; empty where it has none.
    private mutating func lastString() -> String {
        var last = ""
        while index < bytes.count, !isAtLineEnd {
            if let text = string() { last = text } else { skipToken() }
        }
        return last
    }

    /// Passes over what is left of an expression, up to the end of its line or what closes the value around it.
    private mutating func skipExpression() {
        while index < bytes.count, !isAtLineEnd, !isAt(","), !isAt("}"), !isAt("]"), !isAt(")") {
            skipToken()
        }
        if index < bytes.count, isAtLineEnd || isAt(",") { index += 1 }
    }

    /// Passes over a string, a comment, a pair of brackets with what is in it, or a single character.
    private mutating func skipToken() {
        var depth = 0
        repeat {
            skipComment()
            guard index < bytes.count else { return }
            switch bytes[index] {
            case UInt8(ascii: "'"): skipString()
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                index += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                index += 1
            default: index += 1
            }
        } while depth > 0
    }

    private mutating func skipString() {
        let isLong = bytes[index...].starts(with: Array("'''".utf8))
        index += isLong ? 3 : 1
        while index < bytes.count {
            if isLong {
                if bytes[index...].starts(with: Array("'''".utf8)) {
                    index += 3
                    // Further quotes at the end belong to the text.
                    while isAt("'") { index += 1 }
                    return
                }
            } else if bytes[index] == UInt8(ascii: "\\") {
                index += 1
            } else if bytes[index] == UInt8(ascii: "'") {
                index += 1
                return
            } else if bytes[index] == 0x0A {
                return
            } else if bytes[index...].starts(with: Array("${".utf8)) {
                skipInterpolation()
                continue
            }
            index += 1
        }
    }

    /// Passes over `${…}`, in which strings may stand with further ones in them.
    private mutating func skipInterpolation() {
        index += 1
        var depth = 0
        while index < bytes.count, bytes[index] != 0x0A {
            switch bytes[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { return }
        }
    }

    private mutating func skipBlank(lines: Bool) {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 || byte == 0x0D
                || lines && (byte == 0x0A || byte == UInt8(ascii: ","))
            {
                index += 1
            } else if !skipComment() {
                return
            }
        }
    }

    @discardableResult
    private mutating func skipComment() -> Bool {
        guard isAt("/"), index + 1 < bytes.count else { return false }
        if bytes[index + 1] == UInt8(ascii: "/") {
            while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            return true
        }
        guard bytes[index + 1] == UInt8(ascii: "*") else { return false }
        index += 2
        while index + 1 < bytes.count, !bytes[index...].starts(with: Array("*/".utf8)) { index += 1 }
        index = min(index + 2, bytes.count)
        return true
    }

    private var isAtLineEnd: Bool { index < bytes.count && bytes[index] == 0x0A }

    private func isAt(_ symbol: Unicode.Scalar) -> Bool {
        index < bytes.count && bytes[index] == UInt8(ascii: symbol)
    }

    private mutating func take(_ symbol: Unicode.Scalar) -> Bool {
        guard isAt(symbol) else { return false }
        index += 1
        return true
    }
}
