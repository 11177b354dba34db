import ArgumentParser

/// The program: hands over to the subcommands.
@main
struct Bulkhead: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulkhead",
        abstract: "Shows what an Azure network really lets through."
    )
}
