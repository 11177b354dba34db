import Synchronization
package import Topology

/// The addresses behind service tags, each worked out once.
///
/// A class because everything that is asked of one network shares what was worked out.
package final class TagAddresses: Sendable {
    private let table: ServiceTagTable?
    private let known = Mutex<[ServiceTag: AddressSet?]>([:])

    package init(_ table: ServiceTagTable?) { self.table = table }

    /// The addresses of a tag that Microsoft publishes; nil for one that is not listed, which must stay a name and
    /// never become empty or everything (azure-semantics 1.5).
    package subscript(tag: ServiceTag) -> AddressSet? {
        if let found = known.withLock({ $0[tag] }) { return found }
        let made = table?.prefixes(of: tag).map { AddressSet($0) }
        known.withLock { $0[tag] = .some(made) }
        return made
    }

    /// What the list is an assumption about; nil where the input brought the list.
    package var assumption: Assumption? {
        guard case .snapshot(let day) = table?.origin else { return nil }
        return Assumption(
            "service-tags-of-snapshot",
            "The addresses of service tags are those that Microsoft published on \(day)."
        )
    }
}
