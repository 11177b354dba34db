import Glibc

extension PseudoTerminal {
    /// How often the program gave up the processor to wait, over all its threads; nil if it is gone.
    package var wakeUps: Int? { number(of: "voluntary_ctxt_switches:", in: "status") }

    /// How many bytes the program has written anywhere.
    private var written: Int? { number(of: "wchar:", in: "io") }

    /// The time from an act to the first byte of the answer.
    package func secondsUntilOutput(after act: () -> Void) -> Double {
        let mark = output.count
        let start = Self.now
        act()
        wait(until: { self.output.count > mark })
        return Self.now - start
    }

    /// Makes the program write and reads none of it, until it is stuck in a write; false if that does not come.
    package func fillOutput(byTyping text: String) -> Bool {
        for _ in 0..<10_000 {
            guard let before = written else { return false }
            type(text)
            let end = Self.now + 0.5
            while written == before {
                // Nothing is read here; what ends the wait is a change of the program's state or the time.
                _ = step(milliseconds: 5, reading: false)
                if Self.now > end { return true }
            }
        }
        return false
    }

    /// Sends a signal until the program ends, and reads nothing meanwhile; false if it stays.
    package func endsUnread(bySending signal: Int32) -> Bool {
        let end = Self.now + 5
        while status == .running, Self.now < end {
            self.signal(signal)
            _ = step(milliseconds: 50, reading: false)
        }
        return status != .running
    }

    private func number(of field: String, in file: String) -> Int? {
        guard let stream = fopen("/proc/\(process)/\(file)", "r") else { return nil }
        defer { fclose(stream) }
        var buffer: [UInt8] = Array(repeating: 0, count: 8192)
        let count = fread(&buffer, 1, buffer.count, stream)
        for line in String(decoding: buffer.prefix(count), as: UTF8.self).split(separator: "\n")
        where line.hasPrefix(field) {
            return line.split { !$0.isNumber }.last.flatMap { Int($0) }
        }
        return nil
    }
}
