import Canvas

extension ActionTable {
    /// Every action there is, in the order help shows them.
    package static let entries: [Entry] =
        moving + places + views + finding + reaching + marking + doing
        + program + open

    private static func entry(
        _ action: Action,
        _ keys: [Key],
        _ name: String,
        _ help: String,
        hint: String? = nil,
        weight: Int = 0,
        in scopes: [Scope] = [.views],
        _ chapter: Chapter
    ) -> Entry {
        Entry(
            action: action,
            keys: keys,
            scopes: scopes,
            name: name,
            help: help,
            hint: hint,
            weight: weight,
            chapter: chapter
        )
    }

    private static let moving: [Entry] = [
        entry(
            .moveDown,
            [.character("j"), .down],
            "Move down",
            "Down one row, or as many as the count",
            in: [.everywhere],
            .moving
        ),
        entry(
            .moveUp,
            [.character("k"), .up],
            "Move up",
            "Up one row, or as many as the count",
            in: [.everywhere],
            .moving
        ),
        entry(.pageDown, [.pageDown], "Page down", "Down one page", in: [.everywhere], .moving),
        entry(.pageUp, [.pageUp], "Page up", "Up one page", in: [.everywhere], .moving),
        entry(.halfPageDown, [.control("d")], "Half page down", "Down half a page", .moving),
        entry(.halfPageUp, [.control("u")], "Half page up", "Up half a page", .moving),
        entry(.first, [.character("g"), .home], "First row", "To the first row", .moving),
        entry(
            .last,
            [.character("G"), .end],
            "Last row",
            "To the last row, or to the row of the count",
            .moving
        ),
        entry(
            .left,
            [.character("h"), .left],
            "Left",
            "Collapse a branch, or scroll to the left",
            .moving
        ),
        entry(
            .right,
            [.character("l"), .right],
            "Right",
            "Expand a branch, or scroll to the right",
            .moving
        ),
        entry(
            .scrollDown,
            [.character("J")],
            "Scroll the detail down",
            "Scroll the detail down without leaving the list",
            .moving
        ),
        entry(
            .scrollUp,
            [.character("K")],
            "Scroll the detail up",
            "Scroll the detail up without leaving the list",
            .moving
        ),
        entry(
            .count,
            [.character("0")] + "123456789".map(Key.alt),
            "Count",
            "Begin a count for the next move: 0 1 2 j goes down twelve rows, as does Alt-1 2 j",
            .moving
        ),
    ]

    private static let places: [Entry] = [
        entry(
            .open,
            [.enter],
            "Open",
            "Go into what is selected",
            hint: "open",
            weight: 90,
            .places
        ),
        entry(
            .cancel,
            [.escape],
            "Cancel",
            "Cancel the innermost thing; with nothing to cancel, go back",
            hint: "back",
            weight: 35,
            in: [.everywhere],
            .places
        ),
        entry(
            .back,
            [.backspace, .character("[")],
            "Back",
            "Back to the place before, exactly as it was",
            .places
        ),
        entry(
            .forward,
            [.character("]")],
            "Forward",
            "Forward again to the place you came back from",
            .places
        ),
        entry(.previousPlace, [.character("-")], "Last place", "To the last place and back again", .places),
        entry(.setMark, [.character("m")], "Set mark", "Remember this place under a letter", .places),
        entry(
            .goToMark,
            [.character("'")],
            "Go to mark",
            "Go to the place remembered under a letter",
            .places
        ),
    ]

    private static let views: [Entry] =
        ViewKind.allCases.map { kind in
            entry(
                kind.action,
                [.character(kind.digit)],
                kind.title,
                "Show \(kind.title): \(kind.summary)",
                .views
            )
        } + [
            entry(.nextPane, [.tab], "Next pane", "To the next pane", hint: "pane", weight: 50, .views),
            entry(.previousPane, [.backTab], "Previous pane", "To the pane before", .views),
            entry(
                .zoom,
                [.character("z")],
                "Zoom",
                "Give the whole screen to the pane, or take it back",
                .views
            ),
            entry(.narrow, [.character("<")], "Narrower", "Make the left pane narrower", .views),
            entry(.widen, [.character(">")], "Wider", "Make the left pane wider", .views),
            entry(
                .switchTab,
                [.character("t")],
                "Next tab",
                "Turn to the next tab: properties, JSON, rules, routes; a path or what is reached",
                hint: "tab",
                weight: 45,
                in: [.view(.topology), .view(.paths)],
                .views
            ),
        ]

    private static let finding: [Entry] = [
        entry(
            .search,
            [.character("/")],
            "Search",
            "Search: moves to rows that contain a text and hides nothing",
            hint: "search",
            weight: 40,
            .finding
        ),
        entry(.nextMatch, [.character("n")], "Next match", "To the next row the search found", .finding),
        entry(.previousMatch, [.character("N")], "Previous match", "To the row found before", .finding),
        entry(
            .filter,
            [.character("f")],
            "Filter",
            "Filter: hides rows, for example sev:high+ type:nsg !hub",
            hint: "filter",
            weight: 60,
            .finding
        ),
        entry(
            .sort,
            [.character("s")],
            "Sort",
            "Sort by the next column",
            hint: "sort",
            weight: 30,
            in: [.view(.findings)],
            .finding
        ),
        entry(
            .reverseSort,
            [.character("S")],
            "Reverse sort",
            "Turn the order round",
            in: [.view(.findings)],
            .finding
        ),
        entry(
            .listAll,
            [.character("A")],
            "List all",
            "List what passes and what does not apply too",
            in: [.view(.findings), .view(.review)],
            .finding
        ),
        entry(
            .columns,
            [.character("c")],
            "Columns",
            "Choose which columns the table shows",
            in: [.view(.findings)],
            .finding
        ),
        entry(
            .group,
            [.character("b")],
            "Group",
            "Group the rows in the next way",
            hint: "group",
            weight: 32,
            in: [.view(.findings), .view(.topology), .view(.segments)],
            .finding
        ),
    ]

