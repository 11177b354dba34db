import JSON
import Topology

extension Control {
    /// D-08: a name without an owner is anybody's.
    package static let publicNamesLeadSomewhere = Control(
        id: "D-08",
        name: "dangling-records",
        title: "Every public name leads to something of one's own that exists",
        severity: .medium,
        principles: [.assumeBreach],
        types: DNSZone.types,
        why: """
            Names that Azure gives to services are free again once the service is deleted. Whoever takes the name \
            next answers under your domain, with a valid certificate and your users' cookies.
            """,
        remediation: Remediation(
            "Delete the record, or point it to what replaced its target; let records follow resources as aliases.",
            command: "az network dns record-set cname delete -g GROUP -z ZONE -n RECORD"
        ),
        question: "Is the zone signed (DNSSEC), and why not?",
        documentation: "https://learn.microsoft.com/azure/security/fundamentals/subdomain-takeover",
        benchmarks: [
            "mcsb": ["NS-10", "DP-7"],
            "nist-800-53": ["SC-20", "SC-21", "IA-5", "SC-12", "SC-17"],
        ],
        decision: .estate { topology in
            let names = AzureNames(topology)
            return topology.all(DNSZone.self).map { ($0.resource, judge($0, names, topology)) }
        },
        examples: [
            .passes(zoneEstate(aliasRecord(to: "publicIPAddresses/pip"))),
            .passes(zoneEstate(cname("app.azurewebsites.net"), site)),
            .passes(zoneEstate(cname("www.fabrikam.com"))),
            .passes(zoneEstate(sets: 2)),
            .fails(zoneEstate(aliasRecord(to: "publicIPAddresses/gone"))),
            .fails(zoneEstate(cname("gone.azurewebsites.net."), site)),
            .unknown(zoneEstate(cname("gone.azurefd.net"), site)),
            .unknown(
                zoneEstate(
                    aliasRecord(to: "publicIPAddresses/gone").replacing(
                        "subscriptions/s/",
                        with: "subscriptions/t/"
                    )
                )
            ),
            .unknown(zoneEstate(cname("app.azurewebsites.net"), site, sets: 9)),
            .unknown(zoneEstate(sets: nil)),
            .unknown(
                zoneEstate(
                    cname("gone.azurewebsites.net").replacing(
                        #""gone.azurewebsites.net""#,
                        with: #"{"$symbolic": "[reference('site')]"}"#
                    ),
                    site
                )
            ),
            .notApplicable("[]"),
        ]
    )

    private static func judge(_ zone: DNSZone, _ names: AzureNames, _ topology: Topology) -> Judgement {
        let count = Proof("numberOfRecordSets")
        let records = topology.children(of: zone.id).filter { $0.type.parent == DNSZone.types[0] }
        let judged = records.compactMap { topology.find(DNSRecordSet.self, $0.id) }.map { record in
            judge(record, of: zone, names, topology)
        }
        // Every zone has the two sets that name its servers and its authority.
        let told = records.filter { record in
            let word = record.type.text.split(separator: "/").last ?? ""
            return !word.isSame(as: "NS") && !word.isSame(as: "SOA")
        }.count
        let missing = zone.numberOfRecordSets.judged(by: count, of: zone.name) { number in
            number - 2 > told
                ? .unknown("the input holds \(told) of the \(number - 2) record sets of \(zone.name)", count)
                : .pass("", count)
        }
        return .combining(judged + [missing], pass: "Every name in \(zone.name) leads somewhere")
    }

    private static func judge(
        _ record: DNSRecordSet,
        of zone: DNSZone,
        _ names: AzureNames,
        _ topology: Topology
    ) -> Judgement {
        let name = "\(record.name).\(zone.name)"
        let target = Proof("targetResource.id", expected: "a resource that exists", in: record.resource)
        switch record.target {
        case .unknown(let reason): return .unknown(reason, target)
        case .set(let id):
            guard topology.resource(id) == nil else { return .pass("", target) }
            let isShown = topology.resources(inSubscription: String(id.subscription ?? "")).contains {
                $0.type == id.type
            }
            return isShown
                ? .fail("\(name) follows \(id.name), which does not exist", target)
                : .unknown("the input does not hold \(id.name), which \(name) follows", target)
        case .absent: break
        }
        let cname = Proof("cnameRecord.cname", expected: "a name that is taken", in: record.resource)
        switch record.alias {
        case .unknown(let reason): return .unknown(reason, cname)
        case .absent: return .pass("", Proof("aRecords", in: record.resource))
        case .set(let alias): return names.judge(alias, of: name, cname)
        }
    }

    private static let zone = "\(ExampleRows.group)/dnsZones/contoso.com"
    private static let site = """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Web/sites/app", "name": "app",
         "type": "Microsoft.Web/sites", "properties": {"defaultHostName": "app.azurewebsites.net"}}
        """

    private static func zoneEstate(_ rows: String..., sets: Int? = 3) -> String {
        let known = sets.map { #""numberOfRecordSets": \#($0)"# } ?? ""
        let fixed = [
            ExampleRows.row("dnsZones", "contoso.com", known),
            ExampleRows.row("publicIPAddresses", "pip", ""),
        ]
        return "[\((fixed + rows).joined(separator: ", "))]"
    }

    private static func aliasRecord(to target: String) -> String {
        """
        {"id": "\(zone)/A/www", "name": "www", "type": "Microsoft.Network/dnsZones/A", "properties": {
          "targetResource": {"id": "\(ExampleRows.group)/\(target)"}}}
        """
    }

    private static func cname(_ alias: String) -> String {
        """
        {"id": "\(zone)/CNAME/www", "name": "www", "type": "Microsoft.Network/dnsZones/CNAME",
         "properties": {"targetResource": {}, "CNAMERecord": {"cname": "\(alias)"}}}
        """
    }
}
