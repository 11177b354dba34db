/// Where a value of a template was written: a document of the run and an offset in it.
struct Origin: Sendable, Hashable {
    /// The number of the document in the run.
    let document: Int32
    let offset: Int32

    init(document: Int, offset: Int) {
        self.document = Int32(clamping: document)
        self.offset = Int32(clamping: offset)
    }
}