    private static let reaching: [Entry] = [
        entry(
            .service,
            [.character("s")],
            "Service",
            "Choose the service that is asked about, or all of them",
            hint: "service",
            weight: 75,
            in: [.view(.segments), .view(.paths)],
            .reaching
        ),
        entry(
            .hideEmpty,
            [.character("H")],
            "Hide empty",
            "Hide the segments between which nothing flows, or show them",
            hint: "hide empty",
            weight: 34,
            in: [.view(.segments)],
            .reaching
        ),
        entry(
            .pathFrom,
            [.character("p")],
            "Path from here",
            "Ask for the way from what is selected; in Paths, choose where it begins",
            hint: "path",
            weight: 29,
            .reaching
        ),
        entry(
            .pathTo,
            [.character("P")],
            "Path to here",
            "Ask for the way to what is selected; in Paths, choose where it ends",
            .reaching
        ),
        entry(
            .swap,
            [.character("x")],
            "Swap the ends",
            "Ask for the way in the other direction",
            hint: "swap",
            weight: 65,
            in: [.view(.paths)],
            .reaching
        ),
        entry(
            .blast,
            [.character("B")],
            "Blast radius",
            "Show what is lost with the selection: everything it reaches, hop by hop",
            .reaching
        ),
    ]

    private static let marking: [Entry] = [
        entry(
            .toggleMark,
            [.character(" ")],
            "Mark row",
            "Mark the row, or take its mark away",
            in: [.view(.findings)],
            .marking
        ),
        entry(
            .markRange,
            [.character("v")],
            "Mark range",
            "Mark every row from here to where the key is pressed again",
            in: [.view(.findings)],
            .marking
        ),
        entry(
            .clearMarks,
            [.character("u")],
            "Clear marks",
            "Take all marks away",
            in: [.view(.findings)],
            .marking
        ),
    ]

    private static let doing: [Entry] = [
        entry(
            .decide,
            [.character("a")],
            "Decide",
            "Decide on the finding, or on all marked ones: accept, plan, fixed, not applicable",
            hint: "decide",
            weight: 70,
            in: [.view(.findings), .view(.review)],
            .doing
        ),
        entry(
            .nextOpen,
            [.character("o")],
            "Next open",
            "To the next control that waits for a decision or an answer",
            hint: "next open",
            weight: 80,
            in: [.view(.review)],
            .doing
        ),
        entry(
            .skip,
            [.character("d")],
            "Put off",
            "Put this control off for now and go to the next open one",
            hint: "put off",
            weight: 60,
            in: [.view(.review)],
            .doing
        ),
        entry(
            .copy,
            [.character("y")],
            "Copy",
            "Copy the row, id, JSON, Markdown or command of the selection",
            hint: "copy",
            weight: 25,
            .doing
        ),
        entry(.export, [.character("e")], "Export", "Write this view to a text file", .doing),
        entry(.undo, [.character("U")], "Undo", "Take the last decision back", .doing),
        entry(.redo, [.control("r")], "Redo", "Make the decision again that was taken back", .doing),
    ]

    private static let program: [Entry] = [
        entry(
            .palette,
            [.character(":"), .control("p")],
            "Palette",
            "Find any action, resource, control or address by typing a part of it",
            hint: "find all",
            weight: 20,
            .program
        ),
        entry(
            .help,
            [.character("?"), .function(1)],
            "Help",
            "The keys that work here, then the signs; type to search, Enter runs one",
            hint: "help",
            weight: 100,
            .program
        ),
        entry(
            .signs,
            [.character("L")],
            "Legend of signs",
            "What the shapes, lines and labels on the screen mean",
            .program
        ),
        entry(
            .diagnostics,
            [.character("D")],
            "Diagnostics",
            "What the input had wrong or left open: place, reason, and what to do",
            .program
        ),
        entry(.themes, [.character("T")], "Themes", "Choose a theme and see it at once", .program),
        entry(
            .mouse,
            [.character("M")],
            "Mouse on or off",
            "Give the mouse back to the terminal, or take it",
            .program
        ),
        entry(.reload, [.character("r")], "Reload", "Read the input again and stay where you are", .program),
        entry(
            .repaint,
            [.control("l")],
            "Repaint",
            "Draw the whole screen anew",
            in: [.everywhere],
            .program
        ),
        entry(
            .suspend,
            [.control("z")],
            "Suspend",
            "Stop and give the terminal to the shell",
            in: [.everywhere],
            .program
        ),
        entry(
            .quit,
            [.character("q"), .control("c")],
            "Quit",
            "Leave; asks only where something is not saved",
            .program
        ),
    ]

    private static let open: [Entry] = [
        entry(
            .accept,
            [.enter],
            "Take it",
            "Run or keep what is selected",
            hint: "take",
            weight: 90,
            in: [.overlays(Set(Overlay.Kind.allCases))],
            .open
        ),
        entry(
            .nextField,
            [.tab],
            "Next field",
            "To the next field of a form, or complete a filter word",
            hint: "next",
            weight: 80,
            in: [.overlays([.form, .prompt])],
            .open
        ),
        entry(
            .previousField,
            [.backTab],
            "Previous field",
            "To the field before",
            in: [.overlays([.form, .prompt])],
            .open
        ),
    ]
}
