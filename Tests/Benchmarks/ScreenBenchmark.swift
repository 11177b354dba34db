import Canvas
import Explorer
import Ingest
import Review
import Rules
import Samples
import Topology

/// How long the explorer takes from a key to its frame, without a terminal: median and 99th percentile.
enum ScreenBenchmark {
    /// Keys to be timed, in a view, behind the keys that lead to where they are pressed.
    private struct Move {
        let name: String
        var view = ViewKind.findings
        var lead: [Key] = []
        let keys: [Key]
    }

    private static let moves = [
        Move(name: "list move", keys: [.character("j")]), Move(name: "page", keys: [.pageDown, .pageUp]),
        Move(name: "pane", keys: [.tab]), Move(name: "view", keys: "123456".map(Key.character)),
        Move(name: "drill and back", keys: [.enter, .backspace]),
        Move(name: "matrix move", view: .segments, keys: "jlkhjl".map(Key.character)),
        Move(name: "flow move", view: .paths, lead: ends, keys: "jkjjkk".map(Key.character)),
        Move(name: "hop move", view: .paths, lead: ends + [.tab], keys: "jjkjkk".map(Key.character)),
        Move(
            name: "blast move",
            view: .paths,
            lead: ends + [.character("B")],
            keys: "jjkjkk".map(Key.character)
        ),
        Move(
            name: "tree move",
            view: .topology,
            lead: [.character("/")] + typed("nic-") + [.enter],
            keys: "jk".map(Key.character)
        ),
    ]

    private static let ends = [.character("p")] + typed("vm-fe-1") + [.enter] + typed("vm-data-1") + [.enter]

    private static func typed(_ text: String) -> [Key] { text.map(Key.character) }

    static func run() async throws {
        guard let sample = Sample.standard else { return }
        let clock = ContinuousClock()
        var topology = Topology(resources: [])
        let reading = try clock.measure {
            topology = try Reader.read([.bytes(name: sample.name, sample.bytes)]).topology
        }
        let start = clock.now
        let assessment = await Assessment(of: topology)
        let checking = clock.now - start
        print("sample \(sample.name): read \(words(reading)), checked \(words(checking))")
        let estate = Estate(name: sample.name, topology: topology, assessment: assessment, today: .epoch)
        for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
            for move in moves { report(move, size, estate, clock) }
        }
    }

    private static func report(
        _ move: Move,
        _ size: Size,
        _ estate: Estate,
        _ clock: ContinuousClock
    ) {
        var program = Program(State.Options(name: estate.name, today: .epoch, view: move.view), size: size)
        /// What the explorer asks for is done between the keys, as it is done beside the screen.
        func perform(_ works: [Work]) {
            for work in works {
                switch work {
                case .load(let generation):
                    perform(program.receive(.loaded(estate, isComplete: true, generation: generation)))
                case .ask(let inquiry, let generation):
                    let reply = inquiry.answer(in: estate)
                    perform(program.receive(.answered(reply, to: inquiry, generation: generation)))
                default: break
                }
            }
        }
        perform(program.start())
        for key in move.lead { perform(program.handle([.key(key)])) }
        var cells = 0
        let times = (0..<200).map { index in
            var works: [Work] = []
            let time = clock.measure {
                works = program.handle([.key(move.keys[index % move.keys.count])])
                cells += program.frame().cells.count
            }
            perform(works)
            return time
        }
        .sorted()
        let median = words(times[times.count / 2])
        let late = words(times[times.count * 99 / 100])
        print(
            "\(size.columns)x\(size.rows) \(move.name): median \(median), 99 % \(late), \(cells / times.count) cells"
        )
    }

    private static func words(_ duration: Duration) -> String {
        let microseconds = duration / .microseconds(1)
        return "\((microseconds / 10).rounded() / 100) ms"
    }
}
