import Synchronization

/// What the threads of one reading share: how far they are, and whether to go on.
///
/// A class because its counters belong to no single thread.
final class ReadingRun: Sendable {
    private let counts = Mutex(ReadingProgress())
    private let tell: (@Sendable (ReadingProgress) -> Void)?
    private let asksToStop: @Sendable () -> Bool

    init(progress: (@Sendable (ReadingProgress) -> Void)?, isCancelled: @escaping @Sendable () -> Bool) {
        tell = progress
        asksToStop = isCancelled
    }

    var isCancelled: Bool { asksToStop() }

    /// Files were found.
    func found(files: Int, bytes: Int = 0) {
        update {
            $0.files += files
            $0.bytes += bytes
        }
    }

    /// A part of a file was read.
    func advance(bytes: Int, resources: Int) {
        update {
            $0.bytesDone += bytes
            $0.resources += resources
        }
    }

    /// The rest of a file was read.
    func finish(bytes: Int, resources: Int) {
        update {
            $0.filesDone += 1
            $0.bytesDone += bytes
            $0.resources += resources
        }
    }

    private func update(_ change: (inout ReadingProgress) -> Void) {
        let now = counts.withLock { counts in
            change(&counts)
            return counts
        }
        tell?(now)
    }
}
