import Glibc

/// Ends the wait of the event loop, from any thread or signal handler.
///
/// It is a pipe to ourselves. It stays open as long as anyone holds it, so that a late post never
/// reaches a stranger's descriptor.
package final class WakeUp: Sendable {
    let readEnd: Int32
    let writeEnd: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Makes the wait under way, or else the next one, return.
    package func post() { Self.post(to: writeEnd) }

    /// Does the same where only the descriptor is known; safe in a signal handler.
    static func post(to descriptor: Int32) {
        var byte: UInt8 = 1
        // A full pipe is as good: the loop has a reason to wake already.
        _ = write(descriptor, &byte, 1)
    }

    /// Takes what was posted; true if there was anything.
    func consume() -> Bool {
        var scratch: [UInt8] = Array(repeating: 0, count: 256)
        var any = false
        while read(readEnd, &scratch, scratch.count) > 0 { any = true }
        return any
    }
}
