import CPseudoTerminal
import Foundation
import Testing

/// How far long work is shows where somebody watches, and nowhere else.
struct ProgressTests {
    /// An export that takes this build well over half a second.
    private static func export() -> String {
        let rows = (0..<60_000).map { index in
            #"{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/publicIPAddresses/pip-\#(index)","type":"microsoft.network/publicipaddresses","location":"westeurope","properties":{"ipAddress":"203.0.113.10","publicIPAllocationMethod":"Static"}}"#
        }
        return "[\(rows.joined(separator: ",\n"))]"
    }

    @Test func aTerminalShowsIt() throws {
        let folder = try Folder(["e.json": Self.export()])
        let told = try Self.told("xterm", folder)
        #expect(
            told.contains("\rReading ") || told.contains("\u{1B}[KReading ")
                || told.contains("\u{1B}[KHolding ")
        )
        // It is gone at the end.
        #expect(told.hasSuffix("\r\u{1B}[K"))
        for line in told.components(separatedBy: "\r\u{1B}[K") {
            #expect(line.count < 80 && !line.contains("\n"))
        }
    }

    @Test func aDumbTerminalAndAPipeDoNot() throws {
        let folder = try Folder(["e.json": Self.export()])
        #expect(try Self.told("dumb", folder).isEmpty)
        let check = try Program.run(
            "check",
            "\(folder.path)/e.json",
            "--fail-on",
            "never",
            "--control",
            "E1-01"
        )
        #expect(check.errors.isEmpty)
    }

    /// What comes out of the standard error of a check that is a terminal of that kind.
    private static func told(_ terminal: String, _ folder: Folder) throws -> String {
        var (main, other): (Int32, Int32) = (-1, -1)
        try #require(pseudo_terminal_open(&main, &other) == 0)
        let process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.arguments = [
            "check", "\(folder.path)/e.json", "--control", "E1-01", "-o", "\(folder.path)/out.txt",
        ]
        process.environment = ["TERM": terminal, "XDG_STATE_HOME": "/nonexistent"]
        process.standardError = FileHandle(fileDescriptor: other, closeOnDealloc: true)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        // A line ten times a second is far less than a terminal keeps.
        var bytes = [UInt8](repeating: 0, count: 65_536)
        _ = fcntl(main, F_SETFL, O_NONBLOCK)
        let count = read(main, &bytes, bytes.count)
        close(main)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
