import Files
import Glibc
import Reports

/// What goes out: data to standard output or a file, everything else to standard error.
enum Streams {
    /// Writes a line to standard error.
    static func tell(_ line: String) { put(line + "\n", to: STDERR_FILENO) }

    /// Writes to a descriptor, come what may.
    static func put(_ text: String, to descriptor: Int32) {
        try? TextFile.write(Array(text.utf8), to: descriptor)
    }

    /// Writes data to a file, or to standard output where none is named.
    ///
    /// A regular file is written beside and renamed, so that a full disk leaves the old one; a device or a pipe is
    /// written as it is.
    ///
    /// - Throws: Status 74, with a message on standard error.
    static func put(_ text: String, into file: String? = nil) throws {
        do {
            if let file, file != "-" {
                try write(text, into: file)
            } else {
                do {
                    try TextFile.write(Array(text.utf8), to: STDOUT_FILENO)
                } catch {
                    throw Unwritable("standard output", error)
                }
            }
        } catch let problem as Unwritable {
            tell("bulkhead: \(problem)")
            throw ExitStatus.output
        }
    }

    /// Writes data to a file as ``put(_:into:)`` does.
    static func write(_ text: String, into file: String) throws(Unwritable) {
        do {
            try TextFile.replace(file, with: text)
        } catch {
            throw Unwritable(file, error)
        }
    }

    /// Why something could not be written, as the system says it.
    struct Unwritable: Error, CustomStringConvertible {
        let description: String

        init(_ name: String, _ fault: FileFault) { description = "\(name) cannot be written: \(fault)." }
    }
}

extension Streams {
    /// The lines of a file, or of standard input for `-`, without empty ones.
    ///
    /// - Throws: Status 66, with a message on standard error, where it cannot be read.
    static func lines(of file: String) throws -> [String] {
        let bytes: [UInt8]
        do {
            bytes = try file == "-" ? TextFile.bytes(from: STDIN_FILENO) : TextFile.bytes(of: file)
        } catch {
            tell("bulkhead: \(Printable.safe(file)) cannot be read: \(error).")
            throw ExitStatus.noInput
        }
        return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
