import Glibc

/// Why something could not be done with a file, as the system says it.
package struct FileFault: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }

    /// What the system says went wrong just now.
    package static func system() -> FileFault { FileFault(String(cString: strerror(errno))) }
}
