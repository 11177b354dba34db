import JSON
import Reachability
import Topology

/// Which machines are under just-in-time access, and which of their management ports stand open without it.
struct JITAccess {
    private let topology: Topology
    private let bastions: AddressSet
    private let entries: [ResourceID: [(policy: Resource, ports: [JITPort], path: String)]]
    /// What of a policy cannot be read, so that it may be about any machine.
    private let gap: (reason: String, proof: Proof)?
    /// The subscriptions of which the input holds something of Defender: what it lacks there does not exist.
    private let shown: Set<String>

    /// What the owners' rules of each security group decide of each door: many machines stand behind one group.
    private let decisions: [ResourceID: [Int: [FilterDecision]]]

    private static let doors: [(name: String, port: Int)] = [("SSH", 22), ("RDP", 3389)]

    init(_ topology: Topology) {
        self.topology = topology
        bastions = AddressSet(
            topology.subnets.filter { $0.reservedFor == .bastion }.flatMap(\.addressPrefixes.prefixes)
        )
        let policies = topology.all(JITPolicy.self)
        entries = policies.reduce(into: [:]) { found, policy in
            for (index, machine) in policy.virtualMachines.enumerated() {
                guard let id = machine.virtualMachine.value else { continue }
                found[id, default: []].append((policy.resource, machine.ports, "virtualMachines[\(index)]"))
            }
        }
        gap =
            policies.lazy.compactMap { policy in
                let proof = Proof("virtualMachines", in: policy.resource)
                let list = policy.resource.fields.array("virtualMachines").reason
                let reasons = policy.virtualMachines.lazy.compactMap(\.virtualMachine.reason)
                return (list ?? reasons.first).map { ($0, proof) }
            }.first
        let security = topology.all(DefenderPlan.self).map(\.resource) + policies.map(\.resource)
        shown = Set(security.compactMap { $0.id.subscription?.lowercased() })
        decisions = topology.all(NetworkSecurityGroup.self).reduce(into: [:]) {
            $0[$1.id] = Self.decisions(of: $1)
        }
    }

    private static func decisions(of group: NetworkSecurityGroup) -> [Int: [FilterDecision]] {
        let filter = Filter(group, .inbound)
        return doors.reduce(into: [:]) { found, door in
            guard let number = UInt16(exactly: door.port) else { return }
            let questions = [Party.internet, .inside].map { PacketBox(from: $0, ports: IntervalSet(number)) }
            found[door.port] = questions.flatMap(filter.decisions).filter { !$0.rule.isDefault }
        }
    }

    func judge(_ machine: VirtualMachine) -> Judgement {
        let parts = Self.doors.compactMap { door -> Judgement? in
            guard let opening = opening(of: door.port, at: machine) else { return nil }
            if let covered = coverage(of: door.port, at: machine) { return covered }
            switch opening {
            case .unknown(let doubt): return doubt
            case .open(let decision, let group): return standing(door.name, machine, decision, group)
            }
        }
        return parts.isEmpty
            ? .notApplicable("No rule of its filters opens RDP or SSH to \(machine.name)")
            : .combining(parts, pass: "RDP and SSH to \(machine.name) open just in time")
    }

    /// What the policies say of a port; nil where they do not name it.
    private func coverage(of port: Int, at machine: VirtualMachine) -> Judgement? {
        for entry in entries[machine.id, default: []] {
            let proof = Proof("\(entry.path).ports", in: entry.policy)
            if entry.ports.contains(where: { $0.number.value == port }) { return .pass("", proof) }
            if let reason = entry.ports.lazy.compactMap(\.number.reason).first {
                return .unknown(reason, proof)
            }
        }
        return gap.map { .unknown($0.reason, $0.proof) }
    }

    private func standing(
        _ door: String,
        _ machine: VirtualMachine,
        _ decision: FilterDecision,
        _ group: NetworkSecurityGroup
    ) -> Judgement {
        let proofs = decision.rule.proofs(in: group.resource)
        guard shown.contains(machine.id.subscription?.lowercased() ?? "") else {
            return .unknown(
                """
                The input holds nothing of Defender for the subscription of \(machine.name): export securityresources \
                with the just-in-time policies
                """,
                proofs
            )
        }
        // From Bastion alone a session has passed the sign-in of the portal.
        let isNarrow = bastions.contains(decision.packets.sources)
        let isPublic = decision.certain.sources.overlaps(AddressSpace.internet)
        let source = isNarrow ? "the Bastion subnet" : isPublic ? "the internet" : "others than Bastion"
        return .fail(
            "\(door) to \(machine.name) stands open to \(source) by \(decision.rule.title) of \(group.name)",
            proofs,
            severity: isNarrow ? .low : nil
        )
    }

    private enum Opening {
        case open(FilterDecision, NetworkSecurityGroup)
        case unknown(Judgement)
    }

    /// The first rule of an owner that opens a port at one of the machine's interfaces.
    private func opening(of port: Int, at machine: VirtualMachine) -> Opening? {
        var doubt: Opening?
        for interface in topology.networkInterfaces(of: machine) {
            let subnets = interface.subnets.compactMap { topology.subnet($0) }
            let links = subnets.map(\.networkSecurityGroup) + [interface.networkSecurityGroup]
            let groups = links.compactMap { topology.find(NetworkSecurityGroup.self, $0) }
            // Every filter on the way has to admit; one that says nothing of the port lets no owner's rule through.
            let found = groups.map { ($0, decisions[$0.id]?[port] ?? []) }
            guard !found.isEmpty else { continue }
            if let blocked = found.first(where: { !$0.1.contains { $0.rule.action != .deny } }),
                !blocked.1.isEmpty
            {
                continue
            }
            for (group, decisions) in found {
                // The tag VirtualNetwork is somebody in any case.
                let isOpen = { (decision: FilterDecision) in
                    decision.rule.action == .allow
                        && (!decision.certain.isEmpty
                            || !decision.rule.isUnread && decision.openTags == [.virtualNetwork])
                }
                if let open = decisions.first(where: isOpen) {
                    return .open(open, group)
                }
                guard let unsure = decisions.first(where: { $0.isDoubtful }) else { continue }
                doubt = doubt ?? .unknown(.unknown(unsure.doubt, unsure.rule.proofs(in: group.resource)))
            }
        }
        return doubt
    }
}
