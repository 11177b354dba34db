import Canvas
import Files
import Glibc

/// The user's own themes: `$XDG_CONFIG_HOME/bulkhead/themes/*.toml`.
enum ThemeFolder {
    /// The built-in themes with the user's laid over them.
    static var library: ThemeLibrary { ThemeLibrary(adding: files) }

    private static var files: [ThemeFile] {
        guard let folder else { return [] }
        let names = (try? Folder.names(in: folder)) ?? []
        return names.filter { $0.hasSuffix(".toml") }.compactMap { name in
            let path = "\(folder)/\(name)"
            guard let text = try? TextFile.read(path) else { return nil }
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
