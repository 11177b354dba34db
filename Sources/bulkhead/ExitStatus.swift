import Arguments

/// The exit statuses scripts may rely on.
enum ExitStatus {
    /// Findings at or above the threshold.
    static let findings = ExitCode(1)
    /// A bad option, or no terminal for the explorer.
    static let usage = ExitCode(64)
    /// An input of a known kind that is broken.
    static let broken = ExitCode(65)
    /// An input that is missing or unreadable, or in which nothing is known.
    static let noInput = ExitCode(66)
    /// A fault of bulkhead's own.
    static let fault = ExitCode(70)
    /// Output that could not be written.
    static let output = ExitCode(74)
}
