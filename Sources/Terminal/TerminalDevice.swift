import CNcurses
import Glibc

/// The terminal as the system sees it: descriptors, line settings and a size.
struct TerminalDevice {
    /// Where keys come from.
    let input: Int32
    /// Where the screen goes.
    let output: Int32
    /// Whether `input` was opened by us and is ours to close.
    private let ownsInput: Bool
    /// The line settings as we found them.
    let original: termios

    init(inputIsData: Bool) throws(TerminalError) {
        output = STDOUT_FILENO
        guard isatty(output) == 1 else { throw .notATerminal(.output) }
        if isatty(STDIN_FILENO) == 1 {
            (input, ownsInput) = (STDIN_FILENO, false)
        } else {
            guard inputIsData else { throw .notATerminal(.input) }
            input = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
            guard input >= 0 else { throw .noKeyboard }
            ownsInput = true
        }
        var settings = termios()
        guard tcgetattr(input, &settings) == 0 else {
            let reason = String(cString: strerror(errno))
            if ownsInput { close(input) }
            throw .refused(reason)
        }
        original = settings
    }

    /// The settings of a screen: keys at once and as they are, except those that send signals.
    var raw: termios {
        var settings = original
        settings.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON)
        settings.c_oflag &= ~tcflag_t(ONLCR | OCRNL | ONLRET)
        settings.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | IEXTEN)
        settings.c_lflag |= tcflag_t(ISIG)
        // VMIN and VTIME: a read takes what is there and never waits. The line forgets what was typed when a key
        // sends a signal, so what a poll saw may be gone.
        settings.c_cc.6 = 0
        settings.c_cc.5 = 0
        return settings
    }

    func apply(_ settings: termios) {
        var settings = settings
        while tcsetattr(input, TCSADRAIN, &settings) != 0, errno == EINTR {}
    }

    /// The size the terminal says it has; 80 by 24 if it does not know.
    var size: (columns: Int, rows: Int) {
        var window = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return (80, 24)
        }
        // Beyond this no terminal exists, and a screen of the size claimed could not be held.
        return (min(Int(window.ws_col), 2000), min(Int(window.ws_row), 1000))
    }

    /// Sends bytes past ncurses.
    func send(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = write(output, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
                if count > 0 { sent += count } else if errno != EINTR { return }
            }
        }
    }

    /// Whether nobody is at the other end any more.
    var isHungUp: Bool {
        var source = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return poll(&source, 1, 0) > 0 && source.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
    }

    func closeInput() {
        if ownsInput { close(input) }
    }
}
