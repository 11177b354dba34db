import JSON
import Topology

/// A tier of an application, from the front to the back.
enum ApplicationTier: Int, CaseIterable {
    case front, application, data

    /// The word of a tag `tier`, in any letter case; nil for a word that is none.
    init?(word: String) {
        guard let tier = Self.allCases.first(where: { $0.words.contains(word.lowercased()) }) else {
            return nil
        }
        self = tier
    }

    /// The tier a name speaks of; nil where it speaks of none, or of something beside.
    init?(name: some StringProtocol) {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let left = words.filter { !Self.meaningless.contains($0) && $0.contains(where: { !$0.isNumber }) }
        guard left.count == 1 else { return nil }
        self.init(word: left[0])
    }

    var title: String {
        switch self {
        case .front: "front"
        case .application: "application tier"
        case .data: "data tier"
        }
    }

    private var words: Set<String> {
        switch self {
        case .front: ["fe", "front", "frontend", "web", "presentation"]
        case .application: ["app", "application", "api", "logic", "business", "middle", "backend"]
        case .data: ["data", "db", "database", "sql"]
        }
    }

    /// Words that names of subnets and groups have beside what they are for.
    private static let meaningless: Set<String> = [
        "snet", "subnet", "sn", "nsg", "asg", "tier", "prod", "dev", "test", "stage",
    ]
}

/// A machine's place in an application: its address, its roles and its tier.
struct TierMember {
    let interface: NetworkInterface
    let subnet: ResourceID
    let addresses: [IPAddress]
    let roles: Set<ResourceID>
    let tier: ApplicationTier?
    /// What of it cannot be read.
    let doubt: String?

    /// The interfaces of machines by network.
    struct Members {
        private var byNetwork: [ResourceID: [TierMember]] = [:]
        /// Those whose subnet is not known may stand in any network.
        private var unplaced: [TierMember] = []

        init(_ topology: Topology) {
            for interface in topology.all(NetworkInterface.self) where !interface.virtualMachine.isAbsent {
                let gap = interface.ipConfigurations.lazy.compactMap(\.subnet.reason).first
                for subnet in interface.subnets {
                    byNetwork[subnet.parent ?? subnet, default: []]
                        .append(TierMember(interface, in: subnet, gap, topology))
                }
                guard interface.subnets.isEmpty, let gap else { continue }
                unplaced.append(TierMember(interface, in: ResourceID(""), gap, topology))
            }
        }

        func all(in network: VirtualNetwork) -> [TierMember] { byNetwork[network.id, default: []] + unplaced }
    }

    fileprivate init(
        _ interface: NetworkInterface,
        in subnet: ResourceID,
        _ unplaced: String?,
        _ topology: Topology
    ) {
        let configurations = interface.ipConfigurations
        self.interface = interface
        self.subnet = subnet
        addresses = configurations.compactMap(\.privateIPAddress.value)
        roles = Set(configurations.flatMap(\.applicationSecurityGroups))
        let machine = interface.virtualMachine.value.flatMap(topology.resource)
        let tagged = [machine, interface.resource].compactMap { $0.flatMap(Self.tag) }
        let named = roles.sorted { $0.text < $1.text }.compactMap { role in
            topology.resource(role).flatMap(Self.tag) ?? ApplicationTier(name: role.name)
        }
        let here = topology.subnet(subnet)
        tier = tagged.first ?? named.first ?? here.flatMap { Self.tier(of: $0, topology) }
        let lists = configurations.map { $0.resource.fields.array("applicationSecurityGroups") }
        let isReadable = lists.compactMap(\.value).joined().allSatisfy { $0.member("id")?.string != nil }
        let unnamed =
            here.map { $0.networkSecurityGroup.reason } ?? "the input does not hold the subnet \(subnet.name)"
        doubt =
            unplaced ?? lists.lazy.compactMap(\.reason).first
            ?? (isReadable ? nil : "the groups of \(interface.name) cannot be read")
            ?? configurations.lazy.compactMap(\.privateIPAddress.reason).first
            ?? (tier == nil ? unnamed : nil)
    }

    /// The tier of a subnet: what the tag of its security group says, else its name.
    static func tier(of subnet: Subnet, _ topology: Topology) -> ApplicationTier? {
        guard subnet.platformRole == nil else { return nil }
        return topology.securityGroup(of: subnet).flatMap { tag(of: $0.resource) }
            ?? ApplicationTier(name: subnet.name)
    }

    private static func tag(of resource: Resource) -> ApplicationTier? {
        (resource.body.member("tags")?.fields.text("tier").value).flatMap { ApplicationTier(word: $0) }
    }
}
