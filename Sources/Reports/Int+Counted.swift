extension Int {
    /// The number with its noun, for example `1 resource` or `2 resources`.
    package func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
