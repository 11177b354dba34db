import Canvas
import Explorer
import Ingest
import Review
import Rules
import Samples
import Topology

/// How long the explorer takes from a key to its frame, without a terminal: median and 99th percentile.
enum ScreenBenchmark {
    private static let moves: [(name: String, keys: [Key])] = [
        ("list move", [.character("j")]), ("page", [.pageDown, .pageUp]), ("pane", [.tab]),
        ("view", [.character("1"), .character("2"), .character("4"), .character("6")]),
        ("drill and back", [.enter, .backspace]),
    ]

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
        _ move: (name: String, keys: [Key]),
        _ size: Size,
        _ estate: Estate,
        _ clock: ContinuousClock
    ) {
        var program = Program(State.Options(name: estate.name, today: .epoch, view: .findings), size: size)
        for case .load(let generation) in program.start() {
            program.receive(.loaded(estate, isComplete: true, generation: generation))
        }
        var cells = 0
        let times = (0..<200).map { index in
            clock.measure {
                _ = program.handle([.key(move.keys[index % move.keys.count])])
                cells += program.frame().cells.count
            }
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
