import Arguments
import Glibc
import Reports

/// Where a command's data goes and whether it is coloured.
struct OutputOptions: ParsableArguments {
    @Option(name: [.short, .customLong("output")], help: "A file for the data instead of standard output.")
    var output: String?

    @Option(help: "Colour: auto (a terminal, unless NO_COLOR is set), always, never.")
    var color: ColorChoice = .auto

    /// Colour as asked for, or as fits where the data goes.
    var ink: Ink {
        switch color {
        case .always: Ink(enabled: true)
        case .never: Ink(enabled: false)
        case .auto: Ink(enabled: output == nil && isatty(STDOUT_FILENO) == 1 && !ColorChoice.isRefused)
        }
    }
}

/// Whether to colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
    case auto, always, never

    /// Whether the environment asks for no colour (https://no-color.org).
    static var isRefused: Bool { getenv("NO_COLOR").map { $0.pointee != 0 } ?? false }
}
