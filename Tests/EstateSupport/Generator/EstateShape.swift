/// What an estate that nobody runs is to look like.
package struct EstateShape: Sendable {
    /// How the networks are laid out.
    package enum Layout: String, Sendable, CaseIterable {
        /// Three regions of hub and spokes, then one of a virtual WAN, and so on.
        case mixed
        /// One network in which every interface has a rule with its own /32: no two are alike.
        case adversarial
    }

    package var layout: Layout
    /// About how many resources; the last spoke is always finished.
    package var resources: Int
    /// The mean of machines in a subnet.
    package var machines: Int
    /// Estates of one seed are equal, byte for byte.
    package var seed: UInt64

    package init(resources: Int, layout: Layout = .mixed, machines: Int = 24, seed: UInt64 = 1) {
        self.layout = layout
        self.resources = resources
        self.machines = max(1, machines)
        self.seed = seed
    }

    /// The same number of networks and rules with any number of machines: the growth of an answer in machines alone.
    package static func fixedPolicy(spokes: Int, resources: Int, seed: UInt64 = 1) -> EstateShape {
        EstateShape(resources: resources, machines: max(1, resources / (spokes * 6)), seed: seed)
    }
}
