package import Reachability
package import Review
package import Topology

/// A question about the estate whose answer takes too long for a frame.
///
/// It is asked with ``Work``, answered away from the screen and comes back in a ``Message``.
package enum Inquiry: Sendable, Hashable {
    /// Which segment reaches which.
    case matrix(SegmentQuestion)
    /// What decides between two segments.
    case segments(SegmentQuestion, from: String, to: String)
    /// What may flow from one end to another.
    case path(PathQuestion)
    /// Why a packet gets through or does not, and what would change that.
    case why(WhyQuestion)
    /// What an endpoint reaches.
    case blast(BlastQuestion)
    /// Where what it reaches can be cut.
    case chokePoints(BlastQuestion)
    /// The rules and routes in effect at a machine, interface, endpoint or subnet, and its neighbours.
    case place(ResourceID)

    /// The answer; may take seconds on a large estate.
    package func answer(in estate: Estate) -> Reply {
        switch self {
        case .matrix(let question): question.matrix(in: estate)
        case .segments(let question, let from, let to): question.flows(from: from, to: to, in: estate)
        case .path(let question): question.answer(in: estate)
        case .why(let question): question.answer(in: estate)
        case .blast(let question): question.answer(in: estate)
        case .chokePoints(let question): question.chokePoints(in: estate)
        case .place(let id): PlaceReply.answer(about: id, in: estate)
        }
    }
}

/// What an ``Inquiry`` is answered with.
package enum Reply: Sendable {
    case matrix(SegmentMap)
    case segments(SegmentMap.Flows)
    case path(PathAnswer)
    case why(Why)
    case blast(BlastAnswer)
    case chokePoints(ChokePoints)
    case place(PlaceReply)
    /// Why there is no answer, in a sentence.
    case failed(String)
}
