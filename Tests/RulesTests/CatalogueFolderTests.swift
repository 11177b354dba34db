import FoundationEssentials
import Rules
import Testing

/// The registry, the folders and the document of the controls name the same ids.
struct CatalogueFolderTests {
    private static let root = String(#filePath.dropLast("Tests/RulesTests/CatalogueFolderTests.swift".count))
    /// The families that are bulkhead's own: the document of the controls does not know them.
    private static let own: Set<Section> = [.platformNetwork, .platformEncryption, .packets]

    /// What stands between `id: "` and the next quote in a file that declares a control.
    private static func ids(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: "\"", omittingEmptySubsequences: false)
            guard words.count > 2, words[0].allSatisfy({ " id:(".contains($0) }) else { return nil }
            let id = String(words[1])
            let section = Section(rawValue: String(id.prefix { $0 != "-" }))
            return section != nil && id.contains("-") ? id : nil
        }
    }

    private static func files(_ folder: String) throws -> [(path: String, text: String)] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: root + folder)
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let data = try Data(contentsOf: URL(filePath: "\(root)\(folder)/\(name)"))
            return (name, String(decoding: data, as: UTF8.self))
        }
    }

    @Test func eachControlHasAFileOfItsOwn() throws {
        let declared = try Self.files("Sources/Rules").filter { !$0.path.hasPrefix("PlatformServices/") }
            .map { ($0.path, Self.ids(in: $0.text).filter { !Self.isRow($0) }) }
        #expect(declared.filter { $0.1.count > 1 }.map(\.0) == [])
        let registered = Catalogue.controls.map(\.id).filter { !Self.isRow($0) }
        #expect(declared.flatMap(\.1).sorted() == registered.sorted())
    }

    @Test func eachRowOfTheTableIsAControl() throws {
        let rows = try Self.files("Sources/Rules/PlatformServices").flatMap { Self.rows(in: $0.text) }
        #expect(rows.count > 60)
        #expect(rows.sorted() == Catalogue.controls.map(\.id).filter(Self.isRow).sorted())
    }

    @Test func theRegistryIsInTheOrderOfIDs() {
        let places = Catalogue.controls.map { control in
            let words = control.id.split(separator: "-")
            let section = Section.allCases.firstIndex { $0.rawValue == String(words[0]) } ?? -1
            return section * 1000 + (Int(words[1]) ?? 0)
        }
        #expect(places == places.sorted())
    }

    /// The sections of which each control of the document is built.
    private static let whole: Set<Section> = [
        .applicationEncryption, .bastion, .inspection, .eastWest, .northSouth, .legacy,
    ]

    @Test func theDocumentNamesTheSameIDs() throws {
        let data = try Data(contentsOf: URL(filePath: Self.root + "../shared/domain/controls.md"))
        let headings = String(decoding: data, as: UTF8.self).split(separator: "\n").filter {
            $0.hasPrefix("#### ")
        }
        let told = Set(headings.map { String($0.dropFirst(5).prefix { $0 != " " }) })
        #expect(told.count == 201)
        let built = Catalogue.controls.filter { !Self.own.contains($0.section) }.map(\.id)
        #expect(built.filter { !told.contains($0) } == [])
        let missing = told.subtracting(built).filter { id in
            Section(rawValue: String(id.prefix { $0 != "-" })).map(Self.whole.contains) ?? true
        }
        #expect(missing.sorted() == [])
    }

    /// Every row is held by an example that fails, one that passes and one that leaves it open.
    @Test(arguments: Catalogue.controls.filter { CatalogueFolderTests.isRow($0.id) }.map(\.id))
    func eachRowIsHeldByItsExamples(_ id: String) throws {
        let control = try #require(Catalogue.controls.first { $0.id == id })
        for outcome in [Outcome.fail, .pass, .unknown, .notApplicable] {
            #expect(control.examples.contains { $0.outcome == outcome }, "\(outcome)")
        }
        #expect(control.benchmarks["mcsb"] != nil)
        #expect(control.title.count < 100)
    }

    private static func isRow(_ id: String) -> Bool { id.hasPrefix("PN-") || id.hasPrefix("PT-") }

    /// The ids of the rows of a file of the table: the first text behind `ServiceCheck(` or `apiProtocol(`.
    private static func rows(in text: String) -> [String] {
        text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init).filter { word in
            isRow(word) && word.count == 5 && word.dropFirst(3).allSatisfy(\.isNumber)
        }
    }
}
