/// A version of TLS, in whichever of Azure's spellings.
package enum TLSVersion: String, Sendable, CaseIterable, Comparable, CustomStringConvertible {
    /// No minimum is enforced.
    case none
    case oneZero = "1.0"
    case oneOne = "1.1"
    case oneTwo = "1.2"
    case oneThree = "1.3"

    /// Reads `TLS1_2`, `TLSv1_2`, `Tls12`, `TLS12`, `1.2` and `None`; nil for anything else.
    package init?(reading text: String) {
        let digits = text.filter { "0123456789".contains($0) }
        let rest = text.lowercased().filter { !"0123456789._v ".contains($0) }
        switch (rest, digits) {
        case ("none", ""): self = .none
        case ("tls", ""), ("", "10"), ("tls", "10"), ("", "1"): self = .oneZero
        case ("", "11"), ("tls", "11"): self = .oneOne
        case ("", "12"), ("tls", "12"): self = .oneTwo
        case ("", "13"), ("tls", "13"): self = .oneThree
        default: return nil
        }
    }

    package var description: String { self == .none ? "none" : "TLS \(rawValue)" }

    package static func < (left: TLSVersion, right: TLSVersion) -> Bool { left.rank < right.rank }

    private var rank: Int { TLSVersion.allCases.firstIndex(of: self) ?? 0 }
}
