import Arguments
import Ingest
import JSON
import Reports
import Topology

/// `bulkhead expand`: what a template deploys.
struct ExpandCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expand",
        abstract: "Evaluate an ARM template, or one in Bicep, and print its resources and outputs.",
        discussion:
            "What only Azure knows is shown as the expression it comes from. Nothing is fetched: linked templates are read where they lie beside or below the template. A .bicep or .bicepparam file is compiled by the bicep program first."
    )

    @Argument(help: "The template, or - for standard input.")
    var template: String

    @Option(help: "The parameter file, instead of the one beside the template.")
    var parameters: String?

    @Option(help: "The subscription it is deployed to.")
    var subscription: String?

    @Option(help: "The resource group it is deployed to.")
    var resourceGroup: String?

    @Option(help: "The location of the resource group or of the deployment.")
    var location: String?

    @Option(help: "The tenant.")
    var tenant: String?

    @Option(help: "The management group it is deployed to.")
    var managementGroup: String?

    @Option(help: "The name of the deployment, instead of that of the file.")
    var deployment: String?

    @Option(help: "How to print.")
    var format: Format = .json

    @OptionGroup var output: OutputOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case json }

    func run() throws {
        var options = TemplateOptions()
        options.parameters = parameters
        options.subscription = subscription
        options.resourceGroup = resourceGroup
        options.location = location
        options.tenant = tenant
        options.managementGroup = managementGroup
        options.deployment = deployment
        let expansion: TemplateExpansion
        do {
            expansion = try TemplateExpansion(of: Input(argument: template), options: options)
        } catch {
            error.diagnostics.forEach { Streams.tell($0.line) }
            throw error.reason == .unreadable ? ExitStatus.noInput : ExitStatus.broken
        }
        expansion.diagnostics.forEach { Streams.tell($0.line) }
        try Streams.put(ExpansionReport(expansion).json(), into: output.output)
    }
}
