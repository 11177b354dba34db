import Arguments
import Files
import Reports
import Rules
import Topology

/// Which controls there are: the built-in ones and a team's own.
struct RulesOptions: ParsableArguments {
    @Option(help: "A folder of controls of your own in TOML, or one such file; may be repeated.")
    var rules: [String] = []

    /// The built-in controls, and behind them those of the files.
    ///
    /// - Throws: Status 65 where a file is at fault, 66 where there is none.
    func controls() throws -> [Control] { Catalogue.controls + (try own()) }

    /// The team's own controls.
    func own() throws -> [Control] { try RuleFiles(rules).controls() }
}

/// Files of own controls.
struct RuleFiles {
    private let paths: [String]

    init(_ paths: [String]) { self.paths = paths }

    /// The controls of all files, by the names of the files.
    ///
    /// - Throws: Status 65 where a file is at fault, with everything that is wrong on standard error, 66 where a path
    ///   holds no file.
    func controls() throws -> [Control] {
        var own = OwnControls()
        for path in paths {
            let files = Self.files(at: path)
            if files.isEmpty {
                Streams.tell("bulkhead: \(Printable.safe(path)): there is no file of controls (.toml) there.")
                throw ExitStatus.noInput
            }
            for file in files {
                guard let text = try? TextFile.read(file) else {
                    Streams.tell("bulkhead: \(Printable.safe(file)): it is not a readable UTF-8 text file.")
                    throw ExitStatus.noInput
                }
                own.read(text, file: file)
            }
        }
        own.diagnostics.forEach { Streams.tell($0.line) }
        guard own.diagnostics.isEmpty else { throw ExitStatus.broken }
        return own.controls
    }

    /// The TOML files of a folder and of those in it, in the order of their names; or the file itself.
    private static func files(at path: String) -> [String] {
        Folder.exists(path) ? FileWalk(path).files.filter { $0.hasSuffix(".toml") } : FileWalk(path).files
    }
}

extension [Control] {
    /// The controls of those ids or names, or all where none is named.
    ///
    /// - Throws: A usage error that names what to do.
    func named(_ names: [String]) throws -> [Control] {
        guard !names.isEmpty else { return self }
        return try names.map { name in
            let folded = name.lowercased()
            guard let control = first(where: { $0.id.lowercased() == folded || $0.name == folded }) else {
                throw ValidationError("There is no control '\(name)'; 'bulkhead controls' lists them.")
            }
            return control
        }
    }
}
