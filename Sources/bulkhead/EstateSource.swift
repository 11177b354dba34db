import Glibc
import Ingest
import Samples

/// Where an estate comes from.
struct EstateSource: Sendable {
    private(set) var inputs: [Input]
    /// What the estate is called: the name of its first file or folder, or of the sample.
    let name: String
    /// The inputs as they were named, for messages.
    let inputNames: String
    /// Where its review lies unless another file is named: beside the first input, for standard input in the working
    /// folder, for a sample in the user's own state folder; nil where there is no such folder.
    let reviewPath: String?
    let isSample: Bool

    init(sample: Sample) {
        inputs = [.bytes(name: "sample:\(sample.name)", sample.bytes)]
        name = sample.name
        inputNames = "sample \(sample.name)"
        isSample = true
        reviewPath = Self.stateFolder.map { "\($0)/sample-\(sample.name).review.toml" }
    }

    init(paths: [String]) {
        inputs = paths.map(Input.init(argument:))
        isSample = false
        let first = paths.first { $0 != "-" }
        let segments = first?.split(separator: "/") ?? []
        var stem = segments.last.map(String.init) ?? "standard input"
        if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = String(stem[..<dot]) }
        name = stem
        let named = paths.prefix(3).map { $0 == "-" ? "standard input" : $0 }.joined(separator: ", ")
        inputNames = paths.count > 3 ? "\(named) and \(paths.count - 3) more" : named
        reviewPath = first.map(Self.reviewPath(beside:)) ?? "review.toml"
    }

    /// The same estate read together with one more file.
    func adding(_ path: String?) -> EstateSource {
        var source = self
        if let path { source.inputs.append(.path(path)) }
        return source
    }

    private static func reviewPath(beside path: String) -> String {
        var status = stat()
        let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        if isFolder { return path + "/review.toml" }
        guard let slash = path.lastIndex(of: "/") else { return "review.toml" }
        return path[...slash] + "review.toml"
    }

    /// `$XDG_STATE_HOME/bulkhead`, or where that stands by default.
    private static var stateFolder: String? {
        if let state = getenv("XDG_STATE_HOME"), state.pointee != 0 {
            return String(cString: state) + "/bulkhead"
        }
        return getenv("HOME").map { String(cString: $0) + "/.local/state/bulkhead" }
    }
}
