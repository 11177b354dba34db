import Glibc

/// What the environment says about the terminal.
struct Environment {
    let terminal: String?
    /// `COLORTERM` speaks of 24 bits.
    let promisesTruecolor: Bool
    /// `NO_COLOR` is set, to anything.
    let refusesColor: Bool
    /// The locale writes UTF-8.
    let isUnicode: Bool

    /// Reads the environment and sets the locale of characters from it.
    static func current() -> Environment {
        Environment(
            terminal: value("TERM"),
            promisesTruecolor: ["truecolor", "24bit"].contains(value("COLORTERM")),
            refusesColor: value("NO_COLOR") != nil,
            isUnicode: setLocale()
        )
    }

    private static func value(_ name: String) -> String? {
        guard let bytes = getenv(name) else { return nil }
        let value = String(cString: bytes)
        return value.isEmpty ? nil : value
    }

    /// True if characters are UTF-8 from here on.
    private static func setLocale() -> Bool {
        if setlocale(LC_CTYPE, "") == nil {
            // The locale asked for is not installed, as is usual over ssh; what counts is its encoding.
            let asked = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? ""
            let folded = asked.lowercased()
            if folded.hasSuffix("utf-8") || folded.hasSuffix("utf8") { setlocale(LC_CTYPE, "C.UTF-8") }
        }
        return nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
    }
}
