/// Text from an input as part of a Markdown document, in which it means nothing but itself.
enum Markdown {
    /// The text on one line, with everything escaped that Markdown, HTML, or a forge reading it would act on.
    ///
    /// An invisible space stands behind `@` and `#`, so that nobody is called and no issue is linked.
    static func text(_ text: some StringProtocol) -> String {
        var escaped = ""
        let scalars = Array(Printable.safe(String(text)).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case ":" where index + 1 == scalars.count || scalars[index + 1] == " ": escaped += ":"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$", ":":
                escaped += "\\"
                escaped.unicodeScalars.append(scalar)
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "@": escaped += "@&#8203;"
            case "#": escaped += "#&#8203;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        // What would begin a link of itself, and what would begin a list or a rule.
        if escaped.lowercased().contains("www.") { escaped = escaped.replacing(".", with: "\\.") }
        if let first = escaped.first, "-+=".contains(first) { escaped = "\\" + escaped }
        return escaped
    }

    /// The text where only HTML is read, as in a summary.
    static func markup(_ text: String) -> String {
        var escaped = ""
        for scalar in Printable.safe(text).unicodeScalars {
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "@": escaped += "@&#8203;"
            case "#": escaped += "#&#8203;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The text as code within a line; in a table a bar would end the cell.
    static func code(_ text: some StringProtocol, inTable: Bool = false) -> String {
        var safe = Printable.safe(String(text))
        if inTable { safe = safe.replacing("|", with: "\\|") }
        guard !safe.isEmpty else { return "" }
        let ticks = String(repeating: "`", count: longestRun(of: "`", in: safe) + 1)
        let needsSpace = safe.hasPrefix("`") || safe.hasSuffix("`")
        return needsSpace ? "\(ticks) \(safe) \(ticks)" : ticks + safe + ticks
    }

    /// The text as a block of code.
    static func block(_ text: String) -> String {
        let safe = Printable.safe(text)
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: safe) + 1))
        return "\(fence)sh\n\(safe)\n\(fence)"
    }

    private static func longestRun(of character: Character, in text: String) -> Int {
        var longest = 0
        var run = 0
        for other in text {
            run = other == character ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
