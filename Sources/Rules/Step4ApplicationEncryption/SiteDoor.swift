import JSON
import Topology

/// Who may come in at a door of a web app: its own, or that of its deployment site (azure-semantics 7.5).
enum SiteDoor {
    /// Nobody from the public network.
    case closed(Proof)
    /// Whom these rules let in, with the place of each.
    case limited([(rule: AccessRestriction, proof: Proof)])
    case open(Proof)
    case unknown(reason: String, Proof)

    /// The door of a site.
    init(_ site: WebSite, isManagement: Bool, in topology: Topology) {
        let access = site.exposure.publicNetworkAccess
        let proof = Proof("publicNetworkAccess", expected: "Disabled", in: site.resource)
        if access.is("Disabled", "SecuredByPerimeter") {
            self = .closed(proof)
        } else if let reason = access.reason {
            self = .unknown(reason: reason, proof)
        } else if access.isAbsent, !site.exposure.approvedPrivateEndpoints.isEmpty {
            // A site that says nothing is open, unless it has a private endpoint.
            self = .closed(Proof("privateEndpointConnections", in: site.resource))
        } else {
            self.init(rulesOf: site, isManagement, topology)
        }
    }

    private init(rulesOf site: WebSite, _ isManagement: Bool, _ topology: Topology) {
        // The child fills in what a list of sites leaves out.
        let child = topology.children(of: site.id).first {
            $0.type == "Microsoft.Web/sites/config" && $0.id.name.lowercased() == "web"
        }
        let holder = child ?? site.resource
        let prefix = child == nil ? "siteConfig." : ""
        let fields = child?.fields ?? site.resource.fields.inner("siteConfig")
        let usesMain = fields.flag("scmIpSecurityRestrictionsUseMain")
        if isManagement, let reason = usesMain.reason {
            self = .unknown(reason: reason, Proof(prefix + "scmIpSecurityRestrictionsUseMain", in: holder))
            return
        }
        let name =
            isManagement && usesMain.value != true ? "scmIpSecurityRestrictions" : "ipSecurityRestrictions"
        let list = fields.objects(name)
        let rules =
            name == "ipSecurityRestrictions" ? site.accessRestrictions : site.managementAccessRestrictions
        let byDefault = fields.text(name + "DefaultAction")
        let proof = Proof(prefix + name, expected: "rules that name who may come in", in: holder)
        let action = Proof(prefix + name + "DefaultAction", expected: "Deny", in: holder)
        if let reason = list.reason ?? byDefault.reason {
            self = .unknown(reason: reason, proof)
            return
        }
        guard !list.isAbsent else {
            self =
                byDefault.is("Deny")
                ? .closed(action)
                : .unknown(reason: list.gap("\(name) of \(site.name)") ?? "", proof)
            return
        }
        self =
            Self.deciding(rules, at: prefix + name, in: holder)
            ?? (byDefault.is("Deny") ? .closed(action) : .open(byDefault.isAbsent ? proof : action))
    }

    /// The rules by priority until one that is for everybody; nil where there are none, which leaves it to the default.
    private static func deciding(
        _ rules: [AccessRestriction],
        at path: String,
        in holder: Resource
    ) -> SiteDoor? {
        let placed = rules.enumerated().map { index, rule in
            (rule: rule, proof: Proof("\(path)[\(index)].ipAddress", in: holder))
        }.sorted { ($0.rule.priority.value ?? .max) < ($1.rule.priority.value ?? .max) }
        guard !placed.isEmpty else { return nil }
        var admitted: [(rule: AccessRestriction, proof: Proof)] = []
        for (rule, proof) in placed {
            if let gap = rule.action.gap("action of a rule") ?? rule.tag.reason ?? rule.subnet.reason
                ?? rule.priority.reason
            {
                return .unknown(reason: gap, proof)
            }
            guard !rule.addresses.isEmpty || rule.subnet.value != nil else {
                return .unknown(reason: "a rule names neither addresses nor a subnet", proof)
            }
            let isAllowing = rule.action.is("Allow")
            let isEverybody = rule.addresses.contains(where: \.isInternet)
            if isAllowing, isEverybody, rule.frontDoorIDs.isEmpty { return .open(proof) }
            if isAllowing { admitted.append((rule, proof)) }
            if isEverybody { break }
        }
        // A list of rules ends in a deny that is not written.
        return admitted.isEmpty ? .closed(placed[0].proof) : .limited(admitted)
    }
}
