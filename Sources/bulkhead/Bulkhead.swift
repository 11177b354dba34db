import Arguments
import Canvas
import Glibc
import Reports
import TOML

/// The program: hands over to the subcommands.
///
/// The main thread is the explorer's own: it waits there for keys, while reading has the threads of the pool.
@main
struct Bulkhead: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "bulkhead",
        abstract: """
            Shows what an Azure network is made of and where it strays from Microsoft's Zero Trust reference \
            architecture.
            """,
        version: version,
        subcommands: [
            ExploreCommand.self, CheckCommand.self, ReachCommand.self, BlastCommand.self, MatrixCommand.self,
            HygieneCommand.self, ExposureCommand.self,
            ControlsCommand.self,
            InventoryCommand.self,
            ExpandCommand.self, ThemeCommand.self,
        ],
        defaultSubcommand: ExploreCommand.self
    )
}

extension Bulkhead {
    @MainActor
    static func main() async {
        let words = Array(CommandLine.arguments.dropFirst())
        switch Invocation(words, of: Self.self, columns: columns, nearest: NearestWord.to) {
        case .run(let command, let usage): exit(await status(of: command, usage))
        case .tell(let text): exit((try? Streams.put(text)) == nil ? ExitStatus.output.rawValue : 0)
        case .refuse(let message):
            tell(message)
            exit(ExitStatus.usage.rawValue)
        }
    }

    /// Runs a command and tells with which status the program ends.
    @MainActor
    private static func status(of command: sending any ParsableCommand, _ usage: Usage) async -> Int32 {
        do {
            if let command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return 0
        } catch let status as ExitCode {
            return status.rawValue
        } catch let mistake as ValidationError {
            tell(usage.refusal(mistake.description))
            return ExitStatus.usage.rawValue
        } catch {
            Streams.tell("bulkhead: \(Printable.safe("\(error)")); this is a fault of bulkhead's own.")
            return ExitStatus.fault.rawValue
        }
    }

    /// Writes lines to standard error, whatever is in them.
    private static func tell(_ message: String) {
        message.split(separator: "\n").forEach { Streams.tell(Printable.safe(String($0))) }
    }

    /// How wide the terminal is that the help goes to.
    private static var columns: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}
