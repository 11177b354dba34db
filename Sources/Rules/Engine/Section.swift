/// A part of the catalogue: one of the five steps, or a companion shown with the step it serves.
package enum Section: String, Sendable, CaseIterable {
    case networkEncryption = "E1"
    case onPremises = "E2"
    case virtualNetworks = "E3"
    case applicationEncryption = "E4"
    case bastion = "E5"
    case governance = "S0"
    case segmentsInVirtualNetwork = "S1"
    case peering = "S2"
    case hubAndSpoke = "S3"
    case dns = "D"
    case inspection = "V1"
    case eastWest = "V2"
    case northSouth = "V3"
    case virtualWAN = "W"
    case legacy = "L"
    case platformNetwork = "PN"
    case platformEncryption = "PT"
    case packets = "R"

    /// What the section is about.
    package var title: String {
        switch self {
        case .networkEncryption: "Network-layer encryption"
        case .onPremises: "On-premises to virtual networks"
        case .virtualNetworks: "Within and across virtual networks"
        case .applicationEncryption: "Application-layer encryption"
        case .bastion: "Azure Bastion and just-in-time access"
        case .governance: "Who may manage the network"
        case .segmentsInVirtualNetwork: "Segments within a virtual network"
        case .peering: "Peering"
        case .hubAndSpoke: "Hub and spoke"
        case .dns: "DNS"
        case .inspection: "Central inspection"
        case .eastWest: "East-west visibility"
        case .northSouth: "North-south visibility"
        case .virtualWAN: "Virtual WAN"
        case .legacy: "Legacy resources"
        case .platformNetwork: "Doors of platform services"
        case .platformEncryption: "Encryption at platform services"
        case .packets: "What packets really do"
        }
    }

    /// The step of the reference architecture this section is, or nil for a companion.
    package var step: Int? {
        switch self {
        case .networkEncryption: 1
        case .onPremises: 2
        case .virtualNetworks: 3
        case .applicationEncryption: 4
        case .bastion: 5
        default: nil
        }
    }

    /// The step with which the guided review shows it.
    package var reviewStep: Int {
        switch self {
        case .networkEncryption: 1
        case .onPremises, .virtualWAN: 2
        case .virtualNetworks, .segmentsInVirtualNetwork, .peering, .hubAndSpoke, .dns, .inspection,
            .eastWest, .platformNetwork, .packets:
            3
        case .applicationEncryption, .northSouth, .legacy, .platformEncryption: 4
        case .bastion, .governance: 5
        }
    }
}

extension Control {
    /// The section it was put into, else the one its id names.
    package var section: Section {
        assignedSection ?? Section(rawValue: String(id.prefix { $0 != "-" })) ?? .legacy
    }
    package var step: Int? { section.step }
}
