/// Functions of dates.
///
/// What the time is now is only known at run time.
enum DateFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("utcNow", 0...1) { $0.symbolic(.runTime) },
        TemplateFunction("dateTimeFromEpoch", 1...1) { arguments throws(TemplateFault) in
            guard let date = DateTime(epoch: try arguments.integer(0)) else {
                throw arguments.fault("the number is no time.")
            }
            return .string(date.text("yyyy-MM-ddTHH:mm:ssZ"))
        },
        TemplateFunction("dateTimeToEpoch", 1...1) { arguments throws(TemplateFault) in
            .integer(try date(arguments).epoch)
        },
        TemplateFunction("dateTimeAdd", 2...3) { arguments throws(TemplateFault) in
            let date = try date(arguments)
            guard let moved = date.adding(duration: try arguments.string(1)) else {
                throw arguments.fault("'\(try arguments.string(1).prefix(40))' is no duration.")
            }
            return .string(moved.text(arguments.has(2) ? try arguments.string(2) : "M/d/yyyy h:mm:ss tt"))
        },
    ]

    private static func date(_ arguments: Arguments) throws(TemplateFault) -> DateTime {
        guard let date = DateTime(try arguments.string(0)) else {
            throw arguments.fault("'\(try arguments.string(0).prefix(40))' is no date.")
        }
        return date
    }
}
