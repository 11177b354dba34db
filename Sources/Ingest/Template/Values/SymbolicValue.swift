/// A value that only Azure will know, with the expression it comes from.
struct SymbolicValue: Sendable {
    enum Reason: String, Sendable {
        /// A property of a deployed resource, or what Azure makes up.
        case runTime = "run-time"
        /// A parameter that has neither a value nor a default.
        case missingParameter = "missing-parameter"
        /// A secret of a Key Vault.
        case keyVault = "key-vault"
        /// A linked template that does not lie beside this one.
        case missingTemplate = "missing-template"
        /// A part of the template that is in error.
        case error = "error"
    }

    /// The longest expression kept.
    static let longest = 400

    /// The expression without its brackets.
    let text: String
    /// The value as text with the unknown parts in braces, where it is a string that is known in part.
    let spelled: String
    let reason: Reason

    init(_ text: String, _ reason: Reason = .runTime, spelled: String? = nil) {
        self.text = text.utf8.count > Self.longest ? text.prefix(Self.longest) + "…" : text
        self.spelled = spelled ?? "{\(self.text)}"
        self.reason = reason
    }
}
