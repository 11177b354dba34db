package import Canvas

/// The explorer as the executable drives it: events and messages in, work and frames out.
///
/// Synchronous and pure: the one who holds it owns the terminal, reads the files and keeps the time.
///
///     var program = Program(State.Options(name: "estate.json", today: today), size: size)
///     var works = program.start()
///     works += program.handle(events)
///     terminal.show(program.frame())
package struct Program: Sendable {
    package private(set) var state: State

    package init(_ options: State.Options, size: Size) { state = State(options, size: size) }

    /// What is to be done first.
    ///
    /// A frame can be drawn before any of it.
    package mutating func start() -> [Work] { state.start() }

    /// Takes events in their order and says what is to be done about them; draw once afterwards.
    package mutating func handle(_ events: [InputEvent]) -> [Work] {
        let works = events.flatMap { state.update($0) }
        return works + state.inquire()
    }

    /// Takes an answer, and says what is to be done next.
    @discardableResult
    package mutating func receive(_ message: Message) -> [Work] {
        state.apply(message)
        return state.inquire()
    }

    /// The screen as it is now.
    package func frame() -> Frame { Screen.frame(state) }

    /// The screen as it is now, in another size.
    package mutating func frame(_ size: Size) -> Frame {
        if size != state.size { _ = state.update(.resize(size)) }
        return Screen.frame(state)
    }

    /// The name of the theme to show it in.
    package var theme: String { state.theme }
}
