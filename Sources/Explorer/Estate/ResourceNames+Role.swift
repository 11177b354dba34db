import Canvas
import Review
import Topology

extension ResourceNames {
    /// What kind of thing a type is, for its colour.
    static func role(_ type: ResourceType) -> Role {
        switch type.category {
        case .network: .network
        case .compute: .compute
        case .security: .security
        case .identity: .identity
        case .service: .service
        case .other: .text
        }
    }
}
