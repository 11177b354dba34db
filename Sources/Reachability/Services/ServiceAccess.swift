import Topology

/// Who asks a service of Azure for something.
enum ServiceClient: Sendable {
    /// Someone with the public address that the packet bears.
    case publicAddress
    /// Someone whose public address the input does not tell.
    case unlistedAddress
    /// A subnet by its service endpoint: it comes with its private identity and no public address
    /// (azure-semantics 7.5).
    case serviceEndpoint(ResourceID)
}

/// The access rules of a service of Azure, asked from its public side (azure-semantics 7.5).
///
/// In this order: a perimeter that enforces, public access as a whole, the default action, the rules.
struct ServiceAccess {
    private let resource: Resource
    private let topology: Topology
    private let tags: TagAddresses

    init(_ resource: Resource, in topology: Topology, tags: TagAddresses) {
        self.resource = resource
        self.topology = topology
        self.tags = tags
    }

    func decide(_ client: ServiceClient, _ probe: inout Probe) -> InspectionDecision {
        if let perimeter = perimeterDecision(client, &probe) { return perimeter }
        if let site = topology.find(WebSite.self, resource.id) {
            return webSiteDecision(site, client, &probe)
        }
        if let cluster = topology.find(ManagedCluster.self, resource.id) {
            return clusterDecision(cluster, client, &probe)
        }
        guard let exposure = exposure else {
            let reason = Assumption(
                "service-access-not-modelled",
                "What \(resource.name) lets in from its public side is not among the services that are understood."
            )
            return InspectionDecision(.unknown, [step(.unknown, nil, reason.detail)], assumptions: [reason])
        }
        return decision(exposure, client, &probe)
    }

    // MARK: - Perimeter

    /// An association that enforces lets in what its profile's rules name, and nothing else.
    private func perimeterDecision(_ client: ServiceClient, _ probe: inout Probe) -> InspectionDecision? {
        let associations = topology.all(PerimeterAssociation.self).filter { $0.service.value == resource.id }
        guard let association = associations.first(where: { $0.accessMode.is("Enforced") }) else {
            return nil
        }
        let rules = association.profile.value.map { topology.all(PerimeterAccessRule.self, below: $0) } ?? []
        let inbound = rules.filter { $0.direction.value != .outbound }
        if case .unlistedAddress = client, inbound.contains(where: { !$0.addressPrefixes.isEmpty }) {
            return unknown(
                association.name,
                "Rules of the perimeter name addresses, and that of the client is not in the input."
            )
        }
        for rule in inbound {
            let addresses = AddressSet(rule.addressPrefixes.prefixes)
            if case .publicAddress = client, probe.source.isIn(addresses) {
                return InspectionDecision(
                    .allow,
                    [step(.allow, rule.name, "The perimeter's rule names the address.")]
                )
            }
        }
        return InspectionDecision(
            .deny,
            [
                step(
                    .deny,
                    association.name,
                    "Its network security perimeter enforces, and no access rule names the client."
                )
            ]
        )
    }

    // MARK: - Services with network rules

