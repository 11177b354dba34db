import Canvas
import Review
import Rules
import Topology

extension State {
    /// The spot as it is with nothing open.
    private var viewSpot: Spot { Spot(view: place.kind, pane: place.focus) }

    mutating func openPalette() {
        var palette = Palette()
        palette.look(at: viewSpot, in: estate)
        overlay = .palette(palette)
    }

    mutating func openHelp() {
        var help = HelpList()
        help.look(at: viewSpot)
        overlay = .help(help)
    }

    mutating func openSigns() {
        var help = HelpList()
        help.look(at: viewSpot)
        help.showSigns(page: OverlayLayout(.help(help), in: size).rows)
        overlay = .help(help)
    }

    mutating func openThemes() {
        let names = options.themes.isEmpty ? [theme] : options.themes
        var choice = Choice(purpose: .themes, title: "Theme", items: names.map { Choice.Item(name: $0) })
        choice.theme = theme
        choice.cursor.row = names.firstIndex(of: theme) ?? 0
        overlay = .choice(choice)
    }

    mutating func openCopies() {
        guard let context else { return }
        let copies = place.view.copies(context)
        guard !copies.isEmpty else {
            notice = Notice(text: "There is nothing to copy here")
            return
        }
        let items = copies.map { copy in
            Choice.Item(letter: copy.letter, name: copy.name, detail: copy.text)
        }
        overlay = .choice(Choice(purpose: .copy, title: "Copy", items: items))
    }

    /// A key while something is open.
    mutating func pressInOverlay(_ key: Key) -> [Work] {
        guard let open = overlay else { return [] }
        if case .control("c") = key {
            overlay = nil
            return []
        }
        switch open {
        case .prompt(let prompt): return press(key, in: prompt)
        case .palette(let palette): return press(key, in: palette)
        case .help(let help): return press(key, in: help)
        case .choice(let choice): return press(key, in: choice)
        case .picker(let picker): return press(key, in: picker)
        case .form(let form): return press(key, in: form)
        case .diagnostics(let list): return press(key, in: list)
        case .letter(let isSetting):
            overlay = nil
            if case .character(let letter) = key { takeMark(letter, isSetting: isSetting) }
        case .confirm(let question):
            overlay = nil
            if key == .character("y") || key == .enter { return [question.work] }
        }
        return []
    }

    private func action(for key: Key) -> Action? { ActionTable.entry(for: key, at: spot)?.action }

    // MARK: The prompt

    private mutating func press(_ key: Key, in open: TextPrompt) -> [Work] {
        var prompt = open
        if prompt.line.take(key) {
            overlay = .prompt(prompt)
            follow(prompt)
            return []
        }
        switch action(for: key) {
        case .accept:
            overlay = nil
            if !prompt.line.isEmpty {
                typed[prompt.purpose, default: []].removeAll { $0 == prompt.line.text }
                typed[prompt.purpose, default: []].append(prompt.line.text)
            }
            // What it says of a text that nothing contains is to be read after the prompt is gone.
            if prompt.purpose == .search { search(for: prompt.line.text, from: prompt.start) }
        case .cancel:
            overlay = nil
            place.restore(prompt.start)
            refresh()
        case .moveUp: recall(&prompt, older: true)
        case .moveDown: recall(&prompt, older: false)
        case .nextField where prompt.purpose == .filter:
            prompt.line.replace(with: FilterKey.completed(prompt.line.text))
            overlay = .prompt(prompt)
            follow(prompt)
        case .repaint: return [.repaint]
        case .suspend: return [.suspend]
        default: break
        }
        return []
    }

    private mutating func recall(_ prompt: inout TextPrompt, older: Bool) {
        let before = typed[prompt.purpose, default: []]
        prompt.age = min(max(0, prompt.age + (older ? 1 : -1)), before.count)
        prompt.line.replace(with: prompt.age == 0 ? "" : before[before.count - prompt.age])
        overlay = .prompt(prompt)
        follow(prompt)
    }

    /// Shows what a prompt does while it is typed.
    mutating func follow(_ prompt: TextPrompt) {
        notice = nil
        switch prompt.purpose {
        case .filter: setFilter(Filter(prompt.line.text))
        case .search: search(for: prompt.line.text, from: prompt.start)
        }
    }

    // MARK: Lists

    private mutating func press(_ key: Key, in open: Palette) -> [Work] {
        var palette = open
        if palette.line.take(key) {
            palette.look(at: viewSpot, in: estate)
            overlay = .palette(palette)
            return []
        }
        guard let action = action(for: key) else { return [] }
        if action == .accept { return run(palette) }
        if action == .cancel { overlay = nil; return [] }
        let page = OverlayLayout(.palette(palette), in: size).rows
        if palette.cursor.move(action, by: nil, of: palette.items.count, page: page) {
            overlay = .palette(palette)
        }
        return []
    }

