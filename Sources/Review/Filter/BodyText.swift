import JSON
import Rules
package import Topology

/// The addresses and ports that bodies name, for `ip:` and `port:`.
package enum BodyText {
    /// Every address and prefix that stands in a body as a string of its own; `0.0.0.0/0` is none in particular.
    ///
    /// Looks at bytes alone: most strings are told apart by their first one.
    static func prefixes(of resource: Resource) -> [AddressPrefix] {
        let bytes = resource.body.document.bytes
        var found: [AddressPrefix] = []
        bytes.withUnsafeBufferPointer { bytes in
            let end = min(resource.body.range.upperBound, bytes.count)
            var index = resource.body.offset
            while index < end {
                guard bytes[index] == UInt8(ascii: "\"") else {
                    index += 1
                    continue
                }
                let start = index + 1
                index = start
                var isAddress = true
                while index < end, bytes[index] != UInt8(ascii: "\"") {
                    if bytes[index] == UInt8(ascii: "\\") {
                        isAddress = false
                        index += 1
                    } else if !isAddressByte(bytes[index]) {
                        isAddress = false
                    }
                    index += 1
                }
                if isAddress, (3...49).contains(index - start), index <= end {
                    let text = String(decoding: bytes[start..<index], as: UTF8.self)
                    if let prefix = AddressPrefix(text), prefix.length > 0 { found.append(prefix) }
                }
                index += 1
            }
        }
        return found
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/"),
            UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    /// Whether an address is one of a resource's own, not one it sends to or lets through.
    package static func owns(_ address: AddressPrefix, _ resource: Resource) -> Bool {
        names(address, in: resource) {
            $0 == "privateipaddress" || $0 == "ipaddress" || $0 == "privateipaddresses"
        }
    }

    /// Whether a resource is a network that an address lies in, or has it itself.
    package static func holds(_ address: AddressPrefix, _ resource: Resource) -> Bool {
        names(address, in: resource) { $0.hasPrefix("addressprefix") || $0.hasSuffix("ipaddress") }
    }

    private static func names(
        _ address: AddressPrefix,
        in resource: Resource,
        at isWanted: (_ name: String) -> Bool
    ) -> Bool {
        var isFound = false
        visit(resource.body) { name, text in
            guard !isFound, isWanted(name), name != "nexthopipaddress" else { return }
            guard let prefix = AddressPrefix(text), prefix.length > 0 else { return }
            isFound = prefix.contains(address)
        }
        return isFound
    }

    /// Every port and range of ports at a property whose name speaks of one, those of the source left out.
    static func ports(of resource: Resource) -> [PortRange] {
        var found: [PortRange] = []
        visit(resource.body) { name, text in
            if isPort(name), let range = PortTerm(text).range { found.append(range) }
        }
        return found
    }

    /// The ports that the evidence of findings names, by their places among them.
    static func ports(of findings: [Finding]) -> [Int: [PortRange]] {
        var found: [Int: [PortRange]] = [:]
        for (index, finding) in findings.enumerated() {
            for proof in finding.evidence {
                let name = proof.path.split(separator: ".").last ?? ""
                guard isPort(name.lowercased()), let value = proof.value else { continue }
                let words = value.split { "[]\", ".contains($0) }
                found[index, default: []] += words.compactMap { PortTerm(String($0)).range }
            }
        }
        return found
    }

    private static func isPort(_ name: String) -> Bool { name.contains("port") && !name.contains("source") }

    /// Visits the strings and numbers of a body with the lower-case name of their property.
    ///
    /// Without recursion, and not more of them than a screen has use for.
    private static func visit(_ body: JSONValue, _ visitor: (_ name: String, _ text: String) -> Void) {
        var waiting: [(name: String, value: JSONValue)] = [("", body)]
        var visited = 0
        while let (name, value) = waiting.popLast(), visited < 100_000 {
            visited += 1
            switch value.kind {
            case .object: waiting += (value.object?.all ?? []).map { ($0.name.lowercased(), $0.value) }
            case .array: waiting += value.elements.map { (name, $0) }
            case .string, .number: visitor(name, value.string ?? value.text)
            case .null, .bool, .broken: break
            }
        }
    }
}
