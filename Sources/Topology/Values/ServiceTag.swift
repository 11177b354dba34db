/// A service tag: Azure's name for addresses that Microsoft keeps, such as `Storage.WestEurope`.
package struct ServiceTag: Hashable, Sendable, CustomStringConvertible {
    /// The tag as it was spelled.
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    /// The part before the first dot, for example `Storage`.
    package var service: Substring { text.prefix { $0 != "." } }

    /// The part behind the first dot: a region, or a part of the service as in `AzureFrontDoor.Backend`.
    package var part: Substring? { text.contains(".") ? text.drop { $0 != "." }.dropFirst() : nil }

    package static func == (left: ServiceTag, right: ServiceTag) -> Bool {
        FoldedText.equal(left.canonical, right.canonical)
    }

    package func hash(into hasher: inout Hasher) { FoldedText.hash(canonical, into: &hasher) }

    package static let internet = ServiceTag("Internet")
    package static let virtualNetwork = ServiceTag("VirtualNetwork")
    package static let azureLoadBalancer = ServiceTag("AzureLoadBalancer")

    /// The classic spellings read as the present ones (azure-semantics 1.5).
    private var canonical: String {
        switch text.uppercased() {
        case "VIRTUAL_NETWORK": "VirtualNetwork"
        case "AZURE_LOADBALANCER": "AzureLoadBalancer"
        default: text
        }
    }
}
