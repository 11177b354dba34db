import Canvas
import Ingest
import Review
import Rules
import Samples
import Testing
import Topology

@testable import Explorer

/// What must hold whatever is pressed.
@Suite struct LawTests {
    private static let keys: [Key] =
        "jkgGhlnN/f:?ymec'UsSoAavu tTzMrq<>[]-JK01234567TxXbw\"!pPBH".map(Key.character)
        + [.enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .up, .down, .left, .right]
        + [.pageUp, .pageDown, .home, .end, .delete, .insert, .function(1), .function(12)]
        + "abcdefhklprsuwz".map(Key.control) + "15bf".map(Key.alt)

    private static func event(_ random: inout Seeded) -> InputEvent {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<3:
            let sizes = [Size(columns: 1, rows: 1), Size(columns: 80, rows: 24), Size(columns: 20, rows: 5)]
            let any = Size(
                columns: Int.random(in: 0...130, using: &random),
                rows: Int.random(in: 0...45, using: &random)
            )
            return .resize((sizes + [any]).randomElement(using: &random) ?? any)
        case 3..<12:
            let actions: [Mouse.Action] = [
                .press, .press, .doublePress, .release, .drag, .wheelUp, .wheelDown,
            ]
            let point = Point(
                column: Int.random(in: -1...131, using: &random),
                row: Int.random(in: -1...46, using: &random)
            )
            let button = Int.random(in: 0...3, using: &random)
            return .mouse(Mouse(actions.randomElement(using: &random) ?? .press, button: button, at: point))
        case 12..<14:
            return .paste(
                ["sev:high+", "10.0.1.4", "\u{1B}[31m\n\tx", "🦊\u{202E}é"].randomElement(using: &random) ?? ""
            )
        case 14: return .focus(Bool.random(using: &random))
        default: return .key(keys.randomElement(using: &random) ?? .enter)
        }
    }

    /// Any events in any order, on screens of any size: no trap, and a frame of the size of the screen.
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as [UInt64]) func survivesAnything(seed: UInt64) throws {
        var random = Seeded(seed)
        let estate = seed.isMultiple(of: 3) ? try ShopEstate.estate() : try SmallEstate.estate()
        let views = ViewKind.allCases
        var session = try Session(view: views[Int(seed) % views.count], estate: estate)
        for step in 0..<10_000 {
            session.send([Self.event(&random)])
            if step.isMultiple(of: 16) {
                let frame = session.program.frame()
                #expect(frame.size == session.state.size)
            }
            // A reading that was asked for is answered, sometimes late.
            if case .load(let generation)? = session.works.last, step.isMultiple(of: 50) {
                session.receive(.loaded(try SmallEstate.estate(), isComplete: true, generation: generation))
            }
        }
        #expect(
            session.works.allSatisfy {
                if case .load(let n) = $0 { n <= session.state.generation } else { true }
            }
        )
    }

    /// However one drills, going back the same number of times leads to the same place, to the row and the byte.
    @Test(arguments: [11, 12, 13, 14, 15, 16] as [UInt64]) func goingBackIsExact(seed: UInt64) throws {
        var random = Seeded(seed)
        var session = try Session()
        for _ in 0..<60 {
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                let moves = ["j", "k", "G", "g", "tab", "t", "s", "b", "z", "l", "h", "pgdn", ">", "J"]
                session.press(moves.randomElement(using: &random) ?? "j")
                session.closeOverlay()
            }
            var places: [Place] = []
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let depth = session.state.history.behind.count
                let before = session.state.place
                let leads = ["enter", "2", "3", "4", "5", "tab enter", "enter"]
                // Only what goes somewhere without changing the place it leaves.
                let lead = leads.randomElement(using: &random) ?? "enter"
                let isPure = lead != "tab enter"
                session.press(lead)
                session.closeOverlay()
                if session.state.history.behind.count > depth {
                    let left = session.state.history.behind[depth]
                    if isPure { #expect(left == before) }
                    places.append(left)
                }
            }
            for place in places.reversed() {
                session.press("backspace")
                #expect(session.state.place == place)
            }
        }
    }

    /// Each move keeps the selected row on the screen.
    @Test func theSelectedRowIsOnTheScreen() {
        var random = Seeded(5)
        let moves: [Action] = [
            .moveDown, .moveUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last,
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...40, using: &random)
            let page = Int.random(in: 1...12, using: &random)
            var cursor = ListCursor()
            cursor.row = Int.random(in: -3...50, using: &random)
            cursor.top = Int.random(in: -3...50, using: &random)
            let times: Int? =
                Bool.random(using: &random) ? nil : Int.random(in: 0...1_000_000, using: &random)
            _ = cursor.move(moves.randomElement(using: &random) ?? .first, by: times, of: count, page: page)
            #expect(cursor.row >= 0 && (cursor.row < count || count == 0))
            #expect(cursor.top <= cursor.row && cursor.row < cursor.top + page)
            #expect(cursor.top >= 0 && cursor.top <= max(0, count - page))
        }
    }

    /// What an older reading answers changes nothing.
    @Test func staleAnswersAreDropped() throws {
        var session = try Session()
        session.press("r")
        let generation = session.state.generation
        #expect(session.works.last == .load(generation: generation))
        let before = session.text
        session.receive(.loaded(try SmallEstate.estate(), isComplete: true, generation: generation - 1))
        session.receive(.failed(Message.Failure(what: "gone", why: "so"), generation: generation - 1))
        session.receive(.progress(Message.Progress(files: 3), generation: generation - 1))
        #expect(session.text == before)
        session.receive(.loaded(try SmallEstate.estate(), isComplete: true, generation: generation))
        #expect(session.state.loading == .complete)
    }

    /// A reload keeps the place, with the same thing selected.
    @Test func reloadingKeepsThePlace() throws {
        var session = try Session(view: .topology)
        session.press("/")
        session.type("nic-web")
        session.press("enter tab j r")
        let selected = session.selectedRow
        let place = session.state.place
        session.receive(.loaded(try SmallEstate.estate(), isComplete: true, generation: 1))
        #expect(session.state.place.focus == place.focus)
        session.expect("nic-web")
        #expect(session.selectedRow == selected)
    }

    /// The estates that people see first.
    @Test(arguments: Sample.all.map(\.name)) func walksEverySample(name: String) async throws {
        let sample = try #require(Sample.named(name))
        let topology = try Reader.read([.bytes(name: name, sample.bytes)]).topology
        let today = try #require(SmallEstate.today)
        let estate = Estate(
            name: name,
            topology: topology,
            assessment: await Assessment(of: topology),
            today: today
        )
        var random = Seeded(9)
        var session = try Session(estate: estate)
        for _ in 0..<600 {
            session.send([Self.event(&random)])
            let frame = session.program.frame()
            #expect(frame.size == session.state.size)
        }
    }
}
