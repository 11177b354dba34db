import JSON
import Topology

/// Writes the snapshot of service tags that the program carries, from the file that Microsoft publishes.
struct ServiceTagEncoder {
    private(set) var bytes: [UInt8]
    private var places: [AddressPrefix: Int] = [:]

    init(_ file: JSONValue, day: String) {
        bytes = Array("bulkhead.service-tags/1\n\(day)".utf8)
        let tags = (file.member("values")?.elements ?? []).map { value in
            let texts = value["addressPrefixes"]?.elements ?? []
            return (
                name: value.member("name")?.string ?? "",
                prefixes: texts.compactMap { $0.string.flatMap { AddressPrefix($0) } }
            )
        }
        write(UInt128(file.member("changeNumber")?.integer ?? 0))
        let all = Set(tags.flatMap(\.prefixes)).sorted()
        for version in [IPAddress.Version.v4, .v6] { write(all.filter { $0.version == version }) }
        write(UInt128(tags.count))
        for tag in tags { write(tag.name, Set(tag.prefixes.compactMap { places[$0] }).sorted()) }
    }

    private mutating func write(_ prefixes: [AddressPrefix]) {
        write(UInt128(prefixes.count))
        var last: UInt128 = 0
        for prefix in prefixes {
            let shift = UInt128(prefix.version.width - prefix.length)
            bytes.append(UInt8(prefix.length))
            write((prefix.first.bits >> shift) - (last >> shift))
            last = prefix.first.bits
            places[prefix] = places.count
        }
    }

    private mutating func write(_ name: String, _ places: [Int]) {
        write(UInt128(name.utf8.count))
        bytes += name.utf8
        var runs: [Range<Int>] = []
        for place in places {
            if let run = runs.last, run.upperBound == place {
                runs[runs.count - 1] = run.lowerBound..<place + 1
            } else {
                runs.append(place..<place + 1)
            }
        }
        write(UInt128(runs.count))
        var end = 0
        for run in runs {
            write(UInt128((run.lowerBound - end) * 2 + (run.count > 1 ? 1 : 0)))
            if run.count > 1 { write(UInt128(run.count - 2)) }
            end = run.upperBound
        }
    }

    private mutating func write(_ number: UInt128) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
