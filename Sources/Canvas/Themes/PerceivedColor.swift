/// A colour in the Oklab space, where equal distances look equally different.
struct PerceivedColor {
    let lightness: Double
    let greenRed: Double
    let blueYellow: Double

    init(_ color: RGB) { self.init(LinearRGB(color)) }

    init(_ color: LinearRGB) {
        let (red, green, blue) = (color.red, color.green, color.blue)
        let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).root(3)
        let middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).root(3)
        let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).root(3)
        lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
        greenRed = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
        blueYellow = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    }

    /// How different two colours look: about 0.02 is just noticeable, black and white are 1 apart.
    func distance(to other: PerceivedColor) -> Double { squaredDistance(to: other).root(2) }

    /// The square of the distance, which orders colours as the distance does.
    func squaredDistance(to other: PerceivedColor) -> Double {
        let light = lightness - other.lightness
        let red = greenRed - other.greenRed
        let yellow = blueYellow - other.blueYellow
        return light * light + red * red + yellow * yellow
    }
}

/// A kind of colour vision.
package enum ColorVision: String, CaseIterable, Sendable {
    case normal, protanopia, deuteranopia, tritanopia

    /// How a colour looks to this kind, after Machado, Oliveira and Fernandes (2009).
    func perceived(_ color: RGB) -> PerceivedColor {
        let light = LinearRGB(color)
        guard let matrix else { return PerceivedColor(light) }
        func mixed(_ row: Int) -> Double {
            let sum =
                matrix[row][0] * light.red + matrix[row][1] * light.green + matrix[row][2] * light.blue
            return min(max(0, sum), 1)
        }
        return PerceivedColor(LinearRGB(red: mixed(0), green: mixed(1), blue: mixed(2)))
    }

    private var matrix: [[Double]]? {
        switch self {
        case .normal: nil
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }
}
