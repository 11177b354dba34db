import CNcurses
import Glibc
import Synchronization

/// The signals of the process while a terminal is held.
///
/// Those that can wait are noted and dealt with in the event loop. Those that cannot give the terminal
/// back from within the handler and then take their course. Nothing here allocates or locks once
/// `install` has run.
enum Signals {
    /// What the handler of a fatal signal needs, prepared beforehand.
    struct Restoration {
        var terminal: Int32
        var settings: termios
        var bytes: UnsafeMutableBufferPointer<UInt8>
        /// By signal: what was to happen before we came.
        var previous: UnsafeMutableBufferPointer<sigaction>
    }

    /// Ends the program, after its work was saved.
    static let ending = [SIGINT, SIGTERM, SIGHUP]
    /// Concerns the screen.
    static let screen = [SIGTSTP, SIGCONT, SIGWINCH]
    /// Leaves no time for anything but the terminal.
    static let fatal = [SIGQUIT, SIGABRT, SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGPIPE]

    /// The signals that came, a bit each.
    private static let noted = Atomic<UInt64>(0)
    /// Where to write so that the event loop wakes.
    private static let wakeUp = Atomic<Int32>(-1)
    /// Whether the terminal is in our hands.
    private static let holding = Atomic<Bool>(false)

    // Unsafe to the compiler because a handler reads it on any thread. It is a constant pointer; what it
    // points to is written only by `install`, before the first handler exists.
    private nonisolated(unsafe) static let restoration = {
        let empty = UnsafeMutablePointer<Restoration>.allocate(capacity: 1)
        let previous = UnsafeMutableBufferPointer<sigaction>.allocate(capacity: 65)
        previous.initialize(repeating: sigaction())
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 512)
        bytes.initialize(repeating: 0)
        empty.initialize(
            to: Restoration(terminal: -1, settings: termios(), bytes: bytes, previous: previous)
        )
        return empty
    }()

    /// Takes over every signal that the process does not ignore.
    static func install(
        terminal: Int32,
        settings: termios,
        restoring bytes: some Collection<UInt8>,
        waking wakeUp: WakeUp
    ) {
        restoration.pointee.terminal = terminal
        restoration.pointee.settings = settings
        let room = restoration.pointee.bytes
        room.update(repeating: 0)
        for (index, byte) in bytes.prefix(room.count).enumerated() { room[index] = byte }
        Self.wakeUp.store(wakeUp.writeEnd, ordering: .releasing)
        noted.store(0, ordering: .releasing)
        provideStack()
        for signal in ending + screen { handle(signal, flags: SA_RESTART) { Signals.note($0) } }
        for signal in fatal { handle(signal, flags: SA_ONSTACK) { Signals.die($0) } }
        atexit { Signals.giveBack() }
    }

    /// Lets every signal do again what it did before `install`.
    static func uninstall() {
        for signal in ending + screen + fatal { reinstate(signal) }
        wakeUp.store(-1, ordering: .releasing)
    }

    /// Says whether the terminal is to be given back when the process dies.
    static func hold(_ held: Bool) { holding.store(held, ordering: .sequentiallyConsistent) }

    /// The signals that came since the last time.
    static func take() -> Set<Int32> {
        let bits = noted.exchange(0, ordering: .acquiringAndReleasing)
        guard bits != 0 else { return [] }
        return Set((ending + screen).filter { bits & bit($0) != 0 })
    }

    /// Stops the process as SIGTSTP does by default and returns once it continues.
    static func stop() {
        let ours = current(SIGTSTP)
        set(SIGTSTP, sigaction())
        // The threads of a pool have it blocked, and the event loop may run on one.
        var blocked = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGTSTP)
        var former = sigset_t()
        pthread_sigmask(SIG_UNBLOCK, &blocked, &former)
        raise(SIGTSTP)
        pthread_sigmask(SIG_SETMASK, &former, nil)
        set(SIGTSTP, ours)
        // Whoever called this goes on from here by itself.
        noted.bitwiseAnd(~bit(SIGCONT), ordering: .acquiringAndReleasing)
    }

    /// Whether SIGTSTP stops the process; a shell without job control has it ignored.
    static var canStop: Bool { !ignores(current(SIGTSTP)) }

    // MARK: Handlers

    private static func note(_ signal: Int32) {
        let saved = errno
        let before = noted.bitwiseOr(bit(signal), ordering: .acquiringAndReleasing).oldValue
        // Asked again while the first is not dealt with: the loop is stuck, perhaps in a write.
        if before & bit(signal) != 0, signal == SIGINT || signal == SIGTERM || signal == SIGHUP {
            die(signal)
        }
        let descriptor = wakeUp.load(ordering: .acquiring)
        if descriptor >= 0 { WakeUp.post(to: descriptor) }
        errno = saved
    }

    private static func die(_ signal: Int32) {
        giveBack()
        // The default, not what was there before: a debugger that asks questions would take the terminal again,
        // and a signal that our parent ignored would leave us running without one.
        set(signal, sigaction())
        raise(signal)
    }

    /// Gives the terminal back, once, with nothing but calls that a handler may make.
    private static func giveBack() {
        guard holding.exchange(false, ordering: .sequentiallyConsistent) else { return }
        let terminal = restoration.pointee.terminal
        // Else a process in the background would stop here.
        var blocked = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGTTOU)
        pthread_sigmask(SIG_BLOCK, &blocked, nil)
        // A terminal that reads nothing must not keep us from dying.
        var ready = pollfd(fd: terminal, events: Int16(POLLOUT), revents: 0)
        let bytes = restoration.pointee.bytes
        var count = 0
        while count < bytes.count, bytes[count] != 0 { count += 1 }
        if poll(&ready, 1, 200) == 1 { _ = write(terminal, bytes.baseAddress, count) }
        tcsetattr(terminal, TCSANOW, &restoration.pointee.settings)
    }

    // MARK: Actions

    private static func bit(_ signal: Int32) -> UInt64 { 1 << UInt64(signal) }

    private static func handle(
        _ signal: Int32,
        flags: Int32,
        with handler: @escaping @convention(c) (Int32) -> Void
    ) {
        let before = current(signal)
        restoration.pointee.previous[Int(signal)] = before
        guard !ignores(before) || fatal.contains(signal) else { return }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = flags
        set(signal, action)
    }

    private static func current(_ signal: Int32) -> sigaction {
        var action = sigaction()
        sigaction(signal, nil, &action)
        return action
    }

    private static func set(_ signal: Int32, _ action: sigaction) {
        var action = action
        sigaction(signal, &action, nil)
    }

    private static func reinstate(_ signal: Int32) { set(signal, restoration.pointee.previous[Int(signal)]) }

    private static func ignores(_ action: sigaction) -> Bool {
        guard let handler = action.__sigaction_handler.sa_handler else { return false }
        return unsafeBitCast(handler, to: Int.self) == 1
    }

    /// Gives handlers a stack of their own, so that an overflow of the usual one is survived as well.
    private static func provideStack() {
        var stack = stack_t()
        sigaltstack(nil, &stack)
        guard stack.ss_flags & Int32(SS_DISABLE) != 0 else { return }
        let size = 64 * 1024
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        stack.ss_size = size
        stack.ss_flags = 0
        sigaltstack(&stack, nil)
    }
}
