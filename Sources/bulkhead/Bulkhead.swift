import ArgumentParser

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
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: error)
        }
    }
}
