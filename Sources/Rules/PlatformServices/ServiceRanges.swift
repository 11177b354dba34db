import JSON
import Topology

/// The door of a service that has a public address and a list of address ranges that may come in.
struct ServiceRanges: Sendable {
    /// Where public access is switched off.
    var access = "publicNetworkAccess"
    /// Where the subnet stands that the service is put into; without a public door then.
    var subnet: String?
    /// The collection of the rules, and the names of the ends of a range.
    var rule = "firewallRules"
    var ends = ("startIpAddress", "endIpAddress")
    /// Whether a service without a rule lets everybody in, instead of nobody.
    var isOpenWithoutRules = false

    func judge(_ service: Resource, _ topology: Topology) -> Judgement {
        let proof = Proof(access, expected: "Disabled")
        if let subnet {
            let place = Proof(subnet, expected: "a subnet of its own")
            switch Property(subnet, of: service) {
            case .value(let value) where value.string?.isEmpty == false:
                return .pass("\(service.name) stands in a subnet and has no public address", place)
            case .unknown(let reason): return .unknown(reason, place)
            default: break
            }
        }
        switch Property(access, of: service) {
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent, .own: return .unknown("the input has no \(access) of \(service.name)", proof)
        case .value(let value):
            guard let word = value.string else {
                return .unknown(
                    "\(access) of \(service.name) cannot be read: \(value.text.prefix(40))",
                    proof
                )
            }
            if word.isSame(as: "Disabled") || word.isSame(as: "SecuredByPerimeter") {
                return .pass("\(service.name) refuses the public network", proof)
            }
            return judgeRules(service, topology, proof)
        }
    }

    private func judgeRules(_ service: Resource, _ topology: Topology, _ proof: Proof) -> Judgement {
        let ranges = DatabaseServerRange.all(of: service, topology, rule, ends)
        guard ranges.isEmpty else {
            return .combining(
                ranges.map { $0.judge(service, proof) },
                pass: "\(service.name) admits single addresses alone"
            )
        }
        // A template declares its rules beside the service; an export may leave them out.
        guard service.body.member("apiVersion") != nil else {
            return .unknown(
                "\(service.name) has a public address, and its \(rule) are not in the input, which say who may come in",
                proof
            )
        }
        return isOpenWithoutRules
            ? .fail("\(service.name) answers the whole internet", proof)
            : .pass("\(service.name) has no rule that lets anybody in", proof)
    }
}
