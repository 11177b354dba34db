import Glibc

/// How a terminal's line is set.
package struct LineSettings: Hashable, Sendable {
    private let input: UInt32
    private let output: UInt32
    private let control: UInt32
    private let local: UInt32
    private let characters: [UInt8]

    init(of descriptor: Int32) {
        var settings = termios()
        tcgetattr(descriptor, &settings)
        input = settings.c_iflag
        output = settings.c_oflag
        control = settings.c_cflag
        local = settings.c_lflag
        characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
    }

    /// Whether a shell could use it: lines are edited and typing shows.
    package var isCooked: Bool { local & UInt32(ICANON) != 0 && local & UInt32(ECHO) != 0 }
}
