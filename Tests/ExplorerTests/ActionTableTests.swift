import Canvas
import Testing

@testable import Explorer

/// The table of actions is one table, and it is whole.
@Suite struct ActionTableTests {
    @Test(arguments: Spot.all) func noKeyMeansTwoThingsInOnePlace(spot: Spot) {
        var taken: [Key: Action] = [:]
        for entry in ActionTable.entries(at: spot) {
            for key in entry.keys {
                #expect(
                    taken[key] == nil,
                    "\(key) calls \(entry.action) and \(String(describing: taken[key]))"
                )
                taken[key] = entry.action
            }
        }
    }

    @Test(arguments: Action.allCases) func everyActionHasKeysAndHelp(action: Action) {
        let entries = ActionTable.entries.filter { $0.action == action }
        #expect(entries.count == 1)
        for entry in entries {
            #expect(!entry.keys.isEmpty)
            #expect(!entry.name.isEmpty)
            #expect(entry.help.count > 5 && entry.help.count < 100)
            #expect(entry.help.first?.isUppercase == true && entry.help.last != ".")
        }
    }

    /// The keys that the design promises, with the spot where each must mean something.
    private static let promised: [(Key, ViewKind, PaneKind)] = {
        let everywhere: [Key] =
            "jkgGhl[]-z<>/nNf:?yem'UrTq".map(Key.character)
            + [.down, .up, .pageUp, .pageDown, .home, .end, .left, .right, .enter, .escape, .backspace]
            + [.tab, .backTab, .control("d"), .control("u"), .control("p"), .control("r"), .control("l")]
            + [.control("z")]
        let tables: [Key] = "sScvua ".map(Key.character)
        return ViewKind.allCases.flatMap { view in
            view.panes.flatMap { pane in everywhere.map { ($0, view, pane) } }
        } + tables.map { ($0, .findings, .list) }
            + ViewKind.allCases.map { (.character($0.digit), $0, .list) }
    }()

    @Test func everyPromisedKeyMeansSomething() {
        for (key, view, pane) in Self.promised {
            let entry = ActionTable.entry(for: key, at: Spot(view: view, pane: pane))
            #expect(entry != nil, "\(key) means nothing in \(pane) of \(view)")
        }
    }

    @Test func theListsNameEveryAction() {
        for entry in ActionTable.entries {
            #expect(ActionTable.markdown.contains(entry.help))
            #expect(ActionTable.plain.contains(entry.help))
        }
    }

    @Test(arguments: ViewKind.allCases) func theHintLineOffersAFewKeys(view: ViewKind) {
        for pane in view.panes {
            let hints = ActionTable.hints(at: Spot(view: view, pane: pane))
            #expect((5...12).contains(hints.count))
            #expect(hints.first?.label == "help")
        }
    }
}
