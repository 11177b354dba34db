import Files
import Glibc

/// A review file on disk.
///
/// Every edit locks the file, reads it again, applies the one change and replaces it atomically: two programs on one
/// review lose nothing of each other, and a crash leaves the old file or the new one.
package struct ReviewStore: Sendable {
    package let path: String
    /// What the review is of, written into a new file.
    package let estate: String

    /// Whether the folder is made where it is missing, as fits one that is the program's own.
    package let makesFolder: Bool

    package init(path: String, estate: String, makesFolder: Bool = false) {
        self.path = path
        self.estate = estate
        self.makesFolder = makesFolder
    }

    /// The review as it stands now; an empty one where there is no file yet.
    package func read() throws(ReviewError) -> ReviewDocument {
        guard access(path, F_OK) == 0 else { return ReviewDocument(estate: estate) }
        let text = try contents()
        return text.isEmpty ? ReviewDocument(estate: estate) : try ReviewDocument(text: text, file: path)
    }

    /// Makes an edit and returns the review as it then is, with what others have added meanwhile.
    package func apply(_ edit: ReviewEdit) throws(ReviewError) -> ReviewDocument {
        // Where it fails the lock fails too, and says why.
        if makesFolder { Folder.make(for: path) }
        let lock = try FileLock(path)
        defer { lock.release() }
        let edited = try read().applying(edit)
        try replace(with: edited.text)
        return edited
    }

    private func contents() throws(ReviewError) -> String {
        do {
            return try TextFile.read(path)
        } catch {
            throw .unreadable(file: path, problem: "it is not a readable UTF-8 text file")
        }
    }

    private func replace(with text: String) throws(ReviewError) {
        do {
            try TextFile.replace(path, with: text)
        } catch {
            throw .unwritable(file: path, problem: error.description)
        }
    }
}

/// An advisory lock on a file that may be replaced while one waits for it.
struct FileLock {
    private let file: Int32

    init(_ path: String) throws(ReviewError) {
        while true {
            var status = stat()
            // A file without a writer's bit is meant to stay as it is, even where renaming over it would succeed.
            if stat(path, &status) == 0, status.st_mode & 0o222 == 0 {
                throw .unwritable(file: path, problem: "the file is read-only")
            }
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw .unwritable(file: path, problem: String(cString: strerror(errno))) }
            guard flock(file, LOCK_EX) == 0 else {
                let reason = String(cString: strerror(errno))
                close(file)
                throw .unwritable(file: path, problem: reason)
            }
            var held = stat()
            var named = stat()
            if fstat(file, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino {
                self.file = file
                return
            }
            close(file)
        }
    }

    func release() { close(file) }
}
