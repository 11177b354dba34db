package import Topology

/// The reference architecture with the boxes and links of one estate: what a drawing shows and a report prints.
///
/// The zones are those of the encryption figure; every box and link is something the estate has, never a
/// placeholder.
package struct ArchitectureMap: Sendable {
    /// In the order of the zones, hubs with the most peerings first.
    package let boxes: [Box]
    package let links: [Link]

    /// A place of the figure.
    package enum Zone: Int, Sendable, CaseIterable, Comparable {
        case internet, onPremises, edge, hub, virtualHub, spoke, platformServices

        package static func < (left: Zone, right: Zone) -> Bool { left.rawValue < right.rawValue }
    }

    /// Something drawn as a box: a network, a hub, the edge, or the outside.
    package struct Box: Sendable, Identifiable {
        /// Stable over runs: the resource's id, or the zone's name.
        package let id: String
        package let zone: Zone
        package let title: String
        /// Its addresses or what it stands for.
        package let caption: String
        /// What it holds, in the order of the figure.
        package let fittings: [Fitting]
        /// The resources that belong to it; a finding about one of them is shown at this box.
        package let subjects: [ResourceID]
    }

    /// Something inside a box.
    package struct Fitting: Hashable, Sendable {
        package enum Kind: String, Sendable {
            case vpnGateway, expressRouteGateway, firewall, bastion, applicationGateway,
                webApplicationFirewall
            case subnet, machines, services
        }

        package let kind: Kind
        /// What it is, for example `VPN GW`.
        package let noun: String
        /// What it is called; empty for what is only counted.
        package let name: String
        package let resource: ResourceID?

        init(_ kind: Kind, _ noun: String, named name: String = "", _ resource: ResourceID?) {
            self.kind = kind
            self.noun = noun
            self.name = name
            self.resource = resource
        }

        /// In a few words, for example `VPN GW vgw-vpn`.
        package var title: String { [noun, name].filter { !$0.isEmpty }.joined(separator: " ") }
    }

    /// A way between two boxes.
    package struct Link: Sendable, Identifiable {
        package enum Kind: String, Sendable, CaseIterable {
            case siteToSite, pointToSite, expressRoute, peering, hubConnection, https, bastion, publicAddress

            /// The step of the reference architecture that secures it.
            package var step: Walk.Step {
                switch self {
                case .siteToSite, .pointToSite: .networkEncryption
                case .expressRoute: .onPremises
                case .peering, .hubConnection: .virtualNetworks
                case .https: .applicationEncryption
                case .bastion, .publicAddress: .bastion
                }
            }

            /// The word a drawing puts on it.
            package var label: String {
                switch self {
                case .siteToSite: "S2S VPN"
                case .pointToSite: "P2S VPN"
                case .expressRoute: "ExpressRoute"
                case .peering: "peering"
                case .hubConnection: "hub connection"
                case .https: "HTTPS"
                case .bastion: "Bastion"
                case .publicAddress: "public IP"
                }
            }
        }

        /// The two ends and the kind.
        package var id: String { "\(from)|\(to)|\(kind.rawValue)" }
        /// The id of the box it comes from.
        package let from: String
        package let to: String
        package let kind: Kind
        /// The connections, peerings or routes it is made of; a finding about one of them is shown at this link.
        package let subjects: [ResourceID]
    }

    /// The boxes of a zone.
    package func boxes(in zone: Zone) -> [Box] { boxes.filter { $0.zone == zone } }

    /// The box of that id.
    package func box(_ id: String) -> Box? { boxes.first { $0.id == id } }
}
