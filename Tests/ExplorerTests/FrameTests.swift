import Canvas
import FoundationEssentials
import Testing

@testable import Explorer

/// Screens as they were read and found good, with what each cell means.
///
/// `RECORD_FRAMES=1 swift test --filter FrameTests` writes them anew; read them before they are kept.
@Suite struct FrameTests {
    /// A screen worth keeping, and the keys that lead to it.
    struct Scene: Sendable, CustomTestStringConvertible {
        let name: String
        let view: ViewKind
        let keys: [String]
        let size: Size

        /// What reaches what is shown of an estate in which something does.
        var isOfShop: Bool {
            ["segments", "paths", "topology-r"].contains { name.hasPrefix($0) }
        }

        var testDescription: String { "\(name)-\(size.columns)x\(size.rows)" }
    }

    private static let scenes: [(String, ViewKind, [String])] = [
        ("architecture", .architecture, []),
        ("architecture-box", .architecture, ["j l enter"]),
        ("review", .review, []),
        ("review-decide", .review, ["a"]),
        ("findings", .findings, []),
        ("findings-detail", .findings, ["j tab"]),
        ("findings-filter", .findings, ["f", "=sev:high+ prot:22"]),
        ("findings-nothing", .findings, ["f", "=vnet:nowhere", "enter"]),
        ("topology", .topology, []),
        ("topology-property", .findings, ["enter"]),
        ("topology-subnet", .topology, ["/", "=snet-app", "enter tab tab"]),
        ("segments", .segments, []),
        ("segments-cell", .segments, ["j l", "enter"]),
        ("paths", .paths, []),
        ("paths-way", .paths, ["p", "=vm-web-1", "enter", "=vm-app-1", "enter"]),
        ("paths-stopped", .paths, ["p", "=vm-app-2", "enter", "=vm-sql-1", "enter", "tab"]),
        ("paths-blast", .paths, ["p", "=vm-web-1", "enter", "esc", "B"]),
        ("paths-picker", .paths, ["p", "=app"]),
        ("topology-rules", .topology, ["/", "=nic-web-1", "enter", "t t"]),
        ("topology-routes", .topology, ["/", "=nic-web-1", "enter", "t t t", "tab"]),
        ("palette", .findings, [":", "=nsg"]),
        ("decide", .findings, ["a tab", "=Behind Bastion", "tab"]),
        ("help", .topology, ["?"]),
    ]

    static let all: [Scene] = scenes.flatMap { name, view, keys in
        let sizes = [(80, 24), (40, 10), (20, 5)] + (keys.isEmpty ? [(200, 60)] : [])
        return sizes.map { Scene(name: name, view: view, keys: keys, size: Size(columns: $0, rows: $1)) }
    }

    @Test(arguments: all) func looksAsItDid(scene: Scene) throws {
        var session = try Session(
            columns: scene.size.columns,
            rows: scene.size.rows,
            view: scene.view,
            estate: scene.isOfShop ? ShopEstate.estate() : nil
        )
        for step in scene.keys {
            if step.hasPrefix("=") { session.type(String(step.dropFirst())) } else { session.press(step) }
        }
        let drawn = Self.record(session.program.frame())
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Frames/\(scene.testDescription).txt")
        if ProcessInfo.processInfo.environment["RECORD_FRAMES"] != nil {
            try drawn.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(drawn == kept, "\(scene.testDescription) is now\n\(drawn)")
    }

    /// The text, and below it a letter for the meaning of each cell that is not blank.
    private static func record(_ frame: Frame) -> String {
        let map = (0..<frame.size.rows).map { row in
            var line = ""
            for column in 0..<frame.size.columns { line.append(letter(of: frame[column, row])) }
            while line.last == " " { line.removeLast() }
            return line
        }
        return frame.text + "\n" + String(repeating: "=", count: frame.size.columns) + "\n"
            + map.joined(separator: "\n") + "\n"
    }

    /// Where a cell stands on a surface of its own, the surface; else the role of what stands there.
    private static func letter(of cell: Cell) -> Character {
        switch cell.style.surface {
        case .selection: return "#"
        case .selectionQuiet: return "%"
        case .match: return "@"
        case .raised: return cell.character == " " ? "_" : roles[cell.style.role] ?? "?"
        case .bar: return cell.character == " " ? "-" : roles[cell.style.role] ?? "?"
        case .base: return cell.character == " " ? " " : roles[cell.style.role] ?? "?"
        }
    }

    private static let roles: [Role: Character] = [
        .text: "t", .muted: "m", .strong: "s", .accent: "a", .title: "T", .border: "b", .focus: "f",
        .key: "k", .critical: "C", .high: "H", .medium: "M", .low: "L", .info: "I", .pass: "P", .fail: "F",
        .unknown: "U", .notApplicable: "n", .manual: "q", .waived: "w", .network: "N", .compute: "V",
        .security: "S", .service: "D", .identity: "G", .vpn: "1", .expressRoute: "2", .peering: "3",
        .https: "4", .bastion: "5",
    ]
}
