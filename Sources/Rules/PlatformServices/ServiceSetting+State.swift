import JSON
import Topology

extension ServiceSetting {
    /// How a setting stands at a service, with the property that shows it.
    enum State {
        case asWanted(Proof)
        case otherwise(Proof)
        case open(reason: String, Proof)
    }

    func state(of service: Resource, in topology: Topology) -> State {
        let (holder, path) = place(at: service, in: topology)
        guard let star = path.firstRange(of: "[*]") else { return state(holder, path) }
        let list = String(path[..<star.lowerBound])
        let proof = Proof(list, expected: wanted.text, in: holder)
        guard case .value(let value) = Property(list, of: holder), value.kind == .array,
            !value.elements.isEmpty
        else {
            return missing(list, holder, proof)
        }
        let rest = path[star.upperBound...]
        let states = value.elements.indices.map { state(holder, "\(list)[\($0)]\(rest)") }
        let worst = states.first { if case .otherwise = $0 { true } else { false } }
        return worst ?? states.first { if case .open = $0 { true } else { false } } ?? states[0]
    }

    private func state(_ holder: Resource, _ path: String) -> State {
        let proof = Proof(path, expected: wanted.text, in: holder)
        switch Property(path, of: holder) {
        case .unknown(let reason): return .open(reason: reason, proof)
        case .absent, .own: return missing(path, holder, proof)
        case .value(let value):
            if value.kind == .array, let inner = value.symbolicInside {
                return .open(reason: "only Azure knows \(inner)", proof)
            }
            guard let isWanted = wanted.holds(for: value) else {
                return .open(
                    reason: "\(path) of \(holder.name) cannot be read: \(value.text.prefix(40))",
                    proof
                )
            }
            return isWanted ? .asWanted(proof) : .otherwise(proof)
        }
    }

    /// The child that decides, or the service where the input does not hold it.
    private func place(at service: Resource, in topology: Topology) -> (Resource, String) {
        guard let child else { return (service, path) }
        let words = child.split(separator: "/")
        let type = ResourceType("\(service.type.text)/\(words[0])")
        let found = topology.children(of: service.id).first { candidate in
            candidate.type == type && (words.count < 2 || candidate.id.name.isSame(as: words[1]))
        }
        return found.map { ($0, path) } ?? (service, copy ?? "\(words.joined(separator: ".")).\(path)")
    }

    /// What it means that the input lacks the setting: in a template the default of its version, else nothing.
    private func missing(_ path: String, _ holder: Resource, _ proof: Proof) -> State {
        if let version = holder.body.member("apiVersion")?.string,
            let known = defaults.last(where: { $0.version <= version })
        {
            let value = JSONDocument(text: known.value).root
            return value.flatMap(wanted.holds) == true ? .asWanted(proof) : .otherwise(proof)
        }
        return isOptional
            ? .otherwise(proof) : .open(reason: "the input has no \(path) of \(holder.name)", proof)
    }
}