    private func decision(
        _ exposure: ServiceExposure,
        _ client: ServiceClient,
        _ probe: inout Probe
    ) -> InspectionDecision {
        switch exposure.publicNetworkAccess {
        case .set(let access) where access.lowercased() == "disabled":
            return InspectionDecision(
                .deny,
                [step(.deny, "publicNetworkAccess", "Public network access is disabled.")]
            )
        case .set(let access) where access.lowercased() == "securedbyperimeter":
            return InspectionDecision(
                .deny,
                [
                    step(
                        .deny,
                        "publicNetworkAccess",
                        "Only a network security perimeter could let the client in."
                    )
                ]
            )
        case .unknown(let reason):
            return unknown("publicNetworkAccess", "Public network access cannot be read: \(reason).")
        case .set, .absent: break
        }
        if case .unknown(let reason) = exposure.defaultAction {
            return unknown("defaultAction", "The default action cannot be read: \(reason).")
        }
        // A server with firewall rules of its own denies by default; elsewhere no action means no restriction.
        let deniesByDefault =
            exposure.defaultAction.is("Deny") || (exposure.defaultAction.isAbsent && hasRangeRules(exposure))
        guard deniesByDefault else {
            return InspectionDecision(
                .allow,
                [
                    step(
                        .allow,
                        "defaultAction",
                        "The default action lets everyone in; rules then mean nothing."
                    )
                ]
            )
        }
        switch client {
        case .serviceEndpoint(let subnet):
            if exposure.virtualNetworkRules.contains(subnet) {
                return InspectionDecision(
                    .allow,
                    [step(.allow, "virtualNetworkRules", "A rule names the subnet.")]
                )
            }
        case .publicAddress:
            let listed = exposure.ipRules.filter { $0.text != "0.0.0.0" }.reduce(AddressSet.empty) {
                set,
                term in
                switch term.meaning {
                case .prefix(let prefix): set.union(AddressSet([prefix]))
                case .range(let first, let last): set.union(AddressSet([first.line...last.line]))
                default: set
                }
            }
            if probe.source.isIn(listed) {
                return InspectionDecision(.allow, [step(.allow, "ipRules", "A rule names the address.")])
            }
        case .unlistedAddress:
            if exposure.ipRules.contains(where: { $0.text != "0.0.0.0" }) {
                return unknown("ipRules", "Rules name addresses, and that of the client is not in the input.")
            }
        }
        return InspectionDecision(
            .deny,
            [step(.deny, "defaultAction", "No rule names the client, and the default action denies.")]
        )
    }

    /// Database servers list ranges in children and have no default action.
    private func hasRangeRules(_ exposure: ServiceExposure) -> Bool {
        let types = ["microsoft.sql/servers", "microsoft.dbforpostgresql", "microsoft.dbformysql"]
        let type = resource.type.text.lowercased()
        if types.contains(where: { type.hasPrefix($0) }) { return true }
        return !exposure.ipRules.isEmpty
    }

    // MARK: - Apps

    /// App Service: access is open unless a rule exists or a private endpoint closes what nobody set.
    private func webSiteDecision(
        _ site: WebSite,
        _ client: ServiceClient,
        _ probe: inout Probe
    ) -> InspectionDecision {
        switch site.exposure.publicNetworkAccess {
        case .set(let access) where access.lowercased() == "disabled":
            return InspectionDecision(
                .deny,
                [step(.deny, "publicNetworkAccess", "Public network access is disabled.")]
            )
        case .unknown(let reason):
            return unknown("publicNetworkAccess", "Public network access cannot be read: \(reason).")
        case .absent where hasPrivateEndpoint(site):
            return InspectionDecision(
                .deny,
                [
                    step(
                        .deny,
                        "publicNetworkAccess",
                        "Nobody set public access, and a private endpoint closes it."
                    )
                ]
            )
        case .set, .absent: break
        }
        let rules = site.accessRestrictions.enumerated()
            .sorted {
                ($0.element.priority.value ?? 65_000, $0.offset) < (
                    $1.element.priority.value ?? 65_000, $1.offset
                )
            }
            .map(\.element)
        let deniesRest =
            site.accessRestrictionsDefaultAction.is("Deny")
            || (!rules.isEmpty && !site.accessRestrictionsDefaultAction.is("Allow"))
        var open: [(rule: AccessRestriction, reason: Assumption)] = []
        // Rules that may match count only where one of them would decide otherwise than what does match.
        func otherwise(than isAllowed: Bool) -> InspectionDecision? {
            open.first { $0.rule.action.is("Deny") == isAllowed }.map {
                InspectionDecision(
                    .unknown,
                    [step(.unknown, $0.rule.name.value, $0.reason.detail)],
                    assumptions: [$0.reason]
                )
            }
        }
        for rule in rules {
            switch matches(rule, client, &probe) {
            case .no: continue
            case .unknown(let reason): open.append((rule, reason))
            case .yes:
                let isAllowed = !rule.action.is("Deny")
                if let open = otherwise(than: isAllowed) { return open }
                var assumptions: [Assumption] = []
                if isAllowed, !rule.frontDoorIDs.isEmpty {
                    assumptions = [
                        Assumption(
                            "front-door-header",
                            "Rule \(rule.name.value ?? "?") also asks for the header of one Front Door, taken to be there."
                        )
                    ]
                }
                return InspectionDecision(
                    isAllowed ? .allow : .deny,
                    [step(isAllowed ? .allow : .deny, rule.name.value, nil)],
                    assumptions: assumptions
                )
            }
        }
        if let open = otherwise(than: !deniesRest) { return open }
        return InspectionDecision(
            deniesRest ? .deny : .allow,
            [
                step(
                    deniesRest ? .deny : .allow,
                    nil,
                    deniesRest
                        ? "No access restriction names the client, and the rest is denied."
                        : "It has no access restriction."
                )
            ]
        )
    }

