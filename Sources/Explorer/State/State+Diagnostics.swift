import Canvas
import Review
import Topology

extension State {
    mutating func openDiagnostics() {
        guard let topology = estate?.topology else { return }
        let list = DiagnosticList(topology)
        guard !list.items.isEmpty else {
            notice = Notice(text: "The input was read without remarks", tone: .good)
            return
        }
        overlay = .diagnostics(list)
    }

    /// A key while the list of diagnostics is open.
    mutating func press(_ key: Key, in open: DiagnosticList) -> [Work] {
        var list = open
        switch ActionTable.entry(for: key, at: spot)?.action {
        case .cancel: overlay = nil
        case .accept:
            guard let id = list.selected?.resource, estate?.topology.resource(id) != nil else { break }
            overlay = nil
            go(to: Destination(view: .topology, target: .resource(id)))
        case let move?:
            let page = OverlayLayout(.diagnostics(list), in: size).rows
            if list.cursor.move(move, by: nil, of: list.items.count, page: page) {
                overlay = .diagnostics(list)
            }
        case nil: if key == .character("q") { overlay = nil }
        }
        return []
    }
}
