import Topology

/// A service that Azure offers every machine at an address no filter covers, but for its own tag
/// (azure-semantics 1.5).
enum PlatformService: String, Sendable, CaseIterable {
    case dns = "AzurePlatformDNS"
    case metadata = "AzurePlatformIMDS"
    case licensing = "AzurePlatformLKM"

    init?(_ tag: ServiceTag) {
        guard let service = Self.allCases.first(where: { ServiceTag($0.rawValue) == tag }) else { return nil }
        self = service
    }

    /// Where it answers.
    var addresses: AddressSet {
        switch self {
        case .dns: AddressSpace.probes
        case .metadata: Self.metadataAddress
        case .licensing: Self.licensingAddresses
        }
    }

    /// Every address that security groups let through unless a rule names the service.
    static let exempt = AddressSpace.probes.union(metadataAddress)

    private static let metadataAddress = AddressSet(["169.254.169.254/32"].compactMap { AddressPrefix($0) })
    /// The key management service `azkms.core.windows.net` and the one it replaces.
    private static let licensingAddresses = AddressSet(
        ["20.118.99.224/32", "40.83.235.53/32", "23.102.135.246/32"].compactMap { AddressPrefix($0) }
    )
}
