/// An array of the template language.
struct TemplateArray: Sendable {
    let elements: [TemplateValue]
    let size: ValueSize
    var openness = Openness.closed

    init(_ elements: [TemplateValue]) {
        var size = ValueSize()
        for element in elements { size.add(element.size) }
        self.elements = elements
        self.size = size
    }
}
