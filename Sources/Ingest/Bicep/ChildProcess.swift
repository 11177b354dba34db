import Glibc
import Synchronization

/// A program that is run to its end, bounded in time and in what it may write.
enum ChildProcess {
    /// What a program wrote and how it ended.
    struct Outcome {
        /// The exit status, or 128 and the number of the signal that ended it.
        let status: Int32
        let output: [UInt8]
        let messages: [UInt8]
    }

    /// Why there is no outcome.
    struct Failure: Error { let message: String }

    /// How often the one who waits is asked whether to go on, in milliseconds.
    private static let tick: Int32 = 100

    /// Held while pipes are made and handed over, so that no other program inherits them.
    private static let starting = Mutex(())

    /// Runs a program with no input, in a process group of its own that is ended with it.
    ///
    /// - Parameters:
    ///   - program: The path of the program.
    ///   - arguments: Its arguments, without its name.
    ///   - seconds: How long it may run.
    ///   - limit: How many bytes it may write to each of its two outputs.
    ///   - isCancelled: Asked now and then; the program is ended where it answers true.
    /// - Returns: What it wrote.
    /// - Throws: Where it cannot be started, or is ended before its time.
    static func run(
        _ program: String,
        _ arguments: [String],
        seconds: Int = 120,
        limit: Int = 1 << 26,
        isCancelled: () -> Bool = { false }
    ) throws(Failure) -> Outcome {
        let (output, messages) = (Pipe(), Pipe())
        defer {
            output.close()
            messages.close()
        }
        let started = starting.withLock { _ in
            Result { () throws(Failure) in
                try output.open()
                try messages.open()
                return try start(program, arguments, output, messages)
            }
        }
        let process = try started.get()
        output.closeWriting()
        messages.closeWriting()
        var gathered: [[UInt8]] = [[], []]
        var status: Int32?
        let end = now() + seconds * 1_000
        while status == nil {
            var waits = [output, messages].map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
            // Once both are closed only the end of the program is waited for.
            for (index, pipe) in [output, messages].enumerated() where pipe.isOver { waits[index].fd = -1 }
            poll(&waits, nfds_t(waits.count), tick)
            var ended: Int32 = 0
            if waitpid(process, &ended, WNOHANG) == process { status = exitStatus(ended) }
            output.drain(into: &gathered[0])
            messages.drain(into: &gathered[1])
            let problem: String? =
                if gathered.contains(where: { $0.count > limit }) {
                    "it writes more than \(limit >> 20) MiB"
                } else if status == nil, isCancelled() {
                    "it was given up"
                } else if status == nil, now() > end {
                    "it takes longer than \(seconds) seconds"
                } else {
                    nil
                }
            guard let problem else { continue }
            if status == nil {
                kill(-process, SIGKILL)
                waitpid(process, &ended, 0)
            }
            throw Failure(message: problem)
        }
        return Outcome(status: status ?? 0, output: gathered[0], messages: gathered[1])
    }

    private static func start(
        _ program: String,
        _ arguments: [String],
        _ output: Pipe,
        _ messages: Pipe
    ) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, messages.writing, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETPGROUP)
        posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        let fault = posix_spawn(&process, program, &actions, &attributes, &words, environ)
        guard fault == 0 else { throw Failure(message: String(cString: strerror(fault))) }
        return process
    }

    private static func exitStatus(_ status: Int32) -> Int32 {
        status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}

extension ChildProcess {
    /// A pipe whose ends are not inherited.
    ///
    /// A class because its ends are to be closed once.
    fileprivate final class Pipe {
        private(set) var reading: Int32 = -1
        private(set) var writing: Int32 = -1
        /// Whether everything was read.
        private(set) var isOver = false

        func open() throws(Failure) {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw Failure(message: String(cString: strerror(errno))) }
            (reading, writing) = (ends[0], ends[1])
            _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
            _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
            _ = fcntl(reading, F_SETFL, O_NONBLOCK)
        }

        func closeWriting() {
            if writing >= 0 { Glibc.close(writing) }
            writing = -1
        }

        func close() {
            closeWriting()
            if reading >= 0 { Glibc.close(reading) }
            reading = -1
        }

        /// Takes what is there, without waiting for more.
        func drain(into bytes: inout [UInt8]) {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            // A writer that never rests must not keep this from asking for the time.
            for _ in 0..<256 where !isOver {
                let count = read(reading, &buffer, buffer.count)
                if count > 0 {
                    bytes += buffer[..<count]
                } else if count == 0 {
                    isOver = true
                } else if errno != EINTR {
                    return
                }
            }
        }
    }
}
