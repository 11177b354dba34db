import JSON
import Topology

extension Proof {
    /// A property of a part: by its path from the owner where the part stands inside it, else of the part itself.
    static func part(
        _ path: String,
        of part: Resource,
        in owner: Resource,
        _ collection: String,
        expected: String? = nil
    ) -> Proof {
        let isInside = part.body.document === owner.body.document
        let index =
            isInside ? owner.fields[collection]?.elements.firstIndex { $0.offset == part.body.offset } : nil
        guard let index else { return Proof(path, expected: expected, in: part) }
        return Proof("\(collection)[\(index)].\(path)", expected: expected, in: owner)
    }
}

extension VirtualNetwork {
    /// A property of one of its subnets.
    func proof(_ path: String, of subnet: Subnet, expected: String? = nil) -> Proof {
        .part(path, of: subnet.resource, in: resource, "subnets", expected: expected)
    }

    /// A property of one of its peerings.
    func proof(_ path: String, of peering: VirtualNetworkPeering, expected: String? = nil) -> Proof {
        .part(path, of: peering.resource, in: resource, "virtualNetworkPeerings", expected: expected)
    }
}
