import JSON
import Topology

/// Who can read the secrets of a vault.
struct SecretReaders {
    private let topology: Topology
    private let assignments: [RoleAssignment]
    private let scopes: ConnectivityScope
    /// Whether a role reads secrets, by the last word of its id.
    private let reads: [String: Bool]
    /// What is known of each principal that some role names.
    private let kinds: [String: String]

    private static let operation = "Microsoft.KeyVault/vaults/secrets/getSecret/action"
    /// Azure's own roles for it and those that everybody has seen, which exports rarely hold.
    private static let builtIn = [
        "00482a5a-887f-4fb3-b363-3b7fe8e74483": true, "b86a8fe4-44ce-4948-aee5-eccb2c155cd7": true,
        "4633458b-17de-408a-b874-0445c86b69e6": true, "21090545-7ca7-4776-b22c-e363652d74d2": false,
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": false, "b24988ac-6180-42a0-ab88-20f7382dd24c": false,
        "acdd72a7-3385-48ef-bd42-f606fba81ae7": false,
    ]

    init(_ topology: Topology) {
        self.topology = topology
        assignments = topology.all(RoleAssignment.self)
        scopes = ConnectivityScope(topology)
        let defined = topology.roleDefinitions.map { definition in
            let allows = definition.permissions.contains { permission in
                permission.dataActions.contains { Glob($0).matches(Self.operation) }
                    && !permission.notDataActions.contains { Glob($0).matches(Self.operation) }
            }
            return (definition.id.name.lowercased(), allows)
        }
        reads = Self.builtIn.merging(defined) { _, defined in defined }
        kinds = Dictionary(
            assignments.compactMap { assignment in
                guard let id = assignment.principalID.value, let kind = assignment.principalType.value else {
                    return nil
                }
                return (id.lowercased(), kind)
            }
        ) { first, _ in first }
    }

    /// Passes where only these principals and groups at the vault itself read its secrets.
    func judge(_ vault: KeyVault, meantFor principals: [String]) -> Judgement {
        let meant = Set(principals.map { $0.lowercased() })
        let proof = Proof("enableRbacAuthorization", expected: "true")
        switch vault.enableRBACAuthorization {
        case .set(true): return byRole(vault, meant)
        case .set(false): return byPolicy(vault, meant)
        case .absent where !vault.accessPolicies.isEmpty: return byPolicy(vault, meant)
        case .absent: return .unknown("the input does not say how \(vault.name) decides who reads", proof)
        case .unknown(let reason): return .unknown(reason, proof)
        }
    }

    private func byRole(_ vault: KeyVault, _ meant: Set<String>) -> Judgement {
        let parts = assignments.compactMap { judge($0, at: vault, meant) }
        guard !parts.isEmpty else {
            return .unknown(
                "the input holds no role that reads the secrets of \(vault.name): export authorizationresources",
                Proof("id")
            )
        }
        return .combining(parts, pass: "Only its port and a group read the secrets of \(vault.name)")
    }

    /// Nil where the role does not reach the vault or reads no secrets.
    private func judge(_ assignment: RoleAssignment, at vault: KeyVault, _ meant: Set<String>) -> Judgement? {
        guard let scope = assignment.scope else { return nil }
        let reach = reach(of: scope, to: vault)
        guard reach != .no else { return nil }
        let role = Proof("roleDefinitionId", in: assignment.resource)
        guard let name = assignment.roleDefinition.value?.name.lowercased() else {
            return .unknown(assignment.roleDefinition.gap("role of \(assignment.name)") ?? "", role)
        }
        guard let reads = reads[name] else {
            return .unknown("the input does not hold the role \(name)", role)
        }
        guard reads else { return nil }
        guard reach == .yes else {
            return .unknown(
                "the input does not say which subscriptions are below \(scope.name)",
                Proof("scope", in: assignment.resource)
            )
        }
        let proof = Proof("principalType", expected: "Group", in: assignment.resource)
        let who = assignment.principalName.value ?? assignment.principalID.value ?? assignment.name
        let judged = judge(assignment.principalType, assignment.principalID, who, of: vault, meant, proof)
        guard judged.outcome == .pass, assignment.principalType.is("Group"), scope != vault.id else {
            return judged
        }
        return .fail(
            "\(who) reads the secrets of every vault in \(scope.name)",
            Proof("scope", expected: "the vault", in: assignment.resource),
            role
        )
    }

    /// Whether a role at that scope holds at the vault.
    private func reach(of scope: ResourceID, to vault: KeyVault) -> ConnectivityScope.Reach {
        guard scope.subscription == nil else { return vault.id.isSame(orBelow: scope) ? .yes : .no }
        return scopes.reaches(scope, into: vault.id.subscription.map { [$0.lowercased()] } ?? [])
    }

    private func byPolicy(_ vault: KeyVault, _ meant: Set<String>) -> Judgement {
        let policies = vault.resource.fields.objects("accessPolicies")
        return policies.judged(by: Proof("accessPolicies"), of: vault.name) { policies in
            let parts = policies.enumerated().compactMap { index, policy -> Judgement? in
                let path = "accessPolicies[\(index)]"
                let secrets = policy.object("permissions").flatMap { $0.list("secrets") }
                if let reason = secrets.reason {
                    return .unknown(reason, Proof("\(path).permissions.secrets"))
                }
                let reading = secrets.value?.contains { ["get", "list", "all"].contains($0.lowercased()) }
                guard reading == true else { return nil }
                let id = policy.text("objectId")
                let kind = id.value.flatMap { kinds[$0.lowercased()] }.map(Setting.set)
                let proof = Proof("\(path).objectId")
                return judge(kind ?? .absent, id, id.value ?? "somebody", of: vault, meant, proof)
            }
            return parts.isEmpty
                ? .unknown("no policy of \(vault.name) lets its port read", Proof("accessPolicies"))
                : .combining(parts, pass: "Only its port and a group read the secrets of \(vault.name)")
        }
    }

    /// Judges one reader by what it is.
    private func judge(
        _ kind: Setting<String>,
        _ id: Setting<String>,
        _ who: String,
        of vault: KeyVault,
        _ meant: Set<String>,
        _ proof: Proof
    ) -> Judgement {
        if let id = id.value, meant.contains(id.lowercased()) {
            return .pass("The port reads the secrets of \(vault.name)", proof)
        }
        if kind.is("Group") { return .pass("The group \(who) reads the secrets of \(vault.name)", proof) }
        if kind.is("User") { return .fail("\(who), a person, reads the secrets of \(vault.name)", proof) }
        guard kind.is("ServicePrincipal") else {
            return .unknown(
                "\(who): \(kind.gap("kind of this reader of \(vault.name)") ?? "no kind that is known")",
                proof
            )
        }
        guard !meant.isEmpty, id.value != nil else {
            return .unknown("the input does not say whether \(who) is the identity of the port", proof)
        }
        return .fail("\(who), which is not the port, reads the secrets of \(vault.name)", proof)
    }
}
