import Canvas
import Review

/// What stands above a view and takes the keys.
package enum Overlay: Sendable {
    case prompt(TextPrompt)
    case palette(Palette)
    case help(HelpList)
    case choice(Choice)
    case picker(Picker)
    case form(DecisionForm)
    /// Waits for a letter: to set a mark, or to go to one.
    case letter(isSetting: Bool)
    case confirm(Confirmation)
    case diagnostics(DiagnosticList)

    /// The kinds, by which the table of actions tells where a key is valid.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case prompt, palette, help, choice, picker, form, letter, confirm, diagnostics
    }

    var kind: Kind {
        switch self {
        case .prompt: .prompt
        case .palette: .palette
        case .help: .help
        case .choice: .choice
        case .picker: .picker
        case .form: .form
        case .letter: .letter
        case .confirm: .confirm
        case .diagnostics: .diagnostics
        }
    }
}

/// A line typed at the foot of the screen, with its effect shown while one types.
package struct TextPrompt: Sendable {
    package enum Purpose: Sendable, Hashable { case search, filter }

    let purpose: Purpose
    var line: Prompt
    /// The place as it was before anything was typed.
    let start: Place
    /// How many lines back in what was typed before.
    var age = 0
}

/// A question before something that cannot be taken back.
package struct Confirmation: Sendable, Hashable {
    let title: String
    let lines: [String]
    let work: Work
    /// What the letter y does.
    let yes: String
}
