import Canvas
import Review

extension State {
    /// Shows a view as it was left; the place before goes onto the back stack.
    mutating func show(_ kind: ViewKind) {
        guard kind != place.kind else { return }
        leave()
        place = resting[kind] ?? Place(kind)
        refresh()
    }

    /// Goes to a place that a view named.
    mutating func go(to destination: Destination) {
        guard estate != nil else { return }
        leave()
        if destination.view != place.kind { place = resting[destination.view] ?? Place(destination.view) }
        place.search = ""
        if let text = destination.filter {
            place.filter = Filter(text)
            place.givenFilter = place.filter
        }
        refresh()
        guard let target = destination.target else { return }
        if reveal(target) { return }
        // What is wanted may be hidden by a filter: rather show it than nothing.
        if !place.filter.isEmpty {
            place.filter = .none
            place.givenFilter = .none
            refresh()
            if reveal(target) {
                notice = Notice(text: "The filter hid it and was taken away; go back to have it again")
                return
            }
        }
        notice = Notice(text: "It is not in the estate that was read", tone: .bad)
    }

    private mutating func reveal(_ target: Target) -> Bool {
        guard let context else { return false }
        return place.view.reveal(target, context)
    }

    private mutating func leave() {
        history.leave(place)
        previous = place
        resting[place.kind] = place
    }

    mutating func goBack() {
        guard let before = history.back(from: place) else {
            notice = Notice(text: "This is where you began; q leaves")
            return
        }
        enter(before)
    }

    mutating func goForward() {
        guard let next = history.forward(from: place) else {
            notice = Notice(text: "There is no place ahead")
            return
        }
        enter(next)
    }

    mutating func goToPrevious() {
        guard let other = previous else {
            notice = Notice(text: "There is no other place yet")
            return
        }
        leave()
        place = other
        refresh()
    }

    private mutating func enter(_ other: Place) {
        previous = place
        resting[place.kind] = place
        place = other
        refresh()
    }

    mutating func movePane(by distance: Int) {
        let panes = place.kind.panes
        guard let index = panes.firstIndex(of: place.focus) else { return }
        place.focus = panes[(index + distance + panes.count) % panes.count]
        refresh()
    }

    mutating func resizePanes(by columns: Int) {
        place.split = min(max(place.split + columns, -200), 200)
        refresh()
    }

    mutating func setFilter(_ filter: Filter) {
        guard filter != place.filter else { return }
        place.filter = filter
        refresh()
    }

    // MARK: Searching

    /// Looks for what is being typed, from the row where typing began.
    mutating func search(for text: String, from start: Place) {
        place.view = start.view
        place.search = text
        guard let context, !text.isEmpty else { return }
        let word = Array(text.utf8).foldedASCII
        if !place.view.find(word, forward: true, including: true, context) {
            notice = Notice(text: "Nothing contains \(text)", tone: .bad)
        }
    }

    mutating func findAgain(forward: Bool, times: Int) {
        guard !place.search.isEmpty else {
            notice = Notice(text: "Search first: /")
            return
        }
        guard let context else { return }
        let word = Array(place.search.utf8).foldedASCII
        for _ in 0..<min(times, 10_000) {
            guard place.view.find(word, forward: forward, including: false, context) else {
                notice = Notice(text: "Nothing contains \(place.search)", tone: .bad)
                return
            }
        }
    }

    // MARK: Marks

    mutating func takeMark(_ letter: Character, isSetting: Bool) {
        if isSetting {
            marks[letter] = place
            notice = Notice(text: "This place is \(letter); ' \(letter) comes back to it", tone: .good)
        } else if let marked = marks[letter] {
            leave()
            place = marked
            refresh()
        } else {
            notice = Notice(text: "No place is marked \(letter)", tone: .bad)
        }
    }

    mutating func chooseMark() {
        guard !marks.isEmpty else {
            notice = Notice(text: "No place is marked yet: m and a letter marks one")
            return
        }
        let items = marks.sorted { $0.key < $1.key }.map { letter, place in
            Choice.Item(letter: letter, name: place.kind.title, detail: place.filter.text)
        }
        overlay = .choice(Choice(purpose: .marks, title: "Go to mark", items: items))
    }
}
