/// What stood behind `ESC [`: numbers, and a letter that says what they are for.
struct ControlSequence: Hashable, Sendable {
    /// The private mark before the numbers: `?`, `<`, `=` or `>`.
    let mark: UInt8?
    /// The letter at the end.
    let final: UInt8
    private let parameters: [Int]

    init(_ bytes: [UInt8], ending final: UInt8) {
        self.final = final
        mark = bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
        var parameters = [0]
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte - UInt8(ascii: "0"))
                // Nothing real is longer, and so it cannot overflow.
                parameters[parameters.count - 1] = min(parameters[parameters.count - 1] * 10 + digit, 1 << 24)
            case UInt8(ascii: ";"): parameters.append(0)
            default: break
            }
        }
        self.parameters = parameters
    }

    /// The number at a place, 0 where there is none.
    func parameter(_ index: Int) -> Int { index < parameters.count ? parameters[index] : 0 }
}
