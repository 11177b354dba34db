import Topology

/// How a judgement follows from one property.
extension Setting {
    /// Judges the value; where there is none, it is unknown, for the reason the setting gives.
    ///
    /// - Parameters:
    ///   - proof: The property, which is the evidence where it cannot be read.
    ///   - name: Whose property it is.
    ///   - judge: What the value comes to.
    /// - Returns: That judgement, or `unknown`.
    func judged(by proof: Proof, of name: String, _ judge: (Value) -> Judgement) -> Judgement {
        guard case .set(let value) = self else {
            return .unknown(gap("\(proof.path) of \(name)") ?? "", proof)
        }
        return judge(value)
    }
}
