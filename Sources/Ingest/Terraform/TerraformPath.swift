/// A Terraform address or reference, taken apart: `module.hub["x"].azurerm_subnet.web[0].id`.
struct TerraformPath {
    enum Step: Equatable {
        case name(String)
        /// What stands in brackets, without its quotes.
        case key(String)
    }

    let steps: [Step]
    /// The byte offset at which each step begins.
    private let starts: [Int]
    private let text: String

    /// Any text is a path.
    init(_ text: String) {
        var steps: [Step] = []
        var starts: [Int] = []
        var start = 0
        var word: [UInt8] = []
        var isKey = false
        var isQuoted = false
        func end() {
            if isKey || !word.isEmpty {
                let text = String(decoding: word, as: UTF8.self)
                steps.append(isKey ? .key(text) : .name(text))
                starts.append(start)
            }
            word.removeAll(keepingCapacity: true)
        }
        for (offset, byte) in text.utf8.enumerated() {
            if word.isEmpty, !isKey { start = offset }
            switch byte {
            case UInt8(ascii: "\"") where isKey: isQuoted.toggle()
            case UInt8(ascii: "]") where isKey && !isQuoted:
                end()
                isKey = false
            case UInt8(ascii: "[") where !isKey:
                end()
                isKey = true
            case UInt8(ascii: ".") where !isKey: end()
            default: word.append(byte)
            }
        }
        end()
        self.steps = steps
        self.starts = starts
        self.text = text
    }

    /// The name at a position, or nil where a key stands there.
    func name(_ index: Int) -> String? {
        guard steps.indices.contains(index), case .name(let name) = steps[index] else { return nil }
        return name
    }

    /// The key at a position, or nil where a name stands there.
    func key(_ index: Int) -> String? {
        guard steps.indices.contains(index), case .key(let key) = steps[index] else { return nil }
        return key
    }

    /// The names of the modules of an address of a module, without their keys.
    var moduleNames: [String] {
        var names: [String] = []
        var index = 0
        while name(index) == "module", let module = name(index + 1) {
            names.append(module)
            index += key(index + 2) == nil ? 2 : 3
        }
        return names
    }

    /// Of an address of a module: the address of the module around it, its own name and its key.
    var innermostModule: (parent: String, name: String, key: String?)? {
        let key = key(steps.count - 1)
        let end = steps.count - (key == nil ? 1 : 2)
        guard let name = name(end), self.name(end - 1) == "module" else { return nil }
        let parent = text.utf8.prefix(max(0, starts[end - 1] - 1))
        return (String(decoding: parent, as: UTF8.self), name, key)
    }

    /// The most specific of references that are listed with all their shorter forms.
    static func heads(_ references: [String]) -> [String] {
        var heads: [String] = []
        for reference in references {
            if let last = heads.last,
                last == reference || last.hasPrefix(reference + ".")
                    || last.hasPrefix(reference + "[")
            {
                continue
            }
            if !heads.contains(reference) { heads.append(reference) }
        }
        return heads
    }
}
