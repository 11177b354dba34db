import EstateSupport
import JSON
import Reachability
import Testing
import Topology

/// An estate of a few resources, written briefly.
struct SmallEstate {
    private var resources: [(id: String, type: String, properties: String)] = []

    static let root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"

    static func id(_ type: String, _ name: String) -> String { "\(root)/\(type)/\(name)" }

    /// The id of a subnet written `network/subnet`.
    static func subnet(_ path: String) -> String {
        let parts = path.split(separator: "/")
        return "\(id("virtualNetworks", String(parts[0])))/subnets/\(parts[1])"
    }

    /// Adds a resource of Microsoft.Network, or replaces the one of that name.
    ///
    /// The place of a part is written with the names above it: `firewallPolicies/p/ruleCollectionGroups`.
    mutating func add(_ place: String, _ name: String, _ properties: String) {
        let id = Self.id(place, name)
        let words = place.split(separator: "/")
        let type = words.indices.filter { $0 % 2 == 0 }.map { String(words[$0]) }.joined(separator: "/")
        resources.removeAll { $0.id == id }
        resources.append((id, "Microsoft.Network/\(type)", properties))
    }

    /// Adds a resource of any provider.
    mutating func resource(_ type: String, _ name: String, _ properties: String) {
        resources.append(("/subscriptions/s/resourceGroups/g/providers/\(type)/\(name)", type, properties))
    }

    /// A virtual network; a subnet is written `web 10.0.1.0/24 nsg=n rt=r`.
    mutating func network(
        _ name: String,
        _ prefix: String,
        subnets: [String],
        peers: [String] = [],
        encrypted: Bool = false
    ) {
        let subnets = subnets.map { line -> String in
            let words = line.split(separator: " ").map(String.init)
            let extras = words.dropFirst(2).map { word -> String in
                let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
                return switch parts[0] {
                case "nsg": #""networkSecurityGroup":{"id":"\#(Self.id("networkSecurityGroups", parts[1]))"}"#
                case "rt": #""routeTable":{"id":"\#(Self.id("routeTables", parts[1]))"}"#
                default: #""\#(parts[0])":\#(parts[1])"#
                }
            }
            let all = [#""addressPrefix":"\#(words[1])""#] + extras
            return """
                {"id":"\(Self.subnet("\(name)/\(words[0])"))","name":"\(words[0])",
                 "properties":{\(all.joined(separator: ","))}}
                """
        }
        let peerings = peers.map { peer in
            """
            {"id":"\(Self.id("virtualNetworks", name))/virtualNetworkPeerings/to-\(peer)","name":"to-\(peer)",
             "properties":{"peeringState":"Connected","allowVirtualNetworkAccess":true,"allowForwardedTraffic":true,
              "remoteVirtualNetwork":{"id":"\(Self.id("virtualNetworks", peer))"}}}
            """
        }
        add(
            "virtualNetworks",
            name,
            """
            "addressSpace":{"addressPrefixes":["\(prefix)"]},"subnets":[\(subnets.joined(separator: ","))],
            "encryption":{"enabled":\(encrypted)},"virtualNetworkPeerings":[\(peerings.joined(separator: ","))]
            """
        )
    }

    /// A security group of rules such as `100 allow in tcp from 10.0.0.0/8 to * ports 22,80-90`.
    mutating func group(_ name: String, _ rules: [String] = []) {
        let id = Self.id("networkSecurityGroups", name)
        resources.removeAll { $0.id == id }
        group(unique: name, rules)
    }

    /// A security group of a name that no other one has.
    mutating func group(unique name: String, _ rules: [String]) {
        let list = rules.map { line -> String in
            let words = line.split(separator: " ").map(String.init)
            func list(_ word: String) -> String {
                let value = words.firstIndex(of: word).map { words[$0 + 1] } ?? "*"
                return value.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ", ")
            }
            return """
                {"name":"r\(words[0])","properties":{"priority":\(words[0]),"access":"\(words[1])",
                 "direction":"\(words[2] == "in" ? "Inbound" : "Outbound")","protocol":"\(words[3])",
                 "sourceAddressPrefixes":[\(list("from"))],"destinationAddressPrefixes":[\(list("to"))],
                 "sourcePortRanges":["*"],"destinationPortRanges":[\(list("ports"))]}}
                """
        }
        let properties = #""securityRules":[\#(list.joined(separator: ","))]"#
        resources.append(
            (Self.id("networkSecurityGroups", name), "Microsoft.Network/networkSecurityGroups", properties)
        )
    }

