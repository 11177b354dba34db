import JSON
package import Topology

/// The model of an estate as `inventory` prints it.
package struct InventoryReport: Sendable {
    private let topology: Topology

    package init(_ topology: Topology) { self.topology = topology }

    /// The model for programs: `bulkhead.inventory/1`.
    package func json() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", "bulkhead.inventory/1")
            for member in topology.inventory { writer.member(member) }
        }
        return writer.text + "\n"
    }

    /// How many there are of each kind, most first.
    package func text() -> String {
        let counts = topology.inventory.compactMap { member -> (String, Int)? in
            guard case .list(let list) = member.value, !list.isEmpty else { return nil }
            return (member.name, list.count)
        }
        let width = counts.map { String($0.1).count }.max() ?? 0
        let lines = counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { name, count in
            let digits = String(count)
            return String(repeating: " ", count: width - digits.count) + digits + "  " + name
        }
        return (lines + [topology.resources.count.counted("resource")]).joined(separator: "\n") + "\n"
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ member: InventoryValue.Member) {
        name(member.name)
        value(member.value)
    }

    private mutating func value(_ value: InventoryValue) {
        switch value {
        case .flag(let flag): raw(flag ? "true" : "false")
        case .number(let number): raw(String(number))
        case .text(let text): self.value(text)
        case .list(let list): array { writer in for element in list { writer.value(element) } }
        case .record(let members): object { writer in for member in members { writer.member(member) } }
        case .unknown(let reason): object { $0.member("unknown", reason) }
        }
    }
}
