/// Where a text stops being TOML, and what was expected there.
package struct TOMLProblem: Error, Hashable, Sendable {
    package let position: TOMLPosition
    /// A sentence without a full stop, safe to print.
    package let message: String
}
