/// Functions of objects.
enum ObjectFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("null", 0...0) { _ in .null },
        TemplateFunction("createObject", 0...Int(Int16.max)) { arguments throws(TemplateFault) in
            guard arguments.count.isMultiple(of: 2) else {
                throw arguments.fault("it expects pairs of names and values.")
            }
            var object = TemplateObject()
            for index in stride(from: 0, to: arguments.count, by: 2) {
                guard let name = arguments[index].spelled else { throw arguments.wrong(index, "a string") }
                object.set(name, arguments[index + 1])
            }
            return .object(object)
        },
        TemplateFunction("items", 1...1) { arguments throws(TemplateFault) in
            let sorted = try arguments.closedObject(0).members.sorted {
                ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name)
            }
            return .list(sorted.map { .object(["key": .string($0.name), "value": $0.value]) })
        },
        TemplateFunction("objectKeys", 1...1) { arguments throws(TemplateFault) in
            .list(try arguments.closedObject(0).members.map { .string($0.name) })
        },
        TemplateFunction("shallowMerge", 1...1) { arguments throws(TemplateFault) in
            var merged = TemplateObject()
            for element in try arguments.array(0) {
                switch element {
                case .object(let object): CollectionFunctions.merge(object, into: &merged, deep: false)
                case .null: continue
                case .symbolic(let symbolic): throw .unknown(symbolic)
                default: throw arguments.wrong(0, "an array of objects")
                }
            }
            return .object(merged)
        },
        TemplateFunction("json", 1...1) { arguments throws(TemplateFault) in
            let text = try arguments.string(0)
            do throws(TemplateFault) {
                return try TemplateSyntax.value(of: text)
            } catch {
                throw arguments.fault(error.message)
            }
        },
    ]
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self.init()
        for (name, value) in elements { set(name, value) }
    }
}
