import Arguments
import Testing

struct InvocationTests {
    private func invoke(_ line: String) -> Invocation {
        Invocation(line.split(separator: " ").map(String.init), of: Tool.self) { word, known in
            known.first { $0.hasPrefix(word.prefix(4)) }
        }
    }

    private func draw(_ line: String) throws -> Draw {
        guard case .run(let command, _) = invoke(line) else {
            Issue.record("\(line) is not run")
            return Draw()
        }
        return try #require(command as? Draw)
    }

    private func refusal(_ line: String) throws -> String {
        guard case .refuse(let message) = invoke(line) else {
            Issue.record("\(line) is not refused")
            return ""
        }
        return message
    }

    private func told(_ line: String) throws -> String {
        guard case .tell(let text) = invoke(line) else {
            Issue.record("\(line) tells nothing")
            return ""
        }
        return text
    }

    @Test func withoutWordsTheDefaultCommandRunsWithItsDefaults() throws {
        let command = try draw("")
        #expect(command.files.isEmpty && command.shape == .circle && !command.filled && command.border)
        #expect(command.place.across == 0 && command.place.output == nil)
    }

    @Test(arguments: [
        "draw a b --shape square --line-color red --line-color=blue --filled --no-border -o f --across 7",
        "a --shape=square b --line-color red -of --line-color blue --across=7 --filled --no-border",
    ])
    func everyFormOfAnOptionIsRead(line: String) throws {
        let command = try draw(line)
        #expect(command.files == ["a", "b"])
        #expect(command.shape == .square)
        #expect(command.lineColor == ["red", "blue"])
        #expect(command.filled && !command.border)
        #expect(command.place.output == "f" && command.place.across == 7)
    }

    @Test func aDashIsAValueAndTwoEndTheOptions() throws {
        let command = try draw("- -o - -- --shape -x")
        #expect(command.files == ["-", "--shape", "-x"])
        #expect(command.place.output == "-" && command.shape == .circle)
    }

    @Test func commandsDoNotShareWhatTheyRead() throws {
        let first = try draw("a --filled")
        let second = try draw("b")
        #expect(first.files == ["a"] && first.filled)
        #expect(second.files == ["b"] && !second.filled)
    }

    @Test(arguments: [
        ("--shpe x", "Unknown option '--shpe'."),
        ("--shap square", "Did you mean '--shape'?"),
        ("--shape oval", "The value 'oval' is invalid for '--shape <shape>'. Expected: circle, square."),
        ("--across many", "The value 'many' is invalid for '--across <across>'."),
        ("--shape", "Missing value for '--shape <shape>'"),
        ("-o --filled", "Missing value for '--output <output>'"),
        ("--filled=yes", "The flag '--filled' takes no value."),
        ("--across -3", "--across is not below zero."),
        ("list me", "Missing expected argument '--since <since>'"),
        ("list --since 3", "Missing expected argument '<owner>'"),
        ("list me you --since 3", "Unexpected argument 'you'"),
    ])
    func whatIsNotUnderstoodIsTold(line: String, message: String) throws {
        let refused = try refusal(line)
        #expect(refused.contains(message))
        #expect(refused.contains("Usage: tool "))
    }

    @Test func helpNamesEverythingThereIs() throws {
        let help = try told("draw --help")
        for text in [
            "USAGE: tool draw [<options>] [<files> ...]", "--shape <shape>", "values: circle, square",
            "default: circle",
            "-o, --output <output>", "--border/--no-border", "--line-color <line-color>", "\n  a  above\n",
        ] {
            #expect(help.contains(text), "\(text)")
        }
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try told("help draw") == help)
        #expect(try told("a b -h").hasPrefix("OVERVIEW: Draw shapes."))
    }

    @Test func theProgramListsItsCommands() throws {
        let help = try told("--help")
        #expect(help.contains("USAGE: tool [<options>] [<files> ...]\n       tool <subcommand>\n"))
        #expect(help.contains("  draw (default)") && help.contains("  list "))
        #expect(try told("help") == help)
        #expect(try told("--version") == "1.2\n")
        #expect(try told("list --version") == "1.2\n")
    }
}
