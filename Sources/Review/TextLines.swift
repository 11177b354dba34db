/// The lines of a text, found by number.
struct TextLines {
    private let bytes: [UInt8]
    /// Where each line begins.
    private let starts: [Int]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The text from the start of one line to the start of another.
    func text(from first: Int, to last: Int) -> String {
        let start = start(first)
        return String(decoding: bytes[start..<max(start, self.start(last))], as: UTF8.self)
    }

    private func start(_ line: Int) -> Int {
        (1...starts.count).contains(line) ? starts[line - 1] : bytes.count
    }
}
