import Canvas
import Reachability
import Review
import Rules

/// A mark on the screen and what it means.
struct Sign: Sendable, Hashable {
    /// What is drawn.
    let picture: String
    let meaning: String
    let role: Role
    /// The views that draw it.
    let views: [ViewKind]

    private init(_ picture: String, _ meaning: String, _ role: Role, in views: [ViewKind] = ViewKind.allCases)
    {
        self.picture = picture
        self.meaning = meaning
        self.role = role
        self.views = views
    }

    private init(_ glyph: Glyph, _ meaning: String, _ role: Role) {
        self.init(String(glyph.character), meaning, role, in: Self.findings)
    }

    /// Every sign there is, in the order of the legend.
    static let all: [Sign] = severities + outcomes + boxes + links + cells + hops

    /// The signs that a view draws.
    static func signs(of view: ViewKind) -> [Sign] { all.filter { $0.views.contains(view) } }

    private static let severities = Severity.allCases.reversed().map { severity in
        Sign(
            Glyph(severity),
            "A failure, \(severity.rawValue); a number beside it counts them",
            Role(severity)
        )
    }

    private static let outcomes = [
        Sign(.pass, "Passes", .pass),
        Sign(.fail, "Fails", .fail),
        Sign(.unknown, "Unknown: the input does not say, and that is no pass", .unknown),
        Sign(.manual, "Asked: only people can answer it", .manual),
        Sign(.waived, "Waived: a decision with a reason is in force", .waived),
        Sign(.notApplicable, "Does not apply", .notApplicable),
        Sign(.decided, "Decided or answered in the walk", .waived),
        Sign(.unmarked, "Put off in the walk, or hidden by the filter", .muted),
        Sign(.marked, "A marked row", .accent),
    ]

    private static let boxes = [
        Sign("╔═╗", "A hub; other networks and services have a single border", .border, in: map)
    ]

    /// As they stand on the map: the line, the number of the step that secures it, and the word for what it is.
    private static let links =
        [
            Sign(
                "5RDP\(Glyph.critical.character)",
                "At a line: its step, what it is, its gravest failure",
                .accent,
                in: map
            )
        ]
        + ArchitectureMap.Link.Kind.allCases.map { kind in
            let label = "\(kind.line.picture) \(kind.step.rawValue)\(kind.short)"
            return Sign(label, "\(kind.meaning), step \(kind.step.rawValue)", kind.role, in: map)
        }

    private static let cells = [
        Sign("A", "Every pair of the two segments passes, by one or more of the services", .pass, in: matrix),
        Sign("P", "Some of the pairs pass", .medium, in: matrix),
        Sign("U", "Cannot be said of any pair that it passes, nor that none does", .unknown, in: matrix),
        Sign("d", "No pair passes", .muted, in: matrix),
        Sign(
            String(Glyph.replacement.character),
            "There is no pair: nothing sends, or nothing else receives",
            .muted,
            in: matrix
        ),
        Sign("(A)", "A segment and itself", .muted, in: matrix),
    ]

    private static let hops =
        [
            Sign(String(Glyph.headRight.character), "The hop that decides", .accent, in: ways),
            Sign(String(Glyph.marked.character), "An end that packets leave or reach", .accent, in: ways),
            Sign(String(Glyph.unmarked.character), "An end that they do not reach", .muted, in: ways),
        ]
        + [Step.Action.allow, .deny, .unknown, .noMatch, .forward, .translate].map { action in
            Sign(String(action.glyph.character), "What a hop does: \(action.words)", action.role, in: ways)
        } + [Sign(String(Glyph.arrowLeft.character), "The way back of replies", .pass, in: ways)]

    private static let findings: [ViewKind] = [.architecture, .topology, .findings, .review]
    private static let map = [ViewKind.architecture]
    private static let matrix = [ViewKind.segments]
    private static let ways = [ViewKind.paths]
}

extension ArchitectureMap.Link.Kind {
    fileprivate var meaning: String {
        switch self {
        case .siteToSite: "Site-to-site VPN"
        case .pointToSite: "Point-to-site VPN, where single clients dial in"
        case .expressRoute: "ExpressRoute"
        case .peering: "Peering of two virtual networks"
        case .hubConnection: "Connection of a network to a virtual hub"
        case .https: "Web traffic over TLS"
        case .bastion: "RDP and SSH through Bastion"
        case .publicAddress: "A public address, by which the internet reaches inside"
        }
    }
}

extension Diagram.Line {
    /// A piece of the line.
    fileprivate var picture: String {
        switch self {
        case .single: "──"
        case .dotted: "┄┄"
        case .heavy: "━━"
        case .double: "══"
        }
    }
}
