import Files
import Glibc
import JSON
import Topology

/// The program that compiles Bicep to ARM templates: `bicep` on the path, or the one that `az bicep` runs.
package struct BicepProgram: Sendable {
    let path: String

    /// What to do where there is none.
    static let advice =
        "to read Bicep, bulkhead runs the bicep program, which is not on the path: get it with 'az bicep install' or from https://aka.ms/bicep-install, or compile the file elsewhere with 'bicep build' and read the JSON"

    /// Looks the program up.
    ///
    /// - Parameters:
    ///   - path: Where programs are, as the variable `PATH` has it; nil for that variable.
    ///   - home: The home directory, where the Azure CLI keeps its copy; nil for that of the variable `HOME`.
    /// - Returns: The program; nil where there is none.
    package static func find(path: String? = nil, home: String? = nil) -> BicepProgram? {
        let folders = (path ?? variable("PATH") ?? "").split(separator: ":").map(String.init)
        func onPath(_ name: String) -> String? {
            folders.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 && !Folder.exists($0) }
        }
        if let found = onPath("bicep") { return BicepProgram(path: found) }
        guard onPath("az") != nil, let home = home ?? variable("HOME") else { return nil }
        let own = "\(home)/.azure/bin/bicep"
        return access(own, X_OK) == 0 ? BicepProgram(path: own) : nil
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Compiles a file; nothing is fetched, modules of registries count as far as they are there already.
    ///
    /// - Parameters:
    ///   - file: A `.bicep` or `.bicepparam` file.
    ///   - isCancelled: Asked now and then whether to go on.
    /// - Returns: What the program printed, nil where it found errors, and what it had to say.
    func compile(
        _ file: String,
        isCancelled: () -> Bool = { false }
    ) -> (text: [UInt8]?, diagnostics: [Diagnostic]) {
        let named = file.hasPrefix("-") ? "./" + file : file
        let verb = file.hasSuffix(".bicepparam") ? "build-params" : "build"
        let outcome: ChildProcess.Outcome
        do {
            let arguments = [verb, named, "--stdout", "--no-restore"]
            outcome = try ChildProcess.run(path, arguments, isCancelled: isCancelled)
        } catch {
            return (nil, [Diagnostic(.error, "\(file): the bicep program was ended: \(error.message)")])
        }
        var diagnostics = BicepMessages.diagnostics(outcome.messages, of: file)
        guard outcome.status == 0, !outcome.output.isEmpty else {
            if !diagnostics.contains(where: { $0.severity == .error }) {
                let text = String(decoding: outcome.messages.prefix(400), as: UTF8.self)
                let words = text.split(whereSeparator: \.isNewline).first.map { ": \($0)" } ?? ""
                diagnostics.append(
                    Diagnostic(.error, "\(file): bicep ended with status \(outcome.status)\(words)")
                )
            }
            return (nil, diagnostics)
        }
        return (outcome.output, diagnostics)
    }
}

/// What the Bicep compiler says: `main.bicep(3,7) : Warning no-unused-params: Parameter …`.
enum BicepMessages {
    /// The most messages taken over.
    private static let limit = 100

    static func diagnostics(_ bytes: [UInt8], of file: String) -> [Diagnostic] {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.lazy.compactMap { diagnostic($0, of: file) }.prefix(limit).map { $0 }
    }

    private static func diagnostic(_ line: Substring, of file: String) -> Diagnostic? {
        guard let middle = line.firstRange(of: ") : "),
            let open = line[..<middle.lowerBound].lastIndex(of: "(")
        else { return nil }
        let place = line[line.index(after: open)..<middle.lowerBound].split(separator: ",").compactMap {
            Int($0)
        }
        let rest = line[middle.upperBound...]
        guard place.count == 2, let blank = rest.firstIndex(of: " ") else { return nil }
        let severity: Diagnostic.Severity =
            switch rest[..<blank] {
            case "Error": .error
            case "Warning": .warning
            default: .note
            }
        // The program names whole paths; the user's own spelling is kept for the file they named.
        let said = line[..<open]
        let name = file.split(separator: "/").last ?? ""
        let isOwn = said == name || said.hasSuffix("/" + name)
        let position = SourcePosition(
            file: isOwn ? file : String(said),
            line: max(1, place[0]),
            column: max(1, place[1])
        )
        return Diagnostic(severity, String(rest[rest.index(after: blank)...]), at: position)
    }
}
