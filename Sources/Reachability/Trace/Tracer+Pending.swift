import Topology

extension Tracer {
    enum HubDoor { case connection(ResourceID), steered(ResourceID) }
    func throughHub(
        _ hub: ResourceID,
        from door: HubDoor,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome { unknownPlace(hub, &journey) }
    func throughFirewall(_ id: ResourceID, to target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        unknownPlace(id, &journey)
    }
    func throughBalancer(
        _ id: ResourceID,
        _ frontend: ResourceID,
        to target: Endpoint,
        _ journey: inout Journey,
        _ each: (Tracer, Site, inout Journey) -> Journey.Outcome
    ) -> Journey.Outcome { unknownPlace(id, &journey) }
    func leaveForInternet(
        from environment: SubnetEnvironment,
        _ site: Site?,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome { .arrived }
    func arriveAtService(
        from environment: SubnetEnvironment,
        _ target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome { .arrived }
    func enter(_ target: Endpoint, from origin: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        .arrived
    }
    func enter(
        _ target: Endpoint,
        fromOnPremises address: IPAddress,
        _ journey: inout Journey
    ) -> Journey.Outcome { .arrived }
}
extension Network {
    func hubOfFirewall(at address: IPAddress, for network: ResourceID) -> ResourceID? { nil }
}
