import CEmbedded
import TOML

/// The themes to choose from: those built in, and the user's own laid over them by name.
package struct ThemeLibrary: Hashable, Sendable {
    /// The theme in use where nobody chose one.
    package static let standard = "harbor-dark"

    private var files: [String: ThemeFile]

    /// The built-in themes and the given files; one of the same name replaces a built-in theme.
    package init(adding files: [ThemeFile] = []) {
        self.files = [:]
        for file in Self.builtIn + files { self.files[file.name] = file }
    }

    /// The names to choose from, in alphabetical order.
    package var names: [String] { files.keys.sorted() }

    /// The themes compiled in.
    package static let builtIn: [ThemeFile] = {
        var count = 0
        let list = UnsafeBufferPointer(start: embedded_themes(&count), count: count)
        return list.map { file in
            let name = String(cString: file.name)
            let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
            return ThemeFile(
                name: name,
                path: "themes/\(name).toml",
                text: String(decoding: bytes, as: UTF8.self)
            )
        }
    }()

    /// The file of that name, as it was found.
    package func file(named name: String) -> ThemeFile? { files[name] }

    /// Reads a theme with all that it inherits.
    package func theme(named name: String) -> ThemeReading {
        guard let file = files[name] else {
            let nearest = NearestWord.to(name, among: names).map { "; did you mean \($0)?" }
            let choice = nearest ?? ": there is \(names.joined(separator: ", "))"
            return failed("no theme is called \"\(name.truncated(to: 40))\"\(choice)", path: name, line: 1)
        }
        var reader = ThemeSourceReader(file)
        guard var source = reader.read() else { return ThemeReading(theme: nil, problems: reader.problems) }
        var problems = reader.problems
        var seen: Set<String> = [name]
        var next = source.inherits
        while let parent = next {
            guard let file = files[parent.text] else {
                let nearest = NearestWord.to(parent.text, among: names).map { "; did you mean \($0)?" }
                let message = "there is no theme \"\(parent.text)\" to inherit from\(nearest ?? "")"
                problems.append(
                    ThemeProblem(path: parent.path, line: parent.line, message: message.sanitised)
                )
                break
            }
            guard seen.insert(parent.text).inserted else {
                let message = "\"\(parent.text)\" inherits from itself in the end"
                problems.append(
                    ThemeProblem(path: parent.path, line: parent.line, message: message.sanitised)
                )
                break
            }
            var reader = ThemeSourceReader(file)
            let below = reader.read()
            problems += reader.problems
            guard let below else { break }
            source = source.over(below)
            next = below.inherits
        }
        var resolver = ThemeResolver(source)
        let theme = resolver.theme()
        return ThemeReading(theme: theme, problems: problems + resolver.problems)
    }

    private func failed(_ message: String, path: String, line: Int) -> ThemeReading {
        let problem = ThemeProblem(path: path.sanitised, line: line, message: message.sanitised)
        return ThemeReading(theme: nil, problems: [problem])
    }
}
