import Files
import Glibc
import Testing

struct TextFileTests {
    private let folder: String

    init() throws {
        var pattern = Array("/tmp/bulkhead-files-XXXXXX".utf8CString)
        folder = String(cString: try #require(mkdtemp(&pattern)))
    }

    @Test func whatIsWrittenIsRead() throws {
        let path = "\(folder)/deep/er/note.txt"
        Folder.make(for: path)
        try TextFile.replace(path, with: "één\n")
        #expect(try TextFile.read(path) == "één\n")
        try TextFile.replace(path, with: "two")
        #expect(try TextFile.read(path) == "two")
        #expect(try Folder.names(in: "\(folder)/deep/er") == ["note.txt"])
    }

    @Test func aLinkStaysOneAndAModeIsKept() throws {
        let path = "\(folder)/real"
        try TextFile.replace(path, with: "one")
        chmod(path, 0o600)
        symlink(path, "\(folder)/link")
        try TextFile.replace("\(folder)/link", with: "two")
        var status = stat()
        #expect(lstat("\(folder)/link", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(try TextFile.read(path) == "two")
    }

    @Test func whatFailsSaysWhyAndLeavesNothingBehind() throws {
        #expect(throws: FileFault.self) { try TextFile.read("\(folder)/none") }
        #expect(throws: FileFault.self) { try TextFile.replace("\(folder)/no/such/folder", with: "") }
        mkdir("\(folder)/full", 0o755)
        #expect(throws: FileFault.self) { try TextFile.replace("\(folder)/full", with: "text") }
        #expect(try Folder.names(in: folder) == ["full"])
    }

    @Test func bytesThatAreNoTextAreRefused() throws {
        let path = "\(folder)/bytes"
        let file = open(path, O_WRONLY | O_CREAT, 0o644)
        try TextFile.write([0x61, 0xFF, 0x62], to: file)
        close(file)
        #expect(throws: FileFault.self) { try TextFile.read(path) }
        #expect(try TextFile.bytes(of: path) == [0x61, 0xFF, 0x62])
    }

    @Test func aWalkEntersAFolderOnceAndOpensNoPipe() throws {
        Folder.make(for: "\(folder)/b/c/file")
        try TextFile.replace("\(folder)/b/c/two", with: "")
        try TextFile.replace("\(folder)/a", with: "")
        try TextFile.replace("\(folder)/.hidden", with: "")
        symlink(folder, "\(folder)/b/loop")
        mkfifo("\(folder)/pipe", 0o644)
        let walk = FileWalk(folder)
        #expect(walk.files == ["\(folder)/a", "\(folder)/b/c/two"])
        #expect(walk.special == ["\(folder)/pipe"])
    }
}
