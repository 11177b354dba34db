package import Canvas
import Review
import Rules

extension State {
    /// Takes what a person or the terminal did and says what is to be done about it.
    package mutating func update(_ event: InputEvent) -> [Work] {
        switch event {
        case .resize(let size):
            self.size = size
            refresh()
            return []
        case .focus: return []
        case .paste(let text):
            paste(text)
            return []
        case .mouse(let mouse): return take(mouse)
        case .key(let key):
            notice = nil
            return overlay == nil ? press(key) : pressInOverlay(key)
        }
    }

    /// A key in a view.
    private mutating func press(_ key: Key) -> [Work] {
        if let count, case .character(let digit) = key, let value = digit.wholeNumberValue, digit.isASCII {
            self.count = min(count * 10 + value, 999_999)
            return []
        }
        guard let entry = ActionTable.entry(for: key, at: spot) else {
            count = nil
            if case .character(let digit) = key, digit.isASCII, digit.isNumber { explainDigit(digit) }
            return []
        }
        if entry.action == .count {
            if case .alt(let digit) = key { count = digit.wholeNumberValue } else { count = 0 }
            return []
        }
        let times = count == 0 ? nil : count
        if count != nil, entry.action == .cancel {
            count = nil
            return []
        }
        count = nil
        return perform(entry.action, count: times)
    }

    private mutating func explainDigit(_ digit: Character) {
        let digits = ViewKind.allCases.map { String($0.digit) }.joined(separator: " ")
        notice = Notice(text: "This build has no view \(digit), only \(digits); a count begins with 0")
    }

    /// Does what an action asks, from a key, the mouse, the palette or the help.
    mutating func perform(_ action: Action, count: Int? = nil) -> [Work] {
        switch action {
        case .cancel: return cancel()
        case .back: goBack()
        case .forward: goForward()
        case .previousPlace: goToPrevious()
        case .count: self.count = 0
        case .setMark: overlay = .letter(isSetting: true)
        case .goToMark: chooseMark()
        case .nextPane: movePane(by: 1)
        case .previousPane: movePane(by: -1)
        case .zoom:
            place.isZoomed.toggle()
            refresh()
        case .narrow: resizePanes(by: -4 * min(count ?? 1, 100))
        case .widen: resizePanes(by: 4 * min(count ?? 1, 100))
        case .search: overlay = .prompt(TextPrompt(purpose: .search, line: Prompt(), start: place))
        case .filter:
            let line = Prompt(place.filter.text)
            overlay = .prompt(TextPrompt(purpose: .filter, line: line, start: place))
        case .nextMatch: findAgain(forward: true, times: count ?? 1)
        case .previousMatch: findAgain(forward: false, times: count ?? 1)
        case .copy: openCopies()
        case .export: return export()
        case .undo: return takeBack()
        case .redo: return makeAgain()
        case .pathFrom, .pathTo, .blast:
            if let effects = askForWay(action) { return effects.flatMap { follow($0) } }
            return performInView(action, count: count)
        case .palette: openPalette()
        case .help: openHelp()
        case .signs: openSigns()
        case .diagnostics: openDiagnostics()
        case .themes: openThemes()
        case .mouse:
            hasMouse.toggle()
            notice = Notice(text: hasMouse ? "The mouse works here" : "The mouse belongs to the terminal")
            return [.mouse(hasMouse)]
        case .reload: return reload()
        case .repaint: return [.repaint]
        case .suspend: return [.suspend]
        case .quit: return quit()
        default:
            if let kind = ViewKind.allCases.first(where: { $0.action == action }) {
                show(kind)
                return []
            }
            return performInView(action, count: count)
        }
        return []
    }

    /// Goes to the way from or to what is selected, or to what it reaches; nil where the view itself chooses.
    private func askForWay(_ action: Action) -> [Effect]? {
        guard let context, place.kind != .paths else { return nil }
        if place.kind == .segments, action != .blast { return nil }
        guard let end = place.view.endpoint(context) else {
            let text = "Select a machine, interface, endpoint, gateway, address, subnet or service first"
            return [.tell(Notice(text: text))]
        }
        let target: Target =
            switch action {
            case .pathFrom: .path(from: end, to: nil)
            case .pathTo: .path(from: nil, to: end)
            default: .blast(end)
            }
        return [.go(Destination(view: .paths, target: target))]
    }

    private mutating func performInView(_ action: Action, count: Int?) -> [Work] {
        guard let context else { return [] }
        guard let effects = place.view.perform(action, count: count, context) else { return [] }
        return effects.flatMap { follow($0) }
    }

    /// Carries out what a view asked for.
    mutating func follow(_ effect: Effect) -> [Work] {
        switch effect {
        case .go(let destination): go(to: destination)
        case .open(let overlay): self.overlay = overlay
        case .work(let work): return [work]
        case .tell(let notice): self.notice = notice
        case .focus(let pane):
            place.focus = pane
            refresh()
        case .edit(let edits): return edit(edits)
        }
        return []
    }

    /// Cancels the innermost thing; with nothing left to cancel, goes back.
    private mutating func cancel() -> [Work] {
        if case .reading = loading {
            loading = .cancelled
            generation += 1
            notice = Notice(text: "Reading stopped; r reads again")
            return [.cancelLoading]
        }
        if place.view.isMarking {
            return performInView(.clearMarks, count: nil)
        }
        if !place.search.isEmpty {
            place.search = ""
        } else if place.filter != place.givenFilter {
            setFilter(place.givenFilter)
        } else if place.isZoomed {
            place.isZoomed = false
            refresh()
        } else {
            goBack()
        }
        return []
    }

    private mutating func quit() -> [Work] {
        guard !review.isSaved else { return [.quit] }
        let count = review.pending.count
        overlay = .confirm(
            Confirmation(
                title: "Leave without saving?",
                lines: [
                    "\(count) \(count == 1 ? "decision is" : "decisions are") not in the review file.",
                    review.problem ?? "They are still being written.",
                ],
                work: .quit,
                yes: "leave"
            )
        )
        return []
    }

    /// Asks for the first reading.
    mutating func start() -> [Work] {
        loading = .reading(Message.Progress())
        return [.load(generation: generation)]
    }

    private mutating func reload() -> [Work] {
        generation += 1
        loading = .reading(Message.Progress())
        notice = Notice(text: "Reading again")
        return [.load(generation: generation)]
    }

    private mutating func export() -> [Work] {
        guard let context else { return [] }
        let lines = place.view.exported(context)
        return [.export(name: "bulkhead-\(place.kind.rawValue).txt", lines: lines.map(\.sanitised))]
    }
}
