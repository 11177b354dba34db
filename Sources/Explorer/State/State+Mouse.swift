import Canvas

extension State {
    /// What the mouse did: it selects, drills, scrolls, and presses what is drawn as a key.
    mutating func take(_ mouse: Mouse) -> [Work] {
        guard overlay == nil else { return takeInOverlay(mouse) }
        let layout = ScreenLayout(self)
        switch mouse.action {
        case .wheelUp, .wheelDown:
            guard let pane = layout.pane(at: mouse.point), let context = context(in: pane) else { return [] }
            let action: Action = mouse.action == .wheelUp ? .moveUp : .moveDown
            return place.view.perform(action, count: 3, context)?.flatMap { follow($0) } ?? []
        case .press where mouse.button == 1, .doublePress where mouse.button == 1:
            notice = nil
            if layout.tabs.contains(mouse.point) { return pressTab(at: mouse.point, in: layout.tabs) }
            if layout.foot.contains(mouse.point) { return pressHint(at: mouse.point, in: layout.foot) }
            return press(mouse, in: layout)
        case .press where mouse.button == 3: return perform(.back)
        case .press, .release, .doublePress, .drag: return []
        }
    }

    private func context(in pane: PaneKind) -> Context? {
        context.map { $0.focused(on: pane) }
    }

    private mutating func press(_ mouse: Mouse, in layout: ScreenLayout) -> [Work] {
        guard let pane = layout.pane(at: mouse.point) else { return [] }
        place.focus = pane
        guard let content = layout.contents[pane], let context else { return [] }
        guard content.contains(mouse.point) else {
            if mouse.point.row < content.row { place.view.pressHeading(of: pane, context) }
            return []
        }
        let point = Point(column: mouse.point.column - content.column, row: mouse.point.row - content.row)
        place.view.select(at: point, in: pane, context)
        return mouse.action == .doublePress ? perform(.open) : []
    }

    private mutating func pressTab(at point: Point, in bar: Rect) -> [Work] {
        var scratch = Frame(size: size)
        let places = Screen.tabs(self).draw(in: bar, of: &scratch)
        guard let index = places.firstIndex(where: { $0.contains(point) }) else { return [] }
        show(ViewKind.allCases[index])
        return []
    }

    private mutating func pressHint(at point: Point, in bar: Rect) -> [Work] {
        var scratch = Frame(size: size)
        let line = Screen.hintLine(self)
        let places = line.draw(in: bar, of: &scratch)
        guard let index = places.firstIndex(where: { $0.contains(point) }) else { return [] }
        let wanted = line.hints[index]
        let entry = ActionTable.entries(at: spot).first { entry in
            entry.hint == wanted.what && entry.keys.first?.label == wanted.key
        }
        return entry.map { perform($0.action) } ?? []
    }

    private mutating func takeInOverlay(_ mouse: Mouse) -> [Work] {
        guard let overlay else { return [] }
        if mouse.action == .wheelUp { return pressInOverlay(.up) }
        if mouse.action == .wheelDown { return pressInOverlay(.down) }
        guard mouse.action == .press || mouse.action == .doublePress, mouse.button == 1 else { return [] }
        let layout = OverlayLayout(overlay, in: size)
        guard layout.popup.place(in: Rect(size)).contains(mouse.point) else {
            return pressInOverlay(.escape)
        }
        guard layout.items.contains(mouse.point) else { return [] }
        let row = mouse.point.row - layout.items.row
        switch overlay {
        case .palette(var palette):
            guard palette.items.indices.contains(palette.cursor.top + row) else { return [] }
            palette.cursor.row = palette.cursor.top + row
            self.overlay = .palette(palette)
        case .help(var help):
            guard help.items.indices.contains(help.cursor.top + row) else { return [] }
            help.cursor.row = help.cursor.top + row
            self.overlay = .help(help)
        case .choice(var choice):
            guard choice.items.indices.contains(choice.cursor.top + row) else { return [] }
            choice.cursor.row = choice.cursor.top + row
            self.overlay = .choice(choice)
        case .picker(var picker):
            guard picker.items.indices.contains(picker.cursor.top + row) else { return [] }
            picker.cursor.row = picker.cursor.top + row
            self.overlay = .picker(picker)
        case .form(var form):
            guard form.fields.indices.contains(row - 3) else { return [] }
            form.field = form.fields[row - 3]
            self.overlay = .form(form)
            return []
        case .diagnostics(var list):
            guard list.items.indices.contains(list.cursor.top + row) else { return [] }
            list.cursor.row = list.cursor.top + row
            self.overlay = .diagnostics(list)
            return []
        case .prompt, .letter, .confirm: return []
        }
        return pressInOverlay(.enter)
    }
}
