/// The strongly connected components of a graph whose edges are bit rows, by Tarjan's algorithm without recursion.
///
/// Each node is taken out of the set of those not yet met when it is, so that the rows are asked only for what is new:
/// O(nodes² / 64) word operations, however many edges there are.
package struct StrongComponents: Sendable {
    /// Each component in the order of its nodes.
    package private(set) var components: [[Int]] = []

    /// - Parameters:
    ///   - rows: Sets of successors.
    ///   - rowOf: The row of each node; -1 for a node without successors.
    package init(_ rows: [Bitset], rowOf: [Int32]) {
        let count = rowOf.count
        var unmet = Bitset(count: count)
        unmet.insert(0..<count)
        var onStack = Bitset(count: count)
        var index = [Int32](repeating: -1, count: count)
        var low = index
        var stack: [Int32] = []
        var calls: [(node: Int32, word: Int32)] = []
        var next: Int32 = 0
        func meet(_ node: Int) {
            index[node] = next
            low[node] = next
            next += 1
            unmet[node] = false
            stack.append(Int32(node))
            onStack[node] = true
            calls.append((Int32(node), 0))
        }
        for root in 0..<count where index[root] < 0 {
            meet(root)
            while let (call, word) = calls.last {
                let node = Int(call)
                let row = Int(rowOf[node])
                if row >= 0, let fresh = rows[row].first(alsoIn: unmet, from: Int(word)) {
                    calls[calls.count - 1].word = Int32(fresh / 64)
                    meet(fresh)
                    continue
                }
                calls.removeLast()
                // Edges to what is still on the stack lower the link; those to finished components do not count. Lower
                // than the bottom of the stack it does not go.
                let bottom = index[Int(stack[0])]
                if row >= 0, low[node] > bottom {
                    var lowest = low[node]
                    rows[row].forEach(alsoIn: onStack) { other in
                        lowest = min(lowest, index[other])
                        return lowest > bottom
                    }
                    low[node] = lowest
                }
                if let parent = calls.last?.node { low[Int(parent)] = min(low[Int(parent)], low[node]) }
                guard low[node] == index[node] else { continue }
                var component: [Int] = []
                while let top = stack.popLast() {
                    onStack[Int(top)] = false
                    component.append(Int(top))
                    if top == call { break }
                }
                components.append(component.sorted())
            }
        }
    }
}

extension Bitset {
    /// The first number at or behind a word that is in both sets.
    func first(alsoIn other: Bitset, from word: Int) -> Int? {
        for index in word..<max(word, words.count) {
            let common = words[index] & other.words[index]
            if common != 0 { return index * 64 + common.trailingZeroBitCount }
        }
        return nil
    }

    /// Calls with every number that is in both sets, while the call says to go on.
    func forEach(alsoIn other: Bitset, _ body: (Int) -> Bool) {
        for index in words.indices {
            var rest = words[index] & other.words[index]
            while rest != 0 {
                guard body(index * 64 + rest.trailingZeroBitCount) else { return }
                rest &= rest - 1
            }
        }
    }
}
