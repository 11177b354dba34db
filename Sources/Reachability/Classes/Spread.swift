import Topology

/// Where packets of one sender get to: the line of destinations parted by where they would be handed over.
///
/// It ends before the filters of the receivers, so it is the same for every sender of one kind whose address lies in
/// the same window.
struct Spread: Sendable {
    /// Destinations that are handed over alike.
    struct Part: Sendable {
        let destinations: ClosedRange<UInt128>
        let delivery: Journey.Delivery
        /// Whether something on the way may have stopped the packet.
        let isDoubtful: Bool
        /// The address that replaced the sender's own, where one did.
        let source: UInt128?
    }

    let parts: [Part]
    /// The senders and services of which all of this is true.
    let sources: ClosedRange<UInt128>
    let ports: ClosedRange<UInt16>

    init(_ tracer: Tracer, from site: Site, _ service: Service) {
        var parts: [Part] = []
        var sources = UInt128.min...UInt128.max
        var ports = UInt16.min...UInt16.max
        var next: UInt128? = 0
        while let destination = next {
            let probe = Probe(
                protocolNumber: service.protocolNumber,
                source: site.address,
                destination: IPAddress(line: destination),
                destinationPort: service.port
            )
            var journey = Journey(probe, endsAtDelivery: true)
            let outcome = tracer.send(
                from: .site(site),
                to: .internet(IPAddress(line: destination)),
                &journey
            )
            let window = journey.probe.destination.window
            sources = sources.clamped(to: journey.probe.source.window)
            ports = ports.clamped(to: journey.probe.destinationPort.window)
            if case .arrived = outcome, let delivery = journey.delivery {
                parts.append(
                    Part(
                        destinations: window,
                        delivery: delivery,
                        isDoubtful: journey.doubt != nil,
                        source: journey.probe.source.isReplaced ? journey.probe.source.value : nil
                    )
                )
            }
            next = window.upperBound < .max ? window.upperBound + 1 : nil
        }
        self.parts = parts
        self.sources = sources
        self.ports = ports
    }
}

/// From where packets are let in to one receiver: the line of sources parted by what its filters do.
struct Admission: Sendable {
    /// The sources that are let in, those of which it cannot be said, and nobody else.
    let certain: AddressSet
    let possible: AddressSet
    let destinations: ClosedRange<UInt128>
    let ports: ClosedRange<UInt16>

    init(_ tracer: Tracer, at site: Site, _ service: Service) {
        var certain: [ClosedRange<UInt128>] = []
        var possible: [ClosedRange<UInt128>] = []
        var destinations = UInt128.min...UInt128.max
        var ports = UInt16.min...UInt16.max
        var next: UInt128? = 0
        while let source = next {
            let probe = Probe(
                protocolNumber: service.protocolNumber,
                source: IPAddress(line: source),
                destination: site.address,
                destinationPort: service.port
            )
            var journey = Journey(probe)
            let outcome = tracer.arrive(at: site, to: .site(site), &journey)
            let window = journey.probe.source.window
            destinations = destinations.clamped(to: journey.probe.destination.window)
            ports = ports.clamped(to: journey.probe.destinationPort.window)
            if case .arrived = outcome {
                if journey.doubt == nil { certain.append(window) } else { possible.append(window) }
            }
            next = window.upperBound < .max ? window.upperBound + 1 : nil
        }
        self.certain = AddressSet(certain)
        self.possible = AddressSet(possible)
        self.destinations = destinations
        self.ports = ports
    }
}