    /// A route table of routes such as `all 0.0.0.0/0 VirtualAppliance 10.9.0.4`.
    mutating func table(_ name: String, _ routes: [String]) {
        let list = routes.map { line -> String in
            let words = line.split(separator: " ").map(String.init)
            let hop = words.count > 3 ? #","nextHopIpAddress":"\#(words[3])""# : ""
            return """
                {"name":"\(words[0])","properties":{"addressPrefix":"\(words[1])","nextHopType":"\(words[2])"\(hop)}}
                """
        }
        add("routeTables", name, #""routes":[\#(list.joined(separator: ","))]"#)
    }

    /// A machine with one interface.
    mutating func machine(
        _ name: String,
        _ address: String,
        in subnet: String,
        group: String? = nil,
        publicAddress: String? = nil,
        forwards: Bool = false,
        pool: String? = nil,
        accelerated: Bool = false,
        size: String = "Standard_D4s_v5"
    ) {
        let interface = Self.id("networkInterfaces", "nic-\(name)")
        let machine = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/\(name)"
        let group = group.map {
            #","networkSecurityGroup":{"id":"\#(Self.id("networkSecurityGroups", $0))"}"#
        }
        let front = publicAddress.map {
            #","publicIPAddress":{"id":"\#(Self.id("publicIPAddresses", $0))"}"#
        }
        let pool = pool.map { #","loadBalancerBackendAddressPools":[{"id":"\#($0)"}]"# }
        add(
            "networkInterfaces",
            "nic-\(name)",
            """
            "virtualMachine":{"id":"\(machine)"},"enableIPForwarding":\(forwards),
            "enableAcceleratedNetworking":\(accelerated)\(group ?? ""),
            "ipConfigurations":[{"id":"\(interface)/ipConfigurations/c","name":"c","properties":{"primary":true,
             "privateIPAddress":"\(address)","subnet":{"id":"\(Self.subnet(subnet))"}\(front ?? "")\(pool ?? "")}}]
            """
        )
        resources.append(
            (
                machine, "Microsoft.Compute/virtualMachines",
                #""hardwareProfile":{"vmSize":"\#(size)"},"networkProfile":{"networkInterfaces":[{"id":"\#(interface)"}]}"#
            )
        )
    }

    mutating func publicAddress(_ name: String, _ address: String, sku: String = "Standard") {
        // The name of the SKU stands beside the properties.
        add("publicIPAddresses", name, #""ipAddress":"\#(address)"},"sku":{"name":"\#(sku)""#)
    }

    var json: String {
        let list = resources.map { id, type, properties in
            let name = id.split(separator: "/").last ?? ""
            return #"{"id":"\#(id)","name":"\#(name)","type":"\#(type)","properties":{\#(properties)}}"#
        }
        return "[\(list.joined(separator: ",\n"))]"
    }

    var topology: Topology { Topology(json: json) }
    var reachable: Network { Network(topology) }

    /// One question, such as `("vm:a", "vm:b", "tcp/22")`.
    func trace(_ from: String, _ to: String, _ service: String) throws -> Trace {
        let network = reachable
        let resolver = EndpointResolver(network)
        let service = try #require(Service(service))
        return Tracer(network).trace(
            from: try resolver.resolve(from),
            to: try resolver.resolve(to),
            protocolNumber: service.protocolNumber,
            destinationPort: service.port
        )
    }

    func why(_ from: String, _ to: String, _ service: String) throws -> Why {
        let network = reachable
        let resolver = EndpointResolver(network)
        let service = try #require(Service(service))
        return Why(
            Tracer(network),
            from: try resolver.resolve(from),
            to: try resolver.resolve(to),
            protocolNumber: service.protocolNumber,
            destinationPort: service.port
        )
    }
}

extension SmallEstate {
    /// Two peered networks with a machine in each, behind a security group of its subnet.
    static func twoNetworks(client: [String] = [], server: [String] = []) -> SmallEstate {
        var estate = SmallEstate()
        estate.group("n-client", client)
        estate.group("n-server", server)
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 nsg=n-client"], peers: ["b"])
        estate.network("b", "10.2.0.0/16", subnets: ["db 10.2.1.0/24 nsg=n-server"], peers: ["a"])
        estate.machine("client", "10.1.1.4", in: "a/web")
        estate.machine("server", "10.2.1.4", in: "b/db")
        return estate
    }
}
