import Reachability
import Testing
import Topology

/// Which legs of a way are encrypted, and by what.
struct PathEncryptionTests {
    private static func legs(
        _ estate: SmallEstate,
        _ from: String,
        _ to: String,
        _ port: UInt16 = 443
    ) throws -> [String] {
        let network = estate.reachable
        let resolver = EndpointResolver(network)
        let (origin, target) = (try resolver.resolve(from), try resolver.resolve(to))
        let trace = Tracer(network).trace(from: origin, to: target, protocolNumber: 6, destinationPort: port)
        return PathEncryption(network, trace, from: origin, to: target).legs.map {
            "\($0.from?.name ?? "-") \($0.to?.name ?? "-") \($0.protection.rawValue) \($0.by?.name ?? "-")"
        }
    }

    private static func pair(
        _ encrypted: (Bool, Bool),
        size: String = "Standard_D4s_v5",
        accelerated: Bool = true
    ) -> SmallEstate {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24"], peers: ["b"], encrypted: encrypted.0)
        estate.network("b", "10.2.0.0/16", subnets: ["db 10.2.1.0/24"], peers: ["a"], encrypted: encrypted.1)
        estate.machine("x", "10.1.1.4", in: "a/web", accelerated: true)
        estate.machine("y", "10.2.1.4", in: "b/db", accelerated: accelerated, size: size)
        return estate
    }

    @Test func bothNetworksAndBothMachinesHaveToEncrypt() throws {
        #expect(try Self.legs(Self.pair((true, true)), "vm:x", "vm:y") == ["x y vnet-encryption a"])
        #expect(try Self.legs(Self.pair((true, false)), "vm:x", "vm:y") == ["x y none -"])
        #expect(try Self.legs(Self.pair((false, true)), "vm:x", "vm:y") == ["x y none -"])
    }

    @Test func aMachineThatCannotEncryptSpeaksInClear() throws {
        let old = Self.pair((true, true), size: "Standard_B2s")
        #expect(try Self.legs(old, "vm:x", "vm:y") == ["x y none -"])
        let slow = Self.pair((true, true), accelerated: false)
        #expect(try Self.legs(slow, "vm:x", "vm:y") == ["x y none -"])
        let other = Self.pair((true, true), size: "Standard_F8s_v2")
        #expect(try Self.legs(other, "vm:x", "vm:y") == ["x y unknown -"])
    }

    @Test func eachLegBesideAnApplianceIsItsOwn() throws {
        var estate = SmallEstate()
        estate.table("rt", ["all 10.1.2.0/24 VirtualAppliance 10.1.3.4"])
        estate.network(
            "a",
            "10.1.0.0/16",
            subnets: ["web 10.1.1.0/24 rt=rt", "db 10.1.2.0/24", "nva 10.1.3.0/24"],
            encrypted: true
        )
        estate.machine("x", "10.1.1.4", in: "a/web", accelerated: true)
        estate.machine("y", "10.1.2.4", in: "a/db", accelerated: false)
        estate.machine("nva", "10.1.3.4", in: "a/nva", forwards: true, accelerated: true)
        #expect(
            try Self.legs(estate, "vm:x", "vm:y") == ["x nva vnet-encryption a", "nva y none -"]
        )
    }

    @Test func aTunnelIsIPsecAndWhatLiesBehindItIsNot() throws {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24", "GatewaySubnet 10.1.0.0/27"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        estate.gateway("gw", in: "a", sites: ["192.168.0.0/24"])
        #expect(
            try Self.legs(estate, "onprem:192.168.0.9", "vm:x") == ["- gw ipsec gw-0", "gw x none -"]
        )
        #expect(try Self.legs(estate, "vm:x", "onprem:192.168.0.9") == ["x gw none -", "gw - ipsec gw-0"])
    }

    @Test func aCircuitIsInClearWithoutMACsec() throws {
        func estate(_ circuit: String, _ links: String) -> SmallEstate {
            var estate = SmallEstate()
            estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24", "GatewaySubnet 10.1.0.0/27"])
            estate.machine("x", "10.1.1.4", in: "a/web")
            estate.add(
                "virtualNetworkGateways",
                "gw",
                """
                "gatewayType":"ExpressRoute","ipConfigurations":[{"name":"c","properties":{
                  "subnet":{"id":"\(SmallEstate.subnet("a/GatewaySubnet"))"}}}]
                """
            )
            estate.add(
                "connections",
                "cn",
                """
                "connectionType":"ExpressRoute",
                "virtualNetworkGateway1":{"id":"\(SmallEstate.id("virtualNetworkGateways", "gw"))"},
                "peer":{"id":"\(SmallEstate.id("expressRouteCircuits", "er"))"}
                """
            )
            estate.add("expressRouteCircuits", "er", circuit)
            estate.add("expressRoutePorts", "port", #""links":[\#(links)]"#)
            return estate
        }
        let direct = #""expressRoutePort":{"id":"\#(SmallEstate.id("expressRoutePorts", "port"))"}"#
        let secured =
            #"{"name":"l","properties":{"macSecConfig":{"cknSecretIdentifier":"a","cakSecretIdentifier":"b"}}}"#
        let bare = #"{"name":"m","properties":{"macSecConfig":{}}}"#
        func first(_ estate: SmallEstate) throws -> String? {
            try Self.legs(estate, "onprem:192.168.0.9", "vm:x").first
        }
        #expect(try first(estate("", "")) == "- gw none -")
        #expect(try first(estate(direct, "\(secured),\(secured)")) == "- gw macsec port")
        #expect(try first(estate(direct, "\(secured),\(bare)")) == "- gw none -")
    }

    @Test func theInternetIsInClear() throws {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        #expect(try Self.legs(estate, "vm:x", "internet") == ["x - none -"])
    }
}
