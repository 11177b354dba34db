import CEmbedded
import JSON
import Topology

/// The reference data compiled into the program; each part is read once, when it is first asked for.
enum EmbeddedReference {
    static let data = ReferenceData(
        serviceTags: { serviceTags },
        roleDefinitions: { roleDefinitions },
        privateLinkZones: { privateLinkZones }
    )

    private static let serviceTags = ServiceTagSnapshot.table(bytes(of: "service-tags"))

    /// The built-in roles whose permissions have to do with networks.
    private static let roleDefinitions: [Resource] = {
        let document = JSONDocument(name: "Azure's built-in roles", bytes: bytes(of: "roles"))
        guard case .several(let rows) = document.content(lenient: false) else { return [] }
        var roles: [Resource] = []
        for piece in 0..<rows.pieces {
            _ = rows.read(piece: piece, lenient: false) { row in
                guard let name = row.object?["name"]?.string else { return }
                let type: ResourceType = "Microsoft.Authorization/roleDefinitions"
                let id = ResourceID("/providers/\(type)/\(name)")
                roles.append(Resource(id: id, type: type, body: row.value))
            }
        }
        return roles
    }()

    /// Lines of `zone,group ids,types`, several of one kind with `;` between them.
    private static let privateLinkZones: [PrivateLinkZone] = {
        let text = String(decoding: bytes(of: "private-dns-zones"), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().map { line in
            let columns = line.split(separator: ",", omittingEmptySubsequences: false)
            func words(_ column: Int) -> [String] {
                guard columns.indices.contains(column) else { return [] }
                return columns[column].split(separator: ";").map(String.init)
            }
            return PrivateLinkZone(
                name: String(columns[0]),
                groupIDs: words(1),
                types: words(2).map { ResourceType($0) }
            )
        }
    }()

    private static func bytes(of name: String) -> [UInt8] {
        var count = 0
        let start = embedded_reference(&count)
        let files = UnsafeBufferPointer(start: start, count: count)
        guard let file = files.first(where: { String(cString: $0.name) == name }) else { return [] }
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}
