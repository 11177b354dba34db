package import Topology

/// Every way in from outside to what stands in the estate, and every way out of it.
///
/// Each way is one that ``Tracer`` follows, with the packet it followed as its witness; ways that are closed are left
/// out, those of which it cannot be said are there with their reason (azure-semantics 3.7, 7).
package struct Exposure: Sendable {
    /// What lies outside.
    package enum Side: String, Sendable, CaseIterable {
        case internet
        case onPremises = "on-premises"
    }
    /// What leads in or out.
    package enum Door: String, Sendable, CaseIterable {
        /// An address of the interface itself.
        case publicAddress = "public-address"
        case loadBalancer = "load-balancer"
        case firewall
        case applicationGateway = "application-gateway"
        case frontDoor = "front-door"
        /// The public side of a service of Azure.
        case publicService = "public-service"
        /// A gateway or a virtual hub.
        case gateway
        case natGateway = "nat-gateway"
        /// An address of Microsoft's that nobody asked for.
        case defaultOutbound = "default-outbound"
        /// Something that Azure runs, which answers itself: a Bastion, a gateway.
        case managed
    }
    /// One way, for all services that take it alike.
    package struct Way: Sendable {
        package let side: Side
        package let door: Door
        /// The public address, balancer, firewall or gateway; nil for default outbound access.
        package let through: ResourceID?
        /// The rule of the door that leads on, where it has rules.
        package let rule: String?
        /// What is reached, or what gets out.
        package let endpoint: ResourceID
        /// Its private address; nil for a service of Azure.
        package let address: IPAddress?
        /// The services by which the way is taken, as they are asked for at the door.
        package let flows: FlowSet
        /// Never deny.
        package let verdict: Verdict
        /// What becomes of one packet of them; nil where the way is not one of packets, such as a private link of
        /// Front Door.
        package let trace: Trace?
        package var witness: Packet? { trace?.packet }
    }
    package let waysIn: [Way]
    package let waysOut: [Way]

    /// Of the whole estate, or of one resource of it alone.
    package init(_ network: Network, of endpoint: ResourceID? = nil) {
        let tracer = Tracer(network)
        let ways =
            PublicDoors(tracer).ways + EdgeDoors(tracer).ways + GatewayDoors(tracer, endpoint).ways
        waysIn = ways.filter { way in endpoint.map { $0 == way.endpoint } ?? true }
        waysOut = OutboundDoors(tracer, endpoint).ways
    }
}

/// Services that take a way alike, found by following one packet for each range of ports.
struct DoorSweep {
    struct Found {
        var flows: FlowSet
        let trace: Trace
    }
    private(set) var found: [Found] = []

    /// Follows every protocol that rules can name; the ways that are closed are left out.
    init(_ protocols: [UInt8] = [6, 17, 1], _ follow: (_ protocolNumber: UInt8, _ port: UInt16) -> Trace) {
        for number in protocols {
            let networkProtocol = NetworkProtocol(number: number)
            guard number == 6 || number == 17 else {
                add(follow(number, 0), networkProtocol, nil)
                continue
            }
            var next: UInt16? = 0
            while let port = next {
                let trace = follow(number, port)
                let end = max(port, trace.probe.destinationPort.window.upperBound)
                add(trace, networkProtocol, port...end)
                next = end < .max ? end + 1 : nil
            }
        }
    }

    private mutating func add(
        _ trace: Trace,
        _ networkProtocol: NetworkProtocol,
        _ ports: ClosedRange<UInt16>?
    ) {
        guard trace.verdict != .deny else { return }
        let known = found.firstIndex { other in
            other.trace.isDecided(as: trace) && other.trace.door == trace.door
                && other.trace.probe.destination.value == trace.probe.destination.value
        }
        if let known {
            found[known].flows.insert(networkProtocol, ports)
        } else {
            var flows = FlowSet()
            flows.insert(networkProtocol, ports)
            found.append(Found(flows: flows, trace: trace))
        }
    }
}

extension Trace {
    /// The step at which the packet was translated on its way in or out.
    var door: Step? { path.first { $0.stage == .translation || $0.stage == .firewallDNAT } }
}
