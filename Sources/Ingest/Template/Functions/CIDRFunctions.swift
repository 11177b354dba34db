/// Functions of address ranges.
enum CIDRFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("parseCidr", 1...1) { arguments throws(TemplateFault) in
            let range = try range(arguments)
            var parsed: TemplateObject = [
                "network": .string(range.text(of: range.network)),
                "netmask": .string(range.text(of: range.mask)),
            ]
            if !range.isV6 { parsed.set("broadcast", .string(range.text(of: range.last))) }
            let hasHosts = range.bits - range.length > 1
            let first = hasHosts && !range.isV6 ? range.network + 1 : range.network
            let last = hasHosts && !range.isV6 ? range.last - 1 : range.last
            parsed.set("firstUsable", .string(range.text(of: first)))
            parsed.set("lastUsable", .string(range.text(of: last)))
            parsed.set("cidr", .integer(range.length))
            return .object(parsed)
        },
        TemplateFunction("cidrSubnet", 3...3) { arguments throws(TemplateFault) in
            let range = try range(arguments)
            let (length, index) = (try arguments.integer(1), try arguments.integer(2))
            guard (range.length...range.bits).contains(length) else {
                throw arguments.fault("a range of /\(range.length) has no subnets of /\(length).")
            }
            let (offset, isOutside) = offset(
                index,
                times: range.bits - length,
                within: range.bits - range.length
            )
            guard !isOutside else { throw arguments.fault("there is no subnet number \(index).") }
            return .string("\(range.text(of: range.network + offset))/\(length)")
        },
        TemplateFunction("cidrHost", 2...2) { arguments throws(TemplateFault) in
            let range = try range(arguments)
            let index = try arguments.integer(1)
            let (offset, isOutside) = offset(index, times: 0, within: range.bits - range.length)
            guard !isOutside, !range.network.addingReportingOverflow(offset + 1).overflow else {
                throw arguments.fault("there is no host number \(index).")
            }
            return .string(range.text(of: range.network + offset + 1))
        },
    ]

    private static func range(_ arguments: Arguments) throws(TemplateFault) -> AddressRange {
        guard let range = AddressRange(try arguments.string(0)) else {
            throw arguments.fault("'\(try arguments.string(0).prefix(60))' is no address range.")
        }
        return range
    }

    /// `index` shifted left, and whether it does not fit into so many bits.
    private static func offset(_ index: Int, times shift: Int, within bits: Int) -> (UInt128, Bool) {
        guard index >= 0, shift < 128 else { return (0, true) }
        let value = UInt128(index)
        let used = 128 - value.leadingZeroBitCount
        return used + shift > bits ? (0, true) : (value << UInt128(shift), false)
    }
}

/// An IPv4 or IPv6 range as numbers.
struct AddressRange {
    let network: UInt128
    let length: Int
    let isV6: Bool

    var bits: Int { isV6 ? 128 : 32 }
    var mask: UInt128 { length == 0 ? 0 : (whole >> UInt128(bits - length)) << UInt128(bits - length) }
    var last: UInt128 { network | (whole & ~mask) }
    private var whole: UInt128 { isV6 ? UInt128.max : UInt128(UInt32.max) }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let length = Int(parts[1]), length >= 0 else { return nil }
        isV6 = parts[0].contains(":")
        guard length <= (isV6 ? 128 : 32), let address = Self.address(parts[0]) else { return nil }
        self.length = length
        let whole = isV6 ? UInt128.max : UInt128(UInt32.max)
        let host = isV6 ? 128 - length : 32 - length
        network = length == 0 ? 0 : address & ((whole >> UInt128(host)) << UInt128(host))
    }

    private static func address(_ text: Substring) -> UInt128? {
        guard text.contains(":") else {
            let octets = text.split(separator: ".", omittingEmptySubsequences: false)
            guard octets.count == 4 else { return nil }
            var address: UInt128 = 0
            for octet in octets {
                guard let number = UInt8(octet) else { return nil }
                address = address << 8 | UInt128(number)
            }
            return address
        }
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return nil }
        let groups = halves.map { $0.split(separator: ":").map { UInt16($0, radix: 16) } }
        let known = groups.joined()
        guard known.allSatisfy({ $0 != nil }), halves.count == 2 ? known.count < 8 : known.count == 8 else {
            return nil
        }
        let zeros = [UInt16](repeating: 0, count: 8 - known.count)
        let head = groups.first?.compactMap { $0 } ?? []
        let tail = groups.count == 2 ? groups[1].compactMap { $0 } : []
        return (head + zeros + tail).reduce(0) { $0 << 16 | UInt128($1) }
    }

    func text(of address: UInt128) -> String {
        guard isV6 else {
            return [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: address >> UInt128($0))) }.joined(
                separator: "."
            )
        }
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: address >> UInt128(112 - 16 * $0)) }
        // The longest run of zero groups becomes `::`.
        var (best, run) = (0..<0, 0..<0)
        for (place, group) in groups.enumerated() {
            run = group == 0 ? (run.upperBound == place ? run.lowerBound : place)..<place + 1 : 0..<0
            if run.count > best.count { best = run }
        }
        let words = groups.map { String($0, radix: 16) }
        guard best.count > 1 else { return words.joined(separator: ":") }
        return words[..<best.lowerBound].joined(separator: ":") + "::"
            + words[best.upperBound...].joined(separator: ":")
    }
}
