import Foundation
package import JSON
package import Topology

/// The real inputs that lie beside the project.
package enum Corpus {
    /// The folder of the shared data.
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")

    /// The JSON documents below a folder of the corpus, in the order of their paths.
    package static func documents(in name: String) -> [JSONDocument] {
        let root = folder.appending(path: name)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".json") }.sorted().compactMap { path in
            guard let data = try? Data(contentsOf: root.appending(path: path)) else { return nil }
            return JSONDocument(name: path, bytes: Array(data))
        }
    }

    /// The outermost objects of a document that have the id and the type of a resource.
    package static func resources(in document: JSONDocument) -> [Resource] {
        var waiting = document.root.map { [$0] } ?? []
        var found: [Resource] = []
        while let value = waiting.popLast() {
            if value.member("type")?.string?.contains("/") == true, let resource = Resource(value) {
                found.append(resource)
            } else {
                waiting += value.elements.reversed() + (value.object?.all.map(\.value) ?? []).reversed()
            }
        }
        return found
    }
}
