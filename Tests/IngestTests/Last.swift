import Ingest
import Synchronization

/// Keeps the furthest progress that was told, from any thread.
final class Last: Sendable {
    private let kept = Mutex(ReadingProgress())

    var value: ReadingProgress { kept.withLock { $0 } }

    func take(_ progress: ReadingProgress) {
        kept.withLock { kept in
            if progress.bytesDone + progress.filesDone >= kept.bytesDone + kept.filesDone { kept = progress }
        }
    }
}
