import Topology

extension VirtualNetwork {
    /// Whether it is encrypted: a network that does not mention encryption is not, one that mentions it without
    /// the flag is unknown.
    var isEncrypted: Setting<Bool> {
        guard encryptionEnabled.isAbsent else { return encryptionEnabled }
        return switch resource.fields.object("encryption") {
        case .absent: .set(false)
        case .set: .unknown(reason: "the input does not say whether the encryption of \(name) is on")
        case .unknown(let reason): .unknown(reason: reason)
        }
    }
}
