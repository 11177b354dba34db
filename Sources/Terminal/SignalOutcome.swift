import Glibc

/// Why the program has to end, as the event loop reports it.
package enum SignalOutcome: Hashable, Sendable {
    /// Ctrl-C or SIGINT.
    case interrupted
    /// SIGTERM.
    case terminated
    /// SIGHUP, or the terminal is gone.
    case hungUp

    /// The exit status that a shell expects.
    package var exitStatus: Int32 {
        switch self {
        case .interrupted: 128 + SIGINT
        case .terminated: 128 + SIGTERM
        case .hungUp: 128 + SIGHUP
        }
    }
}
