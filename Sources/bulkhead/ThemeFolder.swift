import Canvas
import FoundationEssentials
import Glibc

/// The user's own themes: `$XDG_CONFIG_HOME/bulkhead/themes/*.toml`.
enum ThemeFolder {
    /// The built-in themes with the user's laid over them.
    static var library: ThemeLibrary { ThemeLibrary(adding: files) }

    private static var files: [ThemeFile] {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".toml") }.sorted().compactMap { name in
            let path = "\(folder)/\(name)"
            guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else { return nil }
            return ThemeFile(name: String(name.dropLast(5)), path: path, text: text)
        }
    }

    private static var folder: String? {
        if let configuration = getenv("XDG_CONFIG_HOME") {
            return String(cString: configuration) + "/bulkhead/themes"
        }
        return getenv("HOME").map { String(cString: $0) + "/.config/bulkhead/themes" }
    }
}
