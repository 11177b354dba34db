import Topology

extension Subnet {
    /// Judges whether its smallest block of version 4 has no more fixed bits than that.
    func judgeSize(atMost length: Int) -> Judgement {
        let proof = Proof("addressPrefix", expected: "a prefix of \(length) bits or fewer")
        let prefixes = addressPrefixes.prefixes
        guard prefixes.count == addressPrefixes.count,
            let smallest = prefixes.filter({ $0.version == .v4 }).map(\.length).max()
        else { return .unknown("the addresses of \(title) cannot be read", proof) }
        return smallest <= length
            ? .pass("\(title) is a /\(smallest)", proof)
            : .fail("\(title) is only a /\(smallest)", proof)
    }
}
