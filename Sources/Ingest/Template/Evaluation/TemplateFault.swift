/// Why an expression has no value.
struct TemplateFault: Error, Sendable {
    /// What is wrong, in Azure's terms.
    let message: String
    /// Set where nothing is wrong: the value only exists at run time, for this reason.
    let reason: SymbolicValue.Reason?
    /// How far into the text of the expression the fault is, where that is known.
    let offset: Int

    init(_ message: String, offset: Int = 0) {
        self.message = message
        self.offset = offset
        reason = nil
    }

    private init(reason: SymbolicValue.Reason) {
        message = ""
        offset = 0
        self.reason = reason
    }

    /// A function met a symbolic value where it needs a known one: its result is symbolic, too.
    static func unknown(_ symbolic: SymbolicValue) -> TemplateFault { TemplateFault(reason: symbolic.reason) }
}
