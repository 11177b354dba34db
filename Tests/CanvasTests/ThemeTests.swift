import Foundation
import Testing

@testable import Canvas

@Suite struct ThemeTests {
    private func read(_ text: String, name: String = "mine") -> ThemeReading {
        ThemeLibrary(adding: [ThemeFile(name: name, path: "mine.toml", text: text)]).theme(named: name)
    }

    @Test(arguments: ThemeLibrary().names)
    func shippedThemeIsWholeAndReadable(name: String) throws {
        let reading = ThemeLibrary().theme(named: name)
        #expect(reading.problems == [])
        let theme = try #require(reading.theme)
        #expect(theme.name == name)
        let check = ThemeCheck(theme)
        #expect(check.missing == [])
        for faint in check.faint {
            Issue.record(
                "\(faint.role) on \(faint.surface), \(faint.depth): \(faint.ratio) < \(faint.needed)"
            )
        }
        #expect(check.isPassed)
        #expect(check.hasOwnColors == ["terminal", "mono"].contains(name))
    }

    /// What passes and what fails is told apart by colour too, by everybody.
    @Test(arguments: ["harbor-dark", "harbor-light", "contrast-dark"])
    func passAndFailLookDifferentToEverybody(name: String) throws {
        let check = ThemeCheck(try #require(ThemeLibrary().theme(named: name).theme))
        #expect(!check.alike.contains { [$0.one, $0.other] == [.pass, .fail] })
        #expect(!check.alike.contains { [$0.one, $0.other] == [.critical, .low] })
    }

    @Test func theListCompiledInIsTheFolder() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "themes").resolvingSymlinksInPath()
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let names = files.filter { $0.pathExtension == "toml" }.map {
            $0.deletingPathExtension().lastPathComponent
        }
        #expect(ThemeLibrary.builtIn.map(\.name) == names.sorted())
        for file in ThemeLibrary.builtIn {
            #expect(
                try file.text
                    == String(contentsOf: folder.appending(path: "\(file.name).toml"), encoding: .utf8)
            )
        }
    }

    @Test func aThemeThatIsTooFaintIsCaught() throws {
        let text = """
            inherits = "harbor-dark"
            [palette]
            mist = "#4a5a66"
            """
        let check = ThemeCheck(try #require(read(text).theme))
        #expect(!check.isPassed)
        let faint = try #require(check.faint.first { $0.surface == .base && $0.depth == .truecolor })
        #expect(faint.role == .muted)
        #expect(faint.ratio < 4.5 && faint.ratio > 2)
    }

    @Test func problemsNameTheirLineAndTheNearestWord() {
        let reading = read(
            """
            name = "mine"
            appearance = "dusky"
            inherits = "harbor-dark"
            colour = "x"

            [palette]
            sea = "#12345"
            red = "#ff0000"

            [roles]
            criticl = "red"
            high = "redd bold"
            medium = 4

            [surfaces]
            selection = "red shiny"

            [fallback.8]
            text = "default"

            [fallback.mono]
            text = "red"
            """
        )
        #expect(
            reading.problems.map(\.description) == [
                "mine.toml:2: appearance should be \"dark\" or \"light\"",
                "mine.toml:4: \"colour\" is not part of a theme: it takes name, appearance, inherits, palette, roles, "
                    + "surfaces, on, fallback",
                "mine.toml:11: \"criticl\" is not known in [roles]; did you mean critical?",
                "mine.toml:13: medium should be a text such as \"#5cc8d7 bold\"",
                "mine.toml:19: \"8\" is no depth for [fallback.…]: it takes 16, 256, mono",
                "mine.toml:7: \"#12345\" is no colour: it takes #rrggbb, ansi:0 to ansi:15, or default",
                "mine.toml:12: \"redd\" is neither in [palette] nor a colour nor an attribute; did you mean red?",
                "mine.toml:16: \"shiny\" is neither in [palette] nor a colour nor an attribute",
                "mine.toml:22: there is no colour in [fallback.mono]: only bold, dim, reverse, underline",
            ]
        )
        // What was understood is used all the same.
        #expect(reading.theme?.paints.roles[.high]?.attributes == .bold)
    }

    @Test func whatIsNoThemeIsRefused() {
        let json = read("{\n  \"data\": []\n}")
        #expect(json.theme == nil)
        #expect(json.problems.first?.description == "mine.toml:1: expected a key, found \"{\"")
        #expect(read("").problems.first?.message == "there is nothing in this theme")

        let unknown = ThemeLibrary().theme(named: "harbour-dark")
        #expect(unknown.theme == nil)
        #expect(
            unknown.problems.first?.message
                == "no theme is called \"harbour-dark\"; did you mean harbor-dark?"
        )

        let orphan = read("inherits = \"monno\"")
        #expect(
            orphan.problems.first?.message
                == "there is no theme \"monno\" to inherit from; did you mean mono?"
        )
        let circle = read("inherits = \"mine\"")
        #expect(circle.problems.first?.message == "\"mine\" inherits from itself in the end")
    }

    @Test func aBrokenLineCostsOnlyItself() {
        let reading = read(
            """
            name = "mine" # a comment
            inherits = 'mono'
            [roles
            text = "#ffffff"
            [roles]
            strong = "#ffffff bold
            accent = "#00\\u0066fff"
            "high" = "#ff0000" x
            roles.low = "#ff0000"
            medium = "ansi:3"
            medium = "ansi:4"
            [=]
            """
        )
        #expect(
            reading.problems.map(\.description) == [
                "mine.toml:3: expected ] after a key, found the end of the line",
                "mine.toml:6: a text is not closed with \"",
                "mine.toml:8: expected the end of the line, found \"x\"",
                "mine.toml:9: \"roles.roles.low\" is not part of a theme: it takes name, appearance, inherits, palette, "
                    + "roles, surfaces, on, fallback",
                "mine.toml:11: medium is set a second time",
                "mine.toml:12: expected a key, found \"=\"",
            ]
        )
        #expect(reading.theme?.paints.roles[.accent]?.color == .rgb(RGB(0, 255, 255)))
        #expect(reading.theme?.paints.roles[.medium]?.color == .ansi(3))
        #expect(reading.theme?.paints.roles[.text]?.color == .default)
    }

    @Test func hostileThemeFilesDoNoHarm() {
        var chance = Chance(11)
        let good = Array(ThemeLibrary.builtIn[1].text.utf8)
        for _ in 0..<300 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...20, using: &chance) {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0...2, using: &chance) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: Array("[[on.\"\u{1B}]=".utf8), at: place)
                }
            }
            let reading = read(String(decoding: bytes, as: UTF8.self))
            #expect(reading.theme != nil || !reading.problems.isEmpty)
            #expect(reading.problems.allSatisfy { $0.message.sanitised == $0.message && $0.line >= 1 })
        }
    }

    @Test func monoHasNoColourAndTellsByShape() throws {
        for name in ThemeLibrary().names {
            let theme = try #require(ThemeLibrary().theme(named: name).theme)
            let mono = ResolvedTheme(theme, depth: .mono)
            for role in Role.allCases {
                for surface in Surface.allCases {
                    let look = mono.look(of: Style(role, on: surface))
                    #expect(look.foreground == nil && look.background == nil)
                }
            }
            #expect(mono.look(of: Style(.text, on: .selection)).attributes.contains(.reverse))
            #expect(mono.look(of: Style(.critical)).attributes.contains([.bold, .underline]))
            // A badge in reverse stands out from a row in reverse.
            #expect(!mono.look(of: Style(.text, on: .selection, .reverse)).attributes.contains(.reverse))
        }
    }

    @Test func everyDepthGivesItsOwnColours() throws {
        let theme = try #require(ThemeLibrary().theme(named: "harbor-dark").theme)
        let style = Style(.accent, on: .raised, .bold)
        let full = ResolvedTheme(theme, depth: .truecolor).look(of: style)
        #expect(full.foreground == .rgb(RGB(0x5F, 0xD0, 0xDE)))
        #expect(full.background == .rgb(RGB(0x15, 0x2A, 0x39)))
        #expect(full.attributes == .bold)
        for style in [Style(.pass), Style(.critical, on: .selection), Style(.text, on: .match)] {
            guard case .indexed = ResolvedTheme(theme, depth: .palette256).look(of: style).foreground else {
                Issue.record("not one of the fixed colours: \(style)")
                continue
            }
        }
        let sixteen = ResolvedTheme(theme, depth: .ansi16)
        #expect(sixteen.look(of: Style(.pass)).foreground == .ansi(2))
        #expect(sixteen.look(of: Style(.pass)).background == .default)
        let selected = sixteen.look(of: Style(.fail, on: .selection))
        #expect(selected.foreground == .default && selected.attributes.contains(.reverse))
    }

    @Test func aUsersThemeReplacesTheBuiltInOne() {
        let own = ThemeFile(
            name: "mono",
            path: "/home/a/mono.toml",
            text: "inherits = \"terminal\"\n[roles]\naccent = \"ansi:13\""
        )
        let library = ThemeLibrary(adding: [own])
        #expect(library.names == ThemeLibrary().names)
        let theme = library.theme(named: "mono").theme
        #expect(theme?.paints.roles[.accent]?.color == .ansi(13))
        #expect(theme?.paints.roles[.critical]?.color == .ansi(1))
    }
}
