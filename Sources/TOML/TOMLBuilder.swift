/// Tables as they come about, and the rules for what may be added to which.
///
/// Tables lie beside each other and are known by number, so that adding a key copies nothing.
struct TOMLBuilder {
    /// The table that all others are in.
    static let root = 0

    private enum Slot {
        case value(TOMLValue)
        case table(Int)
        /// An array that headers add to, by its place in `arrays`.
        case tables(Int)
    }

    private enum Origin: Equatable {
        /// On the way to a table with a header; it may still get its own.
        case passed
        case header
        /// Made by keys with dots in a table, and open to others there.
        case dotted(in: Int)
    }

    private struct Table {
        var origin: Origin
        let depth: Int
        var position: TOMLPosition
        var entries: [(key: TOMLKey, slot: Slot)] = []
        /// Where in `entries` a key is, compared by its bytes.
        var places: [[UInt8]: Int] = [:]
    }

    private var tables: [Table]
    private var arrays: [[Int]] = []

    /// A builder whose root stands so deep in others.
    init(depth: Int = 0) {
        let start = TOMLPosition(line: 1, column: 1)
        tables = [Table(origin: .header, depth: depth, position: start)]
    }

    /// How deep a table stands.
    func depth(_ table: Int) -> Int { tables[table].depth }

    /// Sets a key, with the tables that its dots make.
    mutating func set(_ path: TOMLPath, to value: TOMLValue, in owner: Int = root) throws(TOMLProblem) {
        var table = owner
        for key in path.parents {
            switch slot(key, in: table) {
            case nil: table = try addTable(key, in: table, .dotted(in: owner), at: key.position)
            case .table(let known) where tables[known].origin == .passed:
                tables[known].origin = .dotted(in: owner)
                table = known
            case .table(let known) where tables[known].origin == .dotted(in: owner): table = known
            case .table, .tables:
                throw problem(key, "\(key.shown) has a header of its own; keys with dots cannot add to it")
            case .value: throw problem(key, "\(key.shown) is set to a value already and cannot be a table")
            }
        }
        guard slot(path.last, in: table) == nil else {
            throw problem(path.last, "\(path.last.shown) is set a second time")
        }
        add(.value(value), path.last, to: table)
    }

    /// The table of a header, made where there is none.
    mutating func open(_ header: TOMLHeader, _ path: TOMLPath) throws(TOMLProblem) -> Int {
        var table = Self.root
        for key in path.parents {
            if let slot = slot(key, in: table) {
                guard let known = latest(slot) else {
                    throw problem(key, "\(key.shown) is set to a value already and cannot be a table")
                }
                table = known
            } else {
                table = try addTable(key, in: table, .passed, at: key.position)
            }
        }
        let key = path.last
        switch (slot(key, in: table), header.isElement) {
        case (nil, false): return try addTable(key, in: table, .header, at: header.position)
        case (nil, true):
            let element = try newTable(.header, depth: depth(table) + 2, at: header.position)
            arrays.append([element])
            add(.tables(arrays.count - 1), key, to: table)
            return element
        case (.tables(let array), true):
            let element = try newTable(.header, depth: depth(table) + 2, at: header.position)
            arrays[array].append(element)
            return element
        case (.table(let known), false) where tables[known].origin == .passed:
            tables[known].origin = .header
            tables[known].position = header.position
            return known
        case (.table, false): throw problem(key, "\(header) is there already")
        case (.table, true): throw problem(key, "\(key.shown) is one table already and cannot be several")
        case (.tables, false): throw problem(key, "expected [\(header)], as there are several")
        case (.value, _):
            throw problem(key, "\(key.shown) is set to a value already and cannot be a table")
        }
    }

    /// The table that stands at a path already.
    func table(at path: TOMLPath) -> Int? {
        var table = Self.root
        for key in path.parents + [path.last] {
            guard let slot = slot(key, in: table), let known = latest(slot) else { return nil }
            table = known
        }
        return table
    }

    /// What was built.
    func table(_ number: Int = root) -> TOMLTable {
        TOMLTable(
            entries: tables[number].entries.map { key, slot in
                TOMLTable.Entry(key: key.text, position: key.position, value: value(slot, at: key.position))
            }
        )
    }

    private func value(_ slot: Slot, at position: TOMLPosition) -> TOMLValue {
        switch slot {
        case .value(let value): value
        case .table(let number): TOMLValue(.table(table(number)), at: tables[number].position)
        case .tables(let array):
            TOMLValue(.array(arrays[array].map { value(.table($0), at: position) }), at: position)
        }
    }

    /// The table that a slot leads to: of several the last.
    private func latest(_ slot: Slot) -> Int? {
        switch slot {
        case .value: nil
        case .table(let number): number
        case .tables(let array): arrays[array].last
        }
    }

    private func slot(_ key: TOMLKey, in table: Int) -> Slot? {
        tables[table].places[Array(key.text.utf8)].map { tables[table].entries[$0].slot }
    }

    private mutating func addTable(
        _ key: TOMLKey,
        in table: Int,
        _ origin: Origin,
        at position: TOMLPosition
    ) throws(TOMLProblem) -> Int {
        let number = try newTable(origin, depth: depth(table) + 1, at: position)
        add(.table(number), key, to: table)
        return number
    }

    private mutating func newTable(
        _ origin: Origin,
        depth: Int,
        at position: TOMLPosition
    ) throws(TOMLProblem) -> Int {
        guard depth <= TOML.deepest else {
            throw TOMLProblem(position: position, message: "nested deeper than \(TOML.deepest) levels")
        }
        tables.append(Table(origin: origin, depth: depth, position: position))
        return tables.count - 1
    }

    private mutating func add(_ slot: Slot, _ key: TOMLKey, to table: Int) {
        tables[table].places[Array(key.text.utf8)] = tables[table].entries.count
        tables[table].entries.append((key, slot))
    }

    private func problem(_ key: TOMLKey, _ message: String) -> TOMLProblem {
        TOMLProblem(position: key.position, message: message)
    }
}
