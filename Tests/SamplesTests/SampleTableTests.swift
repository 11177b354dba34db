import FoundationEssentials
import Samples
import Testing

/// The table of embedded files names the files of the folder, and holds their bytes.
@Suite struct SampleTableTests {
    private static let folder =
        String(#filePath.dropLast("Tests/SamplesTests/SampleTableTests.swift".count))
        + "Sources/CEmbedded/samples/"

    @Test func theTableNamesTheFolder() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
        #expect(Sample.all.map { $0.name + ".json" } == files)
    }

    @Test(arguments: Sample.all.map(\.name))
    func theBytesAreTheFile(_ name: String) throws {
        let file = try Data(contentsOf: URL(filePath: Self.folder + name + ".json"))
        #expect(Sample.named(name)?.bytes == Array(file))
    }

    @Test func eachTellsItsStory() {
        for sample in Sample.all {
            #expect(sample.story.hasSuffix("."), "\(sample.name)")
            #expect(!sample.story.dropLast().contains(". "), "\(sample.name): one sentence")
        }
    }

    @Test func theStandardOneIsTheDriftedOne() {
        #expect(Sample.standard?.name == "drifted")
        #expect(Sample.named("nothing") == nil)
    }
}
