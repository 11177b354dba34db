import Dispatch
import JSON
import Synchronization
import Topology

extension Harvest {
    /// Reads a whole document.
    mutating func read() {
        switch document.content(lenient: true) {
        case .nothing: break
        case .one(let outline):
            note(outline.remarks)
            read(outline)
        case .several(let rows): read(rows, depth: 0)
        }
        finish()
    }

    /// Reads a document's only value.
    private mutating func read(_ outline: JSONOutline) {
        let candidate = Candidate(outline)
        guard let fault = outline.fault else { return read(candidate) }
        // Templates may be written in ways that other JSON may not, and tell their faults themselves.
        if ARMTemplate.recognises(candidate) || ARMTemplate.isNamed(in: document) {
            return ARMTemplate.read(candidate, into: &self)
        }
        // Of a broken document only lists are used, as far as their rows are sound.
        if ResourceGraphAnswer.recognises(candidate) || ResourceList.recognises(candidate) { read(candidate) }
        guard isSound else { return }
        isSound = false
        tell(.error, fault.message, at: fault.offset)
    }

    /// Reads a value of whatever kind it is.
    mutating func read(_ candidate: Candidate) {
        guard candidate.depth <= Self.depthLimit else {
            leave(candidate.value, "lists inside lists, deeper than \(Self.depthLimit) levels")
            return
        }
        if candidate.value.kind == .array {
            if let rows = candidate.rows(of: candidate.value) { read(rows, depth: candidate.depth + 1) }
            return
        }
        guard let object = candidate.object else {
            leave(candidate.value, "expected an object, found \(candidate.value.kind.words)")
            return
        }
        guard !object.members.isEmpty else {
            leave(candidate.value, "an empty object")
            return
        }
        for format in InputFormats.all where format.recognises(candidate) {
            format.read(candidate, into: &self)
            return
        }
        leave(candidate.value, Self.unknown(candidate))
    }

    /// Reads a list of values, pieces of a long one at the same time.
    mutating func read(_ rows: JSONRows, depth: Int) {
        guard rows.pieces > 1 else {
            if rows.pieces == 1 { read(piece: 0, of: rows, depth: depth) }
            return
        }
        let parts = Mutex<[Int: Harvest]>([:])
        let (document, run) = (document, run)
        DispatchQueue.concurrentPerform(iterations: rows.pieces) { piece in
            guard !run.isCancelled else { return }
            var part = Harvest(document, run: run)
            part.read(piece: piece, of: rows, depth: depth)
            part.bytesTold = rows.size(of: piece)
            part.resourcesTold = part.resources.count
            run.advance(bytes: part.bytesTold, resources: part.resourcesTold)
            parts.withLock { $0[piece] = part }
        }
        let read = parts.withLock { $0 }
        for piece in 0..<rows.pieces {
            guard let part = read[piece] else { return }
            append(part)
            // Behind a fault in an array, brackets cannot be trusted any more.
            if !part.isSound, !rows.isLines { return }
        }
    }

    /// Reads one piece of a list.
    private mutating func read(piece: Int, of rows: JSONRows, depth: Int) {
        let outcome = rows.read(piece: piece, lenient: true) { read(Candidate($0, depth: depth)) }
        note(outcome.remarks)
        for fault in outcome.faults {
            let consequence = rows.isLines ? "" : "; what follows in this file was not read"
            tell(.error, fault.message + consequence, at: fault.offset)
        }
        if !outcome.faults.isEmpty { isSound = false }
    }

    private static func unknown(_ candidate: Candidate) -> String {
        if candidate.has("type", "name", "apiVersion") {
            return "a resource of a template, without the template around it"
        }
        return candidate.depth == 0
            ? "an object of no known kind, with \(candidate.memberNames)"
            : "a row without an id, with \(candidate.memberNames)"
    }
}

extension JSONValue.Kind {
    /// The kind in words, with its article.
    var words: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        case .broken: "something that is not JSON"
        }
    }
}
