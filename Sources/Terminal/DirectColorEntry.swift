import CNcurses
import Glibc

/// A description of the loaded terminal that takes colours of 24 bits.
///
/// ncurses shows such colours only on terminals whose description says so, and the usual ones do not: the
/// `-direct` entries are often not installed, and lack the 16 colours of the user's own palette. So this one
/// repeats what is loaded and replaces its colours: numbers below 16 stay the palette, all others are RGB.
/// It is handed to ncurses as text in `TERMINFO`; the file form is that of term(5), with 32-bit numbers.
struct DirectColorEntry {
    private static let replacedNumbers: [String: Int32] = ["colors": 0x100_0000, "pairs": 0x1_0000]
    private static let replacedStrings = [
        "setaf": set(base: "3", bright: "9", direct: "38"),
        "setab": set(base: "4", bright: "10", direct: "48"),
    ]
    /// What would change the palette, and what old emulators misread.
    private static let dropped: Set<String> = ["initc", "oc", "initp", "rep"]

    private let bytes: [UInt8]

    /// Repeats the description that is loaded.
    init() {
        let booleans = (0..<terminfo_boolean_count()).map { index -> UInt8 in
            let name = String(cString: terminfo_boolean_name(index))
            return name != "ccc" && tigetflag(name) > 0 ? 1 : 0
        }
        let numbers = (0..<terminfo_number_count()).map { index -> Int32 in
            let name = String(cString: terminfo_number_name(index))
            return Self.replacedNumbers[name] ?? tigetnum(name)
        }
        let strings = (0..<terminfo_string_count()).map { index -> String? in
            let name = String(cString: terminfo_string_name(index))
            if Self.dropped.contains(name) { return nil }
            return Self.replacedStrings[name] ?? terminfo_string(name).map { String(cString: $0) }
        }
        let names = terminfo_names().map { Array(String(cString: $0).utf8) } ?? []
        bytes = Self.assemble(names: names, booleans: booleans, numbers: numbers, strings: strings)
    }

    /// The form that the variable `TERMINFO` takes in place of a folder.
    var variable: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text = Array("hex:".utf8)
        text.reserveCapacity(bytes.count * 2 + 4)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Sets a colour: a digit for the first eight, another for the next, RGB for the rest.
    private static func set(base: String, bright: String, direct: String) -> String {
        let rgb = "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"
        return "\u{1B}[%?%p1%{8}%<%t\(base)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e\(direct);2;\(rgb)%;m"
    }

    private static func assemble(
        names: [UInt8],
        booleans: [UInt8],
        numbers: [Int32],
        strings: [String?]
    ) -> [UInt8] {
        var table: [UInt8] = []
        let offsets = strings.map { string -> Int in
            guard let string else { return -1 }
            defer { table += Array(string.utf8) + [0] }
            return table.count
        }
        let sizes = [0x21E, names.count + 1, booleans.count, numbers.count, strings.count, table.count]
        var entry = sizes.flatMap(short) + names + [0] + booleans
        align(&entry)
        for number in numbers { entry += (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        entry += offsets.flatMap(short) + table
        align(&entry)
        // One capability more than the standard ones: the boolean RGB.
        let name = Array("RGB".utf8) + [0]
        entry += [1, 0, 0, 1, name.count].flatMap(short) + [1, 0] + short(0) + name
        return entry
    }

    private static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func align(_ entry: inout [UInt8]) {
        if !entry.count.isMultiple(of: 2) { entry.append(0) }
    }
}
