import JSON
import Topology

/// The public names that services of the estate have, and the domains in which anyone can take such names.
struct AzureNames {
    /// A domain of Azure with the types whose resources have names in it.
    private static let domains: [(suffix: String, types: [ResourceType])] = [
        (".azurewebsites.net", WebSite.types),
        (".azurefd.net", FrontDoorEndpoint.types + FrontDoorClassic.types),
        (".cloudapp.azure.com", PublicIPAddress.types),
        (".trafficmanager.net", TrafficManagerProfile.types),
        (".azure-api.net", APIManagementService.types),
        (".blob.core.windows.net", StorageAccount.types),
        (".web.core.windows.net", StorageAccount.types),
        (".search.windows.net", SearchService.types),
        (".azurecr.io", ContainerRegistry.types),
    ]

    private let taken: Set<String>
    private let shown: Set<ResourceType>

    init(_ topology: Topology) {
        let types = Set(Self.domains.flatMap(\.types)).filter { !topology.resources(of: $0).isEmpty }
        shown = types
        taken = Set(types.flatMap(topology.resources(of:)).flatMap(Self.names))
    }

    /// Judges the name a record leads to; names outside Azure are somebody else's matter.
    func judge(_ alias: String, of name: String, _ proof: Proof) -> Judgement {
        let host = Self.plain(alias)
        guard let domain = Self.domains.first(where: { host.hasSuffix($0.suffix) }) else {
            return .pass("\(name) leads to \(host)", proof)
        }
        if taken.contains(host) { return .pass("\(name) leads to \(host)", proof) }
        guard domain.types.contains(where: shown.contains) else {
            return .unknown("the input holds nothing that \(host), to which \(name) leads, could be", proof)
        }
        return .fail("\(name) leads to \(host), which is nothing in the estate: anyone may take it", proof)
    }

    /// The names by which a resource answers.
    private static func names(of resource: Resource) -> [String] {
        let fields = resource.fields
        let own = ["defaultHostName", "hostName", "gatewayUrl", "loginServer"].compactMap {
            fields.text($0).value
        }
        let inner = ["dnsSettings", "dnsConfig"].compactMap { fields.inner($0).text("fqdn").value }
        let endpoints = fields.inner("primaryEndpoints")
        let stored = ["blob", "web"].compactMap { endpoints.text($0).value }
        // A storage account and a search service answer by their own name.
        let derived = domains.filter { $0.types.contains(resource.type) }.map { resource.name + $0.suffix }
        return (own + inner + stored + derived).map(plain)
    }

    /// A name without scheme, path and the dot at its end, in small letters.
    private static func plain(_ name: String) -> String {
        var host = name.lowercased()[...]
        if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
        host = host.prefix { $0 != "/" }
        return String(host.hasSuffix(".") ? host.dropLast() : host)
    }
}
