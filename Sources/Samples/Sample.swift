import CEmbedded

/// An estate compiled into the program.
package struct Sample: Sendable {
    /// What `--sample` calls it.
    package let name: String
    /// What it tells, in a sentence.
    package let story: String
    /// A Resource Graph export.
    package let bytes: [UInt8]

    /// The one the explorer opens with where nothing is named.
    package static var standard: Sample? { named("drifted") }

    /// All of them, by name.
    package static var all: [Sample] { files.map(Sample.init) }

    /// The sample of that name.
    package static func named(_ name: String) -> Sample? {
        files.first { String(cString: $0.name) == name }.map(Sample.init)
    }

    private static var files: UnsafeBufferPointer<EmbeddedFile> {
        var count = 0
        let start = embedded_samples(&count)
        return UnsafeBufferPointer(start: start, count: count)
    }

    private init(_ file: EmbeddedFile) {
        name = String(cString: file.name)
        story = Self.stories[name] ?? ""
        bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }

    private static let stories = [
        "drifted": "A hub-and-spoke estate after a year of drift: believable mistakes in every step.",
        "reference": "The same estate as the reference architecture wants it.",
        "sparse": "A small shop whose export leaves properties out.",
    ]
}