    private func hasPrivateEndpoint(_ site: WebSite) -> Bool {
        if !site.exposure.approvedPrivateEndpoints.isEmpty { return true }
        return topology.all(PrivateEndpoint.self).contains { $0.approvedServices.contains(site.id) }
    }

    private func matches(_ rule: AccessRestriction, _ client: ServiceClient, _ probe: inout Probe) -> Ternary
    {
        if let subnet = rule.subnet.value {
            if case .serviceEndpoint(subnet) = client { return .yes }
            return .no
        }
        guard case .publicAddress = client else {
            guard case .unlistedAddress = client else { return .no }
            if rule.addresses.contains(where: \.isEverything) { return .yes }
            return .unknown(
                Assumption(
                    "client-address-not-in-input",
                    "A rule names addresses, and that of the client is not in the input."
                )
            )
        }
        for term in rule.addresses {
            switch term.meaning {
            case .any: return .yes
            case .prefix(let prefix):
                if prefix.isEverything || probe.source.isIn(AddressSet([prefix])) { return .yes }
            case .tag(let tag):
                guard let listed = tags[tag] else {
                    return .unknown(
                        Assumption(
                            "service-tag-not-listed",
                            "The addresses of the service tag \(tag) are in no list of the input."
                        )
                    )
                }
                if probe.source.isIn(listed) { return .yes }
            case .range(let first, let last):
                if probe.source.isIn(first.line...last.line) { return .yes }
            case .unreadable(let reason):
                return .unknown(Assumption("rule-not-readable", "'\(term.text)' cannot be read: \(reason)."))
            }
        }
        return .no
    }

    // MARK: - Clusters

    /// The API server of a cluster.
    private func clusterDecision(
        _ cluster: ManagedCluster,
        _ client: ServiceClient,
        _ probe: inout Probe
    ) -> InspectionDecision {
        if cluster.isPrivateCluster == .set(true) {
            return InspectionDecision(.deny, [step(.deny, "enablePrivateCluster", "The cluster is private.")])
        }
        guard !cluster.authorizedIPRanges.isEmpty else {
            return InspectionDecision(.allow, [step(.allow, nil, "Its API server has no authorized ranges.")])
        }
        guard case .publicAddress = client else {
            return unknown(
                "authorizedIPRanges",
                "Ranges are authorized, and the client's address is not in the input."
            )
        }
        let isListed = probe.source.isIn(AddressSet(cluster.authorizedIPRanges.prefixes))
        return InspectionDecision(
            isListed ? .allow : .deny,
            [step(isListed ? .allow : .deny, "authorizedIPRanges", nil)]
        )
    }

    // MARK: - Parts

    private var exposure: ServiceExposure? { topology.exposure(of: resource) }

    private func unknown(_ rule: String, _ detail: String) -> InspectionDecision {
        let reason = Assumption("service-access-not-readable", detail)
        return InspectionDecision(.unknown, [step(.unknown, rule, detail)], assumptions: [reason])
    }

    private func step(_ action: Step.Action, _ rule: String?, _ detail: String?) -> Step {
        Step(.serviceFirewall, action, resource: resource.id, rule: rule, detail: detail)
    }
}
