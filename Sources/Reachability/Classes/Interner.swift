/// Gives equal values one number, in the order in which they are first met.
struct Interner<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int32] = [:]

    mutating func number(of value: Value) -> Int32 {
        if let known = numbers[value] { return known }
        let number = Int32(values.count)
        numbers[value] = number
        values.append(value)
        return number
    }

    var count: Int { values.count }

    subscript(number: Int32) -> Value { values[Int(number)] }
}