    private mutating func run(_ palette: Palette) -> [Work] {
        overlay = nil
        guard palette.items.indices.contains(palette.cursor.row) else { return [] }
        switch palette.items[palette.cursor.row].meaning {
        case .action(let action): return perform(action)
        case .control(let id): go(to: Destination(view: .findings, target: .control(id)))
        case .resource(let id): go(to: Destination(view: .topology, target: .resource(id)))
        }
        return []
    }

    private mutating func press(_ key: Key, in open: Picker) -> [Work] {
        var picker = open
        if picker.line.take(key) {
            picker.look(in: estate)
            overlay = .picker(picker)
            return []
        }
        guard let action = action(for: key) else { return [] }
        if action == .cancel { overlay = nil; return [] }
        if action == .accept {
            overlay = nil
            guard let context, picker.items.indices.contains(picker.cursor.row) else { return [] }
            let value = picker.items[picker.cursor.row].value
            return place.view.pick(value, for: picker.purpose, context).flatMap { follow($0) }
        }
        let page = OverlayLayout(.picker(picker), in: size).rows
        if picker.cursor.move(action, by: nil, of: picker.items.count, page: page) {
            overlay = .picker(picker)
        }
        return []
    }

    private mutating func press(_ key: Key, in open: HelpList) -> [Work] {
        var help = open
        if help.line.take(key) {
            help.look(at: viewSpot)
            overlay = .help(help)
            return []
        }
        guard let action = action(for: key) else { return [] }
        if action == .cancel { overlay = nil; return [] }
        if action == .accept {
            overlay = nil
            guard help.items.indices.contains(help.cursor.row) else { return [] }
            return help.items[help.cursor.row].action.map { perform($0) } ?? []
        }
        let page = OverlayLayout(.help(help), in: size).rows
        if help.cursor.move(action, by: nil, of: help.items.count, page: page) { overlay = .help(help) }
        return []
    }

    private mutating func press(_ key: Key, in open: Choice) -> [Work] {
        var choice = open
        if case .character(let letter) = key,
            let index = choice.items.firstIndex(where: { $0.letter == letter })
        {
            choice.cursor.row = index
            return take(choice)
        }
        switch action(for: key) {
        case .accept: return take(choice)
        case .cancel: close(choice)
        case let move?:
            let page = OverlayLayout(.choice(choice), in: size).rows
            if choice.cursor.move(move, by: nil, of: choice.items.count, page: page) {
                overlay = .choice(choice)
                preview(choice)
            }
        case nil:
            if key == .character(" ") { return take(choice) }
            if key == .character("q") { close(choice) }
        }
        return []
    }

    private mutating func preview(_ choice: Choice) {
        if choice.purpose == .themes { theme = choice.items[choice.cursor.row].name }
    }

    private mutating func close(_ choice: Choice) {
        overlay = nil
        if choice.purpose == .themes { theme = choice.theme }
    }

    /// Does what the selected item of a list stands for.
    mutating func take(_ choice: Choice) -> [Work] {
        overlay = nil
        guard choice.items.indices.contains(choice.cursor.row) else { return [] }
        let item = choice.items[choice.cursor.row]
        switch choice.purpose {
        case .themes: theme = item.name
        case .marks: if let letter = item.letter { takeMark(letter, isSetting: false) }
        case .copy:
            notice = Notice(text: "Copied: \(item.name)", tone: .good)
            return [.copy(item.detail.sanitisedLines)]
        case .columns:
            guard let context, let items = place.view.toggleColumn(choice.cursor.row, context) else {
                return []
            }
            var choice = choice
            choice.items = items
            overlay = .choice(choice)
        }
        return []
    }

    // MARK: The form

    private mutating func press(_ key: Key, in open: DecisionForm) -> [Work] {
        var form = open
        if form.take(key) {
            overlay = .form(form)
            return []
        }
        switch action(for: key) {
        case .cancel:
            overlay = nil
            return []
        case .accept:
            if let edits = form.edits(today: options.today) {
                overlay = nil
                let works = edit(edits)
                notice = Notice(text: form.confirmation, tone: .good)
                return works
            }
        case .nextField, .moveDown: form.step(1)
        case .previousField, .moveUp: form.step(-1)
        default: break
        }
        overlay = .form(form)
        return []
    }

    // MARK: Pasting

    mutating func paste(_ text: String) {
        switch overlay {
        case .prompt(var prompt):
            prompt.line.insert(text)
            overlay = .prompt(prompt)
            follow(prompt)
        case .palette(var palette):
            palette.line.insert(text)
            palette.look(at: viewSpot, in: estate)
            overlay = .palette(palette)
        case .help(var help):
            help.line.insert(text)
            help.look(at: viewSpot)
            overlay = .help(help)
        case .picker(var picker):
            picker.line.insert(text)
            picker.look(in: estate)
            overlay = .picker(picker)
        case .form(var form):
            form.insert(text)
            overlay = .form(form)
        case .choice, .letter, .confirm, .diagnostics: break
        case nil: notice = Notice(text: "Press : first to look for what you paste")
        }
    }
}

extension String {
    /// The text with every line made safe for a terminal.
    var sanitisedLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).sanitised }.joined(
            separator: "\n"
        )
    }
}
