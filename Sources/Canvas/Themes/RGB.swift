/// A colour in sRGB.
package struct RGB: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb`; nil for anything else.
    package init?(hex: some StringProtocol) {
        guard hex.utf8.count == 7, hex.first == "#", hex.dropFirst().allSatisfy(\.isHexDigit),
            let value = UInt32(hex.dropFirst(), radix: 16)
        else { return nil }
        self.init(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }

    /// The colour as `#rrggbb`.
    package var hex: String {
        "#"
            + [red, green, blue].map { byte in
                let digits = String(byte, radix: 16)
                return digits.utf8.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// How bright it looks, 0 to 1, after the Web Content Accessibility Guidelines.
    package var luminance: Double {
        let light = LinearRGB(self)
        return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
    }

    /// The contrast with another colour, 1 to 21, after the Web Content Accessibility Guidelines.
    package func contrast(with other: RGB) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }
}

/// A colour by its amounts of light, 0 to 1 each.
struct LinearRGB {
    var red: Double
    var green: Double
    var blue: Double

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    init(_ color: RGB) {
        self.init(
            red: Self.light[Int(color.red)],
            green: Self.light[Int(color.green)],
            blue: Self.light[Int(color.blue)]
        )
    }

    /// The light of each of the 256 steps of sRGB.
    private static let light: [Double] = (0..<256).map { step in
        let value = Double(step) / 255
        if value <= 0.04045 { return value / 12.92 }
        let base = (value + 0.055) / 1.055
        // To the power of 2.4: the square times the square of the fifth root.
        let root = base.root(5)
        return base * base * root * root
    }
}

extension Double {
    /// The root of a number from 0 to a few, by Newton's method.
    func root(_ degree: Int) -> Double {
        guard self > 0 else { return 0 }
        var guess = 1.0
        for _ in 0..<64 {
            var power = 1.0
            for _ in 1..<degree { power *= guess }
            let next = guess - (guess * power - self) / (Double(degree) * power)
            if abs(next - guess) < 1e-12 { return next }
            guess = next
        }
        return guess
    }
}
