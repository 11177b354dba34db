import Reachability
import Topology

extension ReachReport {
    /// Which legs of the way are encrypted, for people.
    static func lines(_ encryption: PathEncryption, _ ink: Ink) -> [String] {
        encryption.legs.map { leg in
            let from = leg.from?.displayName ?? "outside"
            let to = leg.to?.displayName ?? "outside"
            let tint: Ink.Tint =
                leg.protection == .none ? .yellow : leg.protection == .unknown ? .magenta : .green
            return "  " + ink("encrypted", .quiet) + " " + ink(leg.protection.rawValue, tint)
                + Printable.safe("  \(from) → \(to): \(leg.detail)")
        }
    }

    /// Why a packet gets through or does not, for people.
    static func lines(_ why: Why, _ ink: Ink, indent: String = "  ") -> [String] {
        var lines: [String] = []
        func list(_ title: String, _ items: [String]) {
            lines.append(indent + ink(title, .bold))
            lines += items.map { indent + "  - " + Printable.safe($0) }
        }
        switch why.trace.verdict {
        case .deny:
            list("stopped by", why.blockers.map { describe($0) })
            if !why.isComplete { lines.append(indent + "  what lies behind the last one cannot be seen") }
            switch why.opening {
            case nil: lines.append(indent + "no change of the estate opens it")
            case let changes?: list("to open it", changes.map(\.detail))
            }
        case .allow, .unknown:
            guard let first = why.closing.first else {
                lines.append(indent + "no filter on the way can close it")
                break
            }
            if first.count == 1 {
                list("to close it, one of", why.closing.compactMap(\.first).map(\.detail))
            } else {
                list("to close it, all of", first.map(\.detail))
                if why.closing.count > 1 {
                    lines.append(indent + "  \((why.closing.count - 1).counted("other set")) of that size")
                }
            }
        }
        return lines
    }
}
