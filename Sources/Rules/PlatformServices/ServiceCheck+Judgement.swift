import Topology

extension ServiceCheck {
    /// Judges a service: one setting as wanted is enough, and one that is not known leaves it open.
    func judge(_ service: Resource, _ topology: Topology) -> Judgement {
        switch test {
        case .ranges(let ranges): return ranges.judge(service, topology)
        case .anyOf(let settings):
            let states = settings.map { $0.state(of: service, in: topology) }
            var proofs: [Proof] = []
            var doubt: (reason: String, proof: Proof)?
            for state in states {
                switch state {
                case .asWanted(let proof): return .pass("\(service.name): \(title)", proof)
                case .otherwise(let proof): proofs.append(proof)
                case .open(let reason, let proof): doubt = doubt ?? (reason, proof)
                }
            }
            if let doubt { return .unknown(doubt.reason, [doubt.proof] + proofs) }
            return .fail("\(service.name) \(fault)", proofs)
        }
    }
}
