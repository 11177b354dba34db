import EstateSupport
import Testing
import Topology

/// Services whose settings stand in children of their own.
@Suite struct ServiceTests {
    private static let group = "/subscriptions/s/resourceGroups/g/providers"

    @Test func firewallRulesOfASQLServer() throws {
        let id = "\(Self.group)/Microsoft.Sql/servers/sql"
        let estate = Topology(
            json: """
                [{"id":"\(id)","name":"sql","type":"Microsoft.Sql/servers","properties":{}},
                {"id":"\(id)/firewallRules/azure","name":"azure","type":"Microsoft.Sql/servers/firewallRules",
                 "properties":{"startIpAddress":"0.0.0.0","endIpAddress":"0.0.0.0"}},
                {"id":"\(id)/firewallRules/office","name":"office","type":"Microsoft.Sql/servers/firewallRules",
                 "startIpAddress":"198.51.100.1","endIpAddress":"198.51.100.9"},
                {"id":"\(id)/virtualNetworkRules/v","name":"v","type":"Microsoft.Sql/servers/virtualNetworkRules",
                 "properties":{"virtualNetworkSubnetId":"/snet"}}]
                """
        )
        let server = try #require(estate.all(SQLServer.self).first)
        #expect(server.exposure.ipRules.map(\.text) == ["0.0.0.0", "198.51.100.1-198.51.100.9"])
        #expect(server.exposure.virtualNetworkRules == [ResourceID("/snet")])
    }

    @Test func ruleSetOfANamespace() throws {
        let id = "\(Self.group)/Microsoft.EventHub/namespaces/n"
        let estate = Topology(
            json: """
                [{"id":"\(id)","name":"n","type":"Microsoft.EventHub/namespaces","properties":{"publicNetworkAccess":"Enabled"}},
                {"id":"\(id)/networkRuleSets/default","name":"default","type":"Microsoft.EventHub/Namespaces/NetworkRuleSets",
                 "properties":{"defaultAction":"Deny","ipRules":[{"ipMask":"198.51.100.0/24"}],
                 "virtualNetworkRules":[{"subnet":{"id":"/snet"}}]}}]
                """
        )
        let exposure = try #require(estate.all(EventHubNamespace.self).first).exposure
        #expect(exposure.defaultAction == .set("Deny") && exposure.ipRules.map(\.text) == ["198.51.100.0/24"])
        #expect(exposure.virtualNetworkRules == [ResourceID("/snet")])
    }

    @Test func rulesOfARouteFilter() throws {
        let id = "\(Self.group)/Microsoft.Network/routeFilters/rf"
        let estate = Topology(
            json: """
                [{"id":"\(id)","name":"rf","type":"Microsoft.Network/routeFilters",
                 "properties":{"rules":[{"name":"a","properties":{"access":"Allow","communities":["12076:5010"]}}]}},
                {"id":"\(id)/routeFilterRules/b","name":"b","type":"Microsoft.Network/routeFilters/routeFilterRules",
                 "properties":{"access":"Allow","communities":["12076:5030"]}}]
                """
        )
        let filter = try #require(estate.all(RouteFilter.self).first)
        #expect(filter.rules.map(\.communities) == [["12076:5010"], ["12076:5030"]])
    }

    @Test func configurationOfAWebApp() throws {
        let id = "\(Self.group)/Microsoft.Web/sites/app"
        let estate = Topology(
            json: """
                [{"id":"\(id)","name":"app","type":"Microsoft.Web/sites","properties":{"siteConfig":{"minTlsVersion":null,"ftpsState":"AllAllowed"}}},
                {"id":"\(id)/config/web","name":"web","type":"Microsoft.Web/sites/config",
                 "properties":{"minTlsVersion":"1.2","ipSecurityRestrictions":[{"ipAddress":"Any","action":"Deny"}]}}]
                """
        )
        let site = try #require(estate.all(WebSite.self).first)
        #expect(site.minimumTLS == .set(.oneTwo) && site.ftpsState == .set("AllAllowed"))
        #expect(site.accessRestrictions.map(\.action) == [.set("Deny")])
    }

    @Test func aRouteServerIsAHubWithoutWAN() throws {
        let id = "\(Self.group)/Microsoft.Network/virtualHubs/h"
        let estate = Topology(
            json:
                #"{"id":"\#(id)","name":"h","type":"Microsoft.Network/virtualHubs","properties":{"sku":"Standard"}}"#
        )
        #expect(try #require(estate.all(VirtualHub.self).first).isRouteServer)
    }
}
