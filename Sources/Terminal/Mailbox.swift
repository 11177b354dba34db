import Synchronization

/// Where work in the background leaves its results for the event loop.
///
/// Any thread may post; the thread of the event loop takes what is there each time its wait ends.
package final class Mailbox<Message: Sendable>: Sendable {
    private let messages = Mutex<[Message]>([])
    private let wakeUp: WakeUp

    package init(waking wakeUp: WakeUp) { self.wakeUp = wakeUp }

    /// Leaves a message and ends the wait of the event loop.
    package func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        wakeUp.post()
    }

    /// Everything that was posted since the last time, oldest first.
    package func takeAll() -> [Message] {
        messages.withLock { waiting in
            defer { waiting.removeAll(keepingCapacity: true) }
            return waiting
        }
    }
}
