import Topology

extension Control {
    /// S0-06: power that has to be asked for, and ends.
    package static let networkPowerIsEligible = Control(
        id: "S0-06",
        name: "network-power-eligible",
        title: "People activate their power over the network for a time",
        severity: .high,
        principles: [.leastPrivilege],
        types: RoleScheduleInstance.types + RoleAssignment.types,
        why: """
            A standing right is there at three in the morning too, for whoever stole the account. One that must \
            be activated asks for a second factor and a reason, and is gone by evening.
            """,
        remediation: Remediation(
            """
            Make the assignment eligible in Privileged Identity Management, with approval and several factors, \
            or at least give it an end.
            """
        ),
        question: "Is this assignment permanent, or does Privileged Identity Management end it?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#53-apply-just-in-time-jit-and-privileged-access",
        benchmarks: ["mcsb": ["PA-2"], "nist-800-53": ["AC-2"], "nist-800-207": ["T3"]],
        decision: .estate { topology in
            let holders = RoleHolders(topology)
            let instances = topology.all(RoleScheduleInstance.self)
            guard instances.isEmpty else {
                return instances.compactMap { instance in
                    judge(instance, holders).map { (instance.resource, $0) }
                }
            }
            return holders.judge(.network) { assignment, role in
                guard !assignment.principalType.is("ServicePrincipal") else { return nil }
                return .ask(
                    """
                    \(assignment.holder) changes the network as \(role.name), and the input has no schedules \
                    of roles: for how long?
                    """,
                    Proof("roleDefinitionId")
                )
            }
        },
        examples: [
            .passes(
                RoleEstate.estate(
                    RoleEstate.scheduled(RoleEstate.contributor, #""assignmentType": "Activated""#)
                )
            ),
            .passes(
                RoleEstate.estate(
                    RoleEstate.scheduled(
                        RoleEstate.contributor,
                        #""assignmentType": "Assigned", "endDateTime": "2027-06-30T00:00:00Z""#
                    )
                )
            ),
            .passes(
                RoleEstate.estate(RoleEstate.scheduled(RoleEstate.contributor, "", isEligible: true))
            ),
            .fails(
                RoleEstate.estate(
                    RoleEstate.scheduled(RoleEstate.contributor, #""assignmentType": "Assigned""#)
                )
            ),
            .asks(RoleEstate.estate(RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app))),
            .unknown(RoleEstate.estate(RoleEstate.scheduled(RoleEstate.contributor, ""))),
            .unknown(
                RoleEstate.estate(
                    RoleEstate.scheduled(RoleEstate.stranger, #""assignmentType": "Assigned""#)
                )
            ),
            .notApplicable(
                RoleEstate.estate(
                    RoleEstate.scheduled(RoleEstate.reader, #""assignmentType": "Assigned""#),
                    RoleEstate.scheduled(
                        RoleEstate.contributor,
                        #""assignmentType": "Assigned""#,
                        to: "ServicePrincipal"
                    )
                )
            ),
            .notApplicable(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.contributor, "ServicePrincipal", at: RoleEstate.app)
                )
            ),
        ]
    )

    private static func judge(_ instance: RoleScheduleInstance, _ holders: RoleHolders) -> Judgement? {
        let role = holders.power(of: instance.roleDefinition)
        guard let power = role.value else {
            return .unknown(role.reason ?? "", Proof("roleDefinitionId"))
        }
        // What runs by itself cannot activate anything.
        guard power.writesNetwork, !instance.principalType.is("ServicePrincipal") else { return nil }
        let place = holders.title(of: instance.scope.value ?? instance.id.parent)
        let who = "\(instance.principalType.value ?? "principal") \(instance.principalID.value ?? "?")"
        let holds = "The \(who) is \(power.name) at \(place)"
        if instance.isEligible { return .pass("\(holds) when it activates the role", Proof("status")) }
        let kind = Proof("assignmentType", expected: "Activated")
        return instance.assignmentType.judged(by: kind, of: instance.name) { _ in
            if instance.assignmentType.is("Activated") { return .pass("\(holds) for now", kind) }
            let end = Proof("endDateTime", expected: "a time at which it ends")
            switch instance.endDateTime {
            case .set(let time): return .pass("\(holds) until \(time.prefix(10))", kind, end)
            case .unknown(let reason): return .unknown(reason, end)
            case .absent: return .fail("\(holds) for good", kind, end)
            }
        }
    }
}
