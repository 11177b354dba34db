import Glibc
import JSON
import Samples

/// A Resource Graph export of any length: the rows of a sample over and over, each copy in subscriptions of its own.
///
/// It lies in the directory for temporary files and is removed with the value.
struct LongExport: ~Copyable {
    let path: String
    let rows: Int
    let bytes: Int

    struct Failure: Error { let message: String }

    init(bytes wanted: Int) throws {
        path = "\(P_tmpdir)/bulkhead-benchmark-\(getpid()).json"
        guard
            let data = Sample.standard.flatMap({ JSONDocument(name: "sample", bytes: $0.bytes).root?["data"] }
            )
        else {
            throw Failure(message: "the sample has no rows")
        }
        let shapes = data.elements.filter { $0.member("id")?.string?.hasPrefix("/subscriptions/") == true }
            .map { Array(data.document.bytes[$0.range]) }
        guard let file = fopen(path, "w") else { throw Failure(message: "\(path) cannot be written") }
        defer { fclose(file) }
        let marker = Array("/subscriptions/".utf8)
        var written = fputs("{\"data\":[\n", file) >= 0 ? 10 : 0
        var rows = 0
        while written < wanted {
            let prefix = Array("c\(rows / max(1, shapes.count))-".utf8)
            let row = Self.copy(shapes[rows % shapes.count], marker, prefix) + Array(",\n".utf8)
            written += fwrite(row, 1, row.count, file)
            rows += 1
        }
        let last = Array("{\"id\":\"/subscriptions/last\"}]}\n".utf8)
        bytes = written + fwrite(last, 1, last.count, file)
        self.rows = rows + 1
    }

    deinit { unlink(path) }

    /// A row with a prefix behind every marker.
    private static func copy(_ row: [UInt8], _ marker: [UInt8], _ prefix: [UInt8]) -> [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(row.count + 200)
        var index = 0
        while index < row.count {
            if row[index] == marker[0], row[index...].starts(with: marker) {
                copy += marker + prefix
                index += marker.count
            } else {
                copy.append(row[index])
                index += 1
            }
        }
        return copy
    }
}
