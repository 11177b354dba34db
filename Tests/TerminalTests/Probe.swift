import Canvas
import TestSupport

@testable import TerminalProbe

/// The probe, on a terminal.
enum Probe {
    static var path: String { built("TerminalProbe") }

    /// Where the build puts a program: beside the tests.
    static func built(_ program: String) -> String {
        var path = CommandLine.arguments.first ?? ""
        if !path.contains(".xctest") {
            path = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? path
        }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return folder.joined(separator: "/") + "/" + program
    }

    static let medium = Size(columns: 80, rows: 24)

    static func start(
        _ arguments: [String] = [],
        term: String? = "xterm-256color",
        size: Size = medium,
        environment: [String: String] = [:],
        knowsSynchronisedOutput: Bool = false
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            path,
            arguments,
            environment: PseudoTerminal.environment(term: term, environment),
            size: size,
            knowsSynchronisedOutput: knowsSynchronisedOutput
        )
    }

    /// The frame that must stand on the screen after some events.
    static func frame(_ events: [InputEvent] = [], size: Size = medium) -> Frame {
        var model = ProbeModel(size: size)
        for event in events { model.update(event) }
        return model.frame()
    }

    static func keys(_ text: String) -> [InputEvent] { text.map { .key(.character($0)) } }
}
