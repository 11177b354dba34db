/// A function of the template language.
struct TemplateFunction: Sendable {
    enum Body: Sendable {
        /// Depends on its arguments only.
        case values(@Sendable (Arguments) throws(TemplateFault) -> TemplateValue)
        /// Depends on where it stands, too.
        case scoped(@Sendable (Arguments, Frame, TemplateRun) throws(TemplateFault) -> TemplateValue)
        /// Decides itself which of its arguments are evaluated.
        case form(@Sendable (FormCall) throws(TemplateFault) -> TemplateValue)
    }

    let name: String
    /// How many arguments it takes.
    let arity: ClosedRange<Int>
    let body: Body

    init(_ name: String, _ arity: ClosedRange<Int>, _ body: Body) {
        self.name = name
        self.arity = arity
        self.body = body
    }

    /// A function of its arguments only.
    init(
        _ name: String,
        _ arity: ClosedRange<Int>,
        _ body: @escaping @Sendable (Arguments) throws(TemplateFault) -> TemplateValue
    ) {
        self.init(name, arity, .values(body))
    }

    /// As many arguments as one likes.
    static func atLeast(_ count: Int) -> ClosedRange<Int> { count...Int(Int16.max) }

    func wrongCount(_ count: Int) -> String {
        let expected =
            if arity.lowerBound == arity.upperBound {
                "\(arity.lowerBound)"
            } else if arity.upperBound == Int(Int16.max) {
                "at least \(arity.lowerBound)"
            } else {
                "\(arity.lowerBound) to \(arity.upperBound)"
            }
        return "The template function '\(name)' expects \(expected) parameters, but \(count) were given."
    }
}

/// Every function of the language, by its name in lower case.
enum FunctionTable {
    private static let functions: [String: TemplateFunction] = Dictionary(
        all.map { ($0.name.lowercased(), $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// All functions, family by family.
    static let all: [TemplateFunction] =
        ArrayFunctions.all + CollectionFunctions.all + ComparisonFunctions.all + DateFunctions.all
        + DeploymentFunctions.all + LambdaFunctions.all + LogicalFunctions.all + NumericFunctions.all
        + ObjectFunctions.all + CIDRFunctions.all + ResourceFunctions.all + ScopeFunctions.all
        + StringFunctions.all + EncodingFunctions.all + URIFunctions.all + HashFunctions.all

    static func function(_ key: String) -> TemplateFunction? {
        // Templates may spell the namespace of the language out.
        functions[key] ?? (key.hasPrefix("sys.") ? functions[String(key.dropFirst(4))] : nil)
    }
}
