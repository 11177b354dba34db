/// Why no screen can be opened; the program ends with exit status 64.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The end of a terminal that a stream has to be.
    package enum Stream: String, Hashable, Sendable {
        case input = "standard input"
        case output = "standard output"
    }

    /// The stream is a file or a pipe.
    case notATerminal(Stream)
    /// Standard input is data, and there is no controlling terminal to read keys from.
    case noKeyboard
    /// `TERM` is not set.
    case unnamedTerminal
    /// The terminal database does not know this `TERM`.
    case unknownTerminal(String)
    /// The terminal cannot move its cursor or clear its screen.
    case incapableTerminal(String)
    /// The system refused; the text is its reason.
    case refused(String)

    /// One line for standard error.
    package var description: String {
        switch self {
        case .notATerminal(let stream): "the explorer needs a terminal, and \(stream.rawValue) is not one"
        case .noKeyboard: "standard input holds data, and there is no controlling terminal to read keys from"
        case .unnamedTerminal: "the explorer needs a terminal, and TERM is not set"
        case .unknownTerminal(let name): "TERM names a terminal that this machine does not know: \(name)"
        case .incapableTerminal(let name):
            "the terminal \(name) cannot show a screen: it has no cursor movement"
        case .refused(let reason): "the terminal could not be opened: \(reason)"
        }
    }
}
