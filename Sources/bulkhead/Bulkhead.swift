import ArgumentParser

/// The program: hands over to the subcommands.
@main
struct Bulkhead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulkhead",
        abstract: "Shows what an Azure network really lets through.",
        version: "0.1.0",
        subcommands: [
            ExploreCommand.self, CheckCommand.self, ControlsCommand.self, InventoryCommand.self,
            ThemeCommand.self,
        ],
        defaultSubcommand: ExploreCommand.self
    )
}
