import Foundation
import Ingest
import JSON
import Testing
import Topology

@Suite("Directories") struct DirectoryTests {
    /// A directory that is gone after the test.
    private final class Folder {
        let path = NSTemporaryDirectory() + "bulkhead-ingest-\(UUID().uuidString)"

        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ name: String, _ text: String) throws {
            let file = "\(path)/\(name)"
            let folder = (file as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try text.write(toFile: file, atomically: false, encoding: .utf8)
        }
    }

    private func row(_ name: String) -> String {
        "{\"id\":\"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/\(name)\"}"
    }

    @Test("files are read in the order of their names, whatever they are called, and loops end")
    func walk() throws {
        let folder = try Folder()
        try folder.write("b.txt", row("b"))
        try folder.write("a/z", row("az"))
        try folder.write("a/deep/er/c.json", "[\(row("c"))]")
        try folder.write(".hidden/x.json", row("hidden"))
        try folder.write("README.md", "# Not JSON")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/a/loop",
            withDestinationPath: folder.path
        )
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/self", withDestinationPath: "self")
        #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
        let reading = try Reader.read([.path(folder.path)])
        #expect(reading.resources.map { String($0.id.name) } == ["c", "az", "b"])
        #expect(reading.files == 4)
        let left = reading.notUnderstood.map {
            "\($0.position.file.dropFirst(folder.path.count + 1)): \($0.reason)"
        }
        #expect(
            left == [
                "pipe: a pipe, socket or device, which is not opened in a directory", "README.md: not JSON",
            ]
        )
        #expect(reading.told.count == 1)
        #expect(
            reading.told.first?.contains("/self: cannot be read: Too many levels of symbolic links") == true
        )
    }

    @Test("a directory without files says so")
    func empty() throws {
        let folder = try Folder()
        #expect(refusal([.path(folder.path)])?.left == ["1:1 a directory without files"])
    }

    @Test("progress ends with everything that was found")
    func progress() throws {
        let folder = try Folder()
        let rows = (0..<4_000).map { row("v\($0)" + String(repeating: "x", count: 100)) }
        try folder.write("big.json", "[" + rows.joined(separator: ",\n") + "]")
        try folder.write("small.json", row("small"))
        let last = Last()
        let reading = try Reader.read([.path(folder.path)], progress: { last.take($0) })
        let progress = last.value
        #expect(reading.resources.count == 4_001)
        #expect(progress.files == 2 && progress.filesDone == 2)
        #expect(progress.bytes == reading.bytes && progress.bytesDone == reading.bytes)
        #expect(progress.resources == 4_001)
    }
}
