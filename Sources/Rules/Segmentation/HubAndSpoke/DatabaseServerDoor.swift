import JSON
import Topology

extension Control {
    /// A database server with public access admits the addresses of its firewall rules, which are resources of
    /// their own: without them in the input it is not known who may come in (azure-semantics 7.5).
    static func judgeDatabase(_ server: Resource, _ topology: Topology) -> Judgement {
        let access = server.fields.text("publicNetworkAccess")
        let proof = Proof("publicNetworkAccess", expected: "Disabled")
        if access.is("Disabled", "SecuredByPerimeter") {
            return .pass("\(server.name) refuses the public network", proof)
        }
        if let gap = access.gap("publicNetworkAccess of \(server.name)") { return .unknown(gap, proof) }
        let ranges = DatabaseServerRange.all(of: server, topology)
        guard !ranges.isEmpty else {
            return .unknown(
                """
                \(server.name) has a public endpoint, and its firewall rules are not in the input: \
                az sql server firewall-rule list shows who may come in
                """,
                proof
            )
        }
        return .combining(
            ranges.map { range in range.judge(server, proof) },
            pass: "\(server.name) admits single addresses alone"
        )
    }
}

/// One firewall rule of a database server: the addresses it admits and where they stand.
struct DatabaseServerRange {
    private let name: String
    private let first: Setting<String>
    private let last: Setting<String>
    private let proofs: [Proof]

    /// The rules of a server, written inside it or as resources of their own.
    ///
    /// - Parameters:
    ///   - server: The service the rules are of.
    ///   - topology: The estate.
    ///   - collection: What the service calls its rules.
    ///   - ends: What it calls the first and the last address of a range.
    /// - Returns: The rules, those inside first.
    static func all(
        of server: Resource,
        _ topology: Topology,
        _ collection: String = "firewallRules",
        _ ends: (String, String) = ("startIpAddress", "endIpAddress")
    ) -> [DatabaseServerRange] {
        let inside = (server.fields[collection]?.elements ?? []).enumerated().map { index, rule in
            let place = "\(collection)[\(index)]"
            return DatabaseServerRange(rule, named: place, path: "\(place).", in: server, ends)
        }
        let type = ResourceType("\(server.type.text)/\(collection)")
        let alone = topology.children(of: server.id).filter { $0.type == type }.map {
            DatabaseServerRange($0.body, named: $0.name, path: "", in: $0, ends)
        }
        return inside + alone
    }

    /// As many addresses as a /16; sites anyone could name are smaller.
    private static let widest: UInt128 = 1 << 16

    private init(
        _ rule: JSONValue,
        named name: String,
        path: String,
        in resource: Resource,
        _ ends: (String, String)
    ) {
        let fields = rule.fields
        self.name = rule.member("name")?.string ?? name
        first = fields.text(ends.0)
        last = fields.text(ends.1)
        proofs = [ends.0, ends.1].map {
            Proof(path + $0, expected: "addresses of your own", in: resource)
        }
    }

    /// Judges the addresses it admits; `access` is the proof that the public endpoint is on.
    func judge(_ server: Resource, _ access: Proof) -> Judgement {
        guard let first = first.value.flatMap({ IPAddress($0) }),
            let last = last.value.flatMap({ IPAddress($0) }),
            first.version == last.version, first <= last
        else { return .unknown("the addresses of the firewall rule \(name) cannot be read", proofs) }
        if first.bits == 0, last.bits == 0 {
            return .fail(
                "\(server.name) admits any Azure service, of whatever tenant, by its rule \(name)",
                [access] + proofs
            )
        }
        guard last.bits - first.bits >= Self.widest - 1 else { return .pass("", proofs) }
        return .fail("\(server.name) admits \(first) to \(last) by its rule \(name)", [access] + proofs)
    }
}
