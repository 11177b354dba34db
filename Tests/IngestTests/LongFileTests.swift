import Ingest
import JSON
import Testing
import Topology

@Suite("Long files") struct LongFileTests {
    private static func row(_ number: Int) -> String {
        """
        {"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkInterfaces/n\(number)",
         "type":"microsoft.network/networkinterfaces","properties":{"note":"]}, \\" {[\(number)"}}
        """
    }

    @Test("read in pieces, the rows come in order, each with its place", arguments: [false, true])
    func order(_ isLines: Bool) throws {
        let rows = (0..<8_000).map(Self.row)
        let text =
            isLines ? rows.joined(separator: "\n") : "{\"data\":[\n" + rows.joined(separator: ",\n") + "\n]}"
        let reading = try Reading.of(text)
        #expect(reading.resources.map { String($0.id.name) } == (0..<8_000).map { "n\($0)" })
        #expect(reading.diagnostics.isEmpty && reading.notUnderstood.isEmpty)
        let first = isLines ? 1 : 2
        #expect(reading.resources[7_777].body.position.line == first + 2 * 7_777)
        #expect(reading.resources[7_777].fields["note"]?.string == "]}, \" {[7777")
    }

    @Test("a fault in the middle: everything before it is there, nothing of what follows")
    func fault() throws {
        var rows = (0..<8_000).map(Self.row)
        rows[5_000] = "{\"id\": \"/x\", \"properties\": [1}"
        let reading = try Reading.of("[\n" + rows.joined(separator: ",\n") + "\n]")
        #expect(reading.resources.count == 5_000)
        #expect(
            reading.told == [
                "error 10002:30 expected ',' or ']', found '}'; what follows in this file was not read"
            ]
        )
    }

    @Test("a resource with a long array of its own is read strictly to its end", arguments: [true, false])
    func longResource(_ isSound: Bool) throws {
        let rules = String(repeating: "{\"name\":\"r\"},", count: 30_000) + (isSound ? "{}" : "{]")
        let text = "{\"id\":\"\(FormatTests.n)\",\"type\":\"a/b\",\"securityRules\":[\(rules)]}"
        if isSound {
            #expect(try Reading.of(text).resources.count == 1)
        } else {
            #expect(refusal(text)?.reason == .broken)
        }
    }
}
