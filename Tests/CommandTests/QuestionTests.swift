import Foundation
import Testing

/// The commands that ask questions about what flows, as processes on the samples.
struct QuestionTests {
    private static let drifted = ["--sample", "drifted"]

    @Test func reachTellsWhy() throws {
        let arguments =
            ["reach"] + Self.drifted
            + ["--from", "vm:vm-dev-1", "--to", "vm:vm-data-1", "--port", "1433", "--format", "json"]
        let plain = try Program.run(arguments)
        let told = try Program.run(arguments + ["--why"])
        #expect(plain.status == 0 && told.status == 0)
        let (bare, full) = (try plain.json(), try told.json())
        #expect(bare["why"] == nil)
        let why = try #require(full["why"] as? [String: Any])
        // What was there before is there as it was.
        for (key, value) in bare {
            #expect((value as? NSObject) == (full[key] as? NSObject), "\(key)")
        }
        let blockers = try #require(why["blockers"] as? [[String: Any]])
        let closes = try #require(why["closes"] as? [[[String: Any]]])
        if full["verdict"] as? String == "deny" {
            let decider = try #require(full["decidedBy"] as? NSObject)
            #expect(blockers.first as NSObject? == decider)
            #expect(closes.isEmpty)
        } else {
            #expect(blockers.isEmpty)
            #expect(!closes.isEmpty)
        }
        let legs = try #require(bare["encryption"] as? [[String: Any]])
        #expect(legs.allSatisfy { $0["protection"] is String && $0["detail"] is String })
    }

    @Test func blastTellsWaysAndWhereToCutThem() throws {
        let blast = try Program.run(
            ["blast"] + Self.drifted + ["--from", "vm:vm-fe-1", "--hops", "2", "--format", "json"]
        )
        let answer = try blast.json()
        let reached = try #require(answer["reached"] as? [[String: Any]])
        #expect(!reached.isEmpty)
        for entry in reached {
            let path = try #require(entry["path"] as? [String])
            #expect(path.first == answer["from"] as? String)
            #expect(path.last == entry["endpoint"] as? String)
            #expect(path.count == (entry["hop"] as? Int).map { $0 + 1 })
            #expect((entry["carriedBy"] as? [Any])?.isEmpty == false)
        }
        let cut = try #require(answer["cut"] as? [String: Any])
        #expect(cut["found"] as? Bool == true)
        #expect(cut["fewest"] as? Bool == true)
        #expect((cut["changes"] as? [Any])?.count == 1)
        let points = try #require(answer["chokePoints"] as? [[String: Any]])
        #expect(points.first?["cutsOff"] as? Int == reached.count)
    }

    @Test(arguments: ["reference", "drifted", "sparse"]) func hygieneIsTheSameInEveryForm(
        sample: String
    ) throws {
        let json = try Program.run(["hygiene", "--sample", sample, "--format", "json"]).json()
        #expect(json["schema"] as? String == "bulkhead.hygiene/1")
        let lists = try #require(json["lists"] as? [[String: Any]])
        let findings = lists.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
        let csv = try Program.run(["hygiene", "--sample", sample, "--format", "csv"]).text
        #expect(csv.split(separator: "\r\n").count == findings.count + 1)
        let summary = try #require(json["summary"] as? [String: Any])
        for kind in ["shadowed", "redundant", "covered", "conflicting", "dead", "over-broad"] {
            #expect(summary[kind] as? Int == findings.count { $0["kind"] as? String == kind }, "\(kind)")
        }
        let text = try Program.run(["hygiene", "--sample", sample])
        #expect(text.status == 0)
        for finding in findings {
            let detail = try #require(finding["detail"] as? String)
            #expect(text.text.contains(detail))
        }
    }

    @Test func exposureNamesDoorsAndDeciders() throws {
        let json = try Program.run(["exposure"] + Self.drifted + ["--format", "json"]).json()
        let ways = try #require(json["waysIn"] as? [[String: Any]])
        #expect(!ways.isEmpty)
        let doors = Set(ways.compactMap { $0["door"] as? String })
        #expect(doors.isSuperset(of: ["public-service", "gateway"]), "\(doors)")
        for way in ways where way["verdict"] as? String == "unknown" && way["witness"] != nil {
            #expect(way["reason"] != nil)
        }
        let endpoint = try #require(ways.first?["endpoint"] as? String)
        let one = try Program.run(["exposure"] + Self.drifted + ["--of", endpoint, "--format", "json"]).json()
        let own = try #require(one["waysIn"] as? [[String: Any]])
        #expect(own.count == ways.count { $0["endpoint"] as? String == endpoint })
        #expect(try Program.run(["exposure"] + Self.drifted + ["--of", "vm:nobody"]).status == 64)
    }

    @Test func whatCannotBeIsToldWithItsPlace() throws {
        let folder = try Folder([
            "e.json": """
            [{"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/n",
              "type": "Microsoft.Network/networkSecurityGroups", "name": "n", "properties": {"securityRules": [
                {"name": "r", "properties": {"priority": 100, "direction": "Inbound", "access": "Allow",
                 "protocol": "Tcp", "sourceAddressPrefix": "*", "sourcePortRange": "*",
                 "destinationAddressPrefix": "*", "destinationPortRange": "70000"}}]}}]
            """
        ])
        let told = try Program.run(["hygiene", "e.json"], folder: folder.path)
        #expect(told.status == 0)
        #expect(told.errors.contains("e.json:3:"), "\(told.errors)")
        #expect(told.errors.contains("'70000' is no port"), "\(told.errors)")
    }
}
