import Glibc
import Ingest
import Reports
import Synchronization

/// A line on standard error that says how far long work is; there is none where that is no terminal.
///
/// Nothing is shown of work that is done within half a second. A class because reading threads share the line.
final class ProgressLine: Sendable {
    private struct State {
        var isShown = false
        var latest: ContinuousClock.Instant
    }

    private let isWanted: Bool
    private let start: ContinuousClock.Instant
    private let state: Mutex<State>

    init() {
        let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
        isWanted = isatty(STDERR_FILENO) == 1 && !terminal.isEmpty && terminal != "dumb"
        start = ContinuousClock.now
        state = Mutex(State(latest: start))
    }

    /// Shows how far a reading is, ten times a second at most.
    func show(_ progress: ReadingProgress) {
        guard isWanted, isDue(every: .milliseconds(100)) else { return }
        var text = "Reading \(megabytes(progress.bytesDone)) of \(megabytes(progress.bytes)) MB"
        if progress.files > 1 { text += ", \(progress.filesDone) of \(progress.files) files" }
        draw(text + ", \(progress.resources.counted("resource"))")
    }

    /// Shows what is done now, where the work has been long already.
    func show(_ text: String) {
        guard isWanted, isDue(every: .zero) else { return }
        draw(text)
    }

    /// Takes the line away, before anything else is written.
    func clear() {
        let wasShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        if wasShown { Streams.put("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    private func isDue(every pause: Duration) -> Bool {
        let now = ContinuousClock.now
        return state.withLock { state in
            guard now - start > .milliseconds(500), now - state.latest >= pause else { return false }
            state.latest = now
            return true
        }
    }

    private func draw(_ text: String) {
        state.withLock { state in
            state.isShown = true
            // Within the narrowest terminal there is, so that it never wraps.
            Streams.put("\r\u{1B}[K\(text.prefix(78))", to: STDERR_FILENO)
        }
    }

    private func megabytes(_ bytes: Int) -> Int { bytes / 1_000_000 }
}
