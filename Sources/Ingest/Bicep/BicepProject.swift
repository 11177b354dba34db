import JSON
import Topology

/// Which Bicep files of the inputs are compiled: those that no other one of them is made of.
struct BicepProject {
    /// The files to compile, and whether the user named them.
    private(set) var mains: [(path: String, isNamed: Bool)] = []
    /// What is not compiled although nothing uses it, with the reason.
    private(set) var left: [(path: String, reason: String)] = []

    static func isBicep(_ path: String) -> Bool { path.hasSuffix(".bicep") || path.hasSuffix(".bicepparam") }

    init(_ files: [(path: String, isNamed: Bool)]) {
        var used: Set<String> = []
        var parameters: [String: [String]] = [:]
        for (path, _) in files {
            let declarations = TemplateFolder.read(path).map(BicepScanner.declarations) ?? []
            for declaration in declarations {
                let target = Self.normal(TemplateFolder.directory(of: path) + declaration.target)
                switch declaration.kind {
                case .using: parameters[target, default: []].append(path)
                case .module, .import: used.insert(target)
                default: break
                }
            }
        }
        for (template, candidates) in parameters {
            used.insert(template)
            let named = candidates.filter { path in files.contains { $0.path == path && $0.isNamed } }
            let own = candidates.first { Self.normal($0) == template + "param" }
            // A template is read with one set of values.
            let chosen = named.isEmpty ? Set([own ?? candidates[0]]) : Set(named)
            for path in candidates where !chosen.contains(path) {
                used.insert(Self.normal(path))
                left.append((path, "other parameters of \(template), which is read with another file"))
            }
        }
        for file in files where file.isNamed || !used.contains(Self.normal(file.path)) {
            // A template that the user names beside its parameters is read with them.
            guard
                !(parameters[Self.normal(file.path)] ?? []).contains(where: { path in
                    files.contains { $0.path == path && $0.isNamed }
                })
            else { continue }
            mains.append(file)
        }
    }

    /// A path without `.` and `..` as far as they can be taken out.
    private static func normal(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
            if part == "..", let last = parts.last, last != "..", !last.isEmpty {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
