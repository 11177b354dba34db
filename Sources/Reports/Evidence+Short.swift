import JSON
import Rules

extension Finding.Evidence {
    /// The value as one short text: what a long array or object holds is counted; nil where it is absent.
    var shortValue: String? {
        guard let value else { return nil }
        guard value.utf8.count > 80, let parsed = JSONDocument(text: value).root else { return value }
        switch parsed.kind {
        case .array: return "[\(parsed.elements.count.counted("item"))]"
        case .object: return "{\((parsed.object?.all.count ?? 0).counted("member"))}"
        default: return value
        }
    }
}
