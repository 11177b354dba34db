import CNcurses
package import Canvas
import Glibc

extension TerminalSession {
    /// What a wait brought.
    package struct Events: Hashable, Sendable {
        /// What was typed and done, all that was waiting, oldest first.
        package var input: [InputEvent] = []
        /// The program has to save its work and end, with this status.
        package var ending: SignalOutcome?

        package init(_ input: [InputEvent] = [], ending: SignalOutcome? = nil) {
            self.input = input
            self.ending = ending
        }
    }

    /// Waits until something is typed, the size changes, a signal comes, someone posts a wake-up, or the time
    /// is over; nil waits for ever.
    ///
    /// It takes all input that waits, so that what was typed ahead is drawn once. While it waits nothing runs.
    /// Once it has reported an ending it reports the same at once whenever asked.
    package mutating func events(timeoutMilliseconds: Int? = nil) -> Events {
        if let ending { return Events(ending: ending) }
        let start = Self.now
        while true {
            let wanted = timeoutMilliseconds.map { $0 - (Self.now - start) }
            let limit = [wanted, decoder.deadline.map { $0 - Self.now }].compactMap(\.self).min()
            var input: [InputEvent] = []
            let woken = wait(limit, into: &input)
            if woken || !input.isEmpty || ending != nil { return Events(input, ending: ending) }
            if let wanted, wanted <= 0 { return Events() }
        }
    }

    /// Stops the program as Ctrl-Z does; it goes on, with a resize event, when it is continued.
    ///
    /// The stop happens within the next call of `events`.
    package mutating func suspend() {
        // The whole group, so that a shell script around us stops as well.
        if Signals.canStop { kill(0, SIGTSTP) }
    }

    /// One wait and what it brings; true if there may be something that is not input.
    private mutating func wait(_ milliseconds: Int?, into input: inout [InputEvent]) -> Bool {
        var sources = [
            pollfd(fd: device.input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeUp.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        let limit = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
        guard poll(&sources, 2, limit) > 0 else {
            take(decoder.expire(at: Self.now), into: &input)
            return false
        }
        let woken = sources[1].revents != 0 && wakeUp.consume()
        if sources[0].revents != 0 { readAll(into: &input) }
        if woken { handleSignals(into: &input) }
        return woken
    }

    private mutating func readAll(into input: inout [InputEvent]) {
        var buffer: [UInt8] = Array(repeating: 0, count: 4096)
        var source = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
        // Bounded, so that an endless stream of bytes cannot keep the screen from being drawn.
        for _ in 0..<256 {
            let count = read(device.input, &buffer, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { return }
            if count == 0, !device.isHungUp { return }
            guard count > 0 else {
                ending = ending ?? .hungUp
                return
            }
            take(decoder.feed(buffer.prefix(count), at: Self.now), into: &input)
            guard poll(&source, 1, 0) == 1 else { return }
        }
    }

    private mutating func take(_ tokens: [InputDecoder.Token], into input: inout [InputEvent]) {
        for token in tokens {
            switch token {
            case .event(let event): input.append(event)
            case .synchronisedOutput(let known):
                drawsAtOnce = known
                answerDeadline = nil
            }
        }
    }

    private mutating func handleSignals(into input: inout [InputEvent]) {
        let signals = Signals.take()
        if signals.contains(SIGHUP) { ending = ending ?? .hungUp }
        if signals.contains(SIGTERM) { ending = ending ?? .terminated }
        if signals.contains(SIGINT) { ending = ending ?? .interrupted }
        guard ending == nil else { return }
        if !signals.isDisjoint(with: [SIGTSTP, SIGCONT]) {
            leave()
            // Stopped by SIGSTOP we left nothing, but a shell has had the terminal meanwhile.
            if signals.contains(SIGTSTP) { Signals.stop() }
            enter()
            input.append(.resize(adoptSize()))
        } else if signals.contains(SIGWINCH) {
            input.append(.resize(adoptSize()))
        }
    }

    /// Takes the size the terminal has now; what it shows at a new size is its own choice, so all is sent anew.
    private mutating func adoptSize() -> Size {
        let (columns, rows) = device.size
        size = Size(columns: columns, rows: rows)
        resize_term(Int32(rows), Int32(columns))
        repaint()
        return size
    }

    /// The monotonic clock in milliseconds.
    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
