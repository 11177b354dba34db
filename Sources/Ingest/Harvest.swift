import JSON
import Topology

/// What one document, or a piece of it, gave so far.
struct Harvest {
    /// The most entries kept of what one file holds and bulkhead does not understand; the rest is counted.
    static let notUnderstoodLimit = 1_000
    /// The most remarks told about one file; the rest is counted.
    static let remarkLimit = 100
    /// How many wrappers may stand around a resource.
    static let depthLimit = 6

    let document: JSONDocument
    let run: ReadingRun
    var resources: [Resource] = []
    var diagnostics: [Diagnostic] = []
    /// What Azure told about the state it is in.
    var overlays = Overlays()
    /// Files that were read as a part of this one, for instance linked templates.
    var consumed: Set<String> = []
    private(set) var notUnderstood: [NotUnderstood] = []
    private(set) var omitted = 0
    var remarks: [JSONRemark] = []
    var remarksOmitted = 0
    /// Bytes and resources already told as progress.
    var bytesTold = 0
    var resourcesTold = 0
    /// Whether the bytes were JSON to their end.
    var isSound = true
    private var types: [String: ResourceType] = [:]

    init(_ document: JSONDocument, run: ReadingRun) {
        self.document = document
        self.run = run
    }

    /// Takes a resource.
    mutating func add(id: String, type: String, body: JSONValue) {
        let known: ResourceType
        if let type = types[type] {
            known = type
        } else {
            known = ResourceType(type)
            types[type] = known
        }
        resources.append(Resource(id: ResourceID(id), type: known, body: body))
    }

    /// Lists a value that is no part of the estate.
    ///
    /// - Parameters:
    ///   - value: Where it begins.
    ///   - reason: What it is and why it is not used, without a final full stop.
    mutating func leave(_ value: JSONValue, _ reason: @autoclosure () -> String) {
        guard notUnderstood.count < Self.notUnderstoodLimit else {
            omitted += 1
            return
        }
        notUnderstood.append(NotUnderstood(position: value.position, reason: reason()))
    }

    /// Tells a problem where it stands.
    mutating func tell(_ severity: Diagnostic.Severity, _ message: String, at offset: Int) {
        diagnostics.append(Diagnostic(severity, message, at: document.position(at: offset)))
    }

    /// Takes over what a later piece of the same document gave.
    mutating func append(_ other: Harvest) {
        resources += other.resources
        diagnostics += other.diagnostics
        overlays.append(other.overlays)
        consumed.formUnion(other.consumed)
        let room = max(0, Self.notUnderstoodLimit - notUnderstood.count)
        notUnderstood += other.notUnderstood.prefix(room)
        omitted += other.omitted + max(0, other.notUnderstood.count - room)
        note(other.remarks)
        remarksOmitted += other.remarksOmitted
        bytesTold += other.bytesTold
        resourcesTold += other.resourcesTold
        isSound = isSound && other.isSound
    }

    /// Keeps remarks, as far as there is room.
    mutating func note(_ more: [JSONRemark]) {
        let room = max(0, Self.remarkLimit - remarks.count)
        remarks += more.prefix(room)
        remarksOmitted += max(0, more.count - room)
    }

    /// Turns what was only counted or kept by its offset into words.
    mutating func finish() {
        // A list that is short enough was read together with its document and once more for its rows.
        for remark in Set(remarks).sorted(by: { $0.offset < $1.offset }) {
            tell(remark.kind == .brokenUTF8 ? .warning : .note, remark.message, at: remark.offset)
        }
        if remarksOmitted > 0, let last = remarks.last {
            tell(.note, "and \(remarksOmitted) more remarks of this kind", at: last.offset)
        }
        if omitted > 0, let last = notUnderstood.last {
            notUnderstood.append(
                NotUnderstood(position: last.position, reason: "and \(omitted) more values of this file")
            )
        }
    }
}
