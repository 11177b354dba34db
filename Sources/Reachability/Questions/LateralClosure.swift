/// Who reaches whom by any number of hops: the estate in islands of endpoints that all reach each other.
package struct LateralClosure: Sendable {
    /// The islands, the largest first, each by places in the table.
    package let islands: [[Int]]

    /// - Parameters:
    ///   - map: The estate.
    ///   - services: By which services.
    package init(_ map: ReachabilityMap, services: [Service]) {
        let sweep = ServiceSweep(map, services)
        var rows = [Int](repeating: -1, count: map.table.count)
        var bits: [Bitset] = []
        for alike in sweep.alike {
            for member in alike { rows[member] = bits.count }
            bits.append(sweep.rows(of: alike).certain)
        }
        islands = StrongComponents(count: map.table.count) { rows[$0] < 0 ? nil : bits[rows[$0]] }
            .components.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }
}

/// The strongly connected components of a graph whose edges are bit rows, by Tarjan's algorithm without recursion.
///
/// Each node is taken out of the set of those not yet met when it is, so that the rows are asked only for what is new:
/// O(nodes² / 64) word operations at most, however many edges there are.
struct StrongComponents {
    private(set) var components: [[Int]] = []

    init(count: Int, _ successors: (Int) -> Bitset?) {
        var unmet = Bitset(count: count)
        unmet.insert(0..<count)
        var index = [Int](repeating: -1, count: count)
        var low = index
        var stack: [Int] = []
        var onStack = Bitset(count: count)
        var next = 0
        for root in 0..<count where index[root] < 0 {
            var calls: [(node: Int, word: Int)] = []
            func meet(_ node: Int) {
                index[node] = next
                low[node] = next
                next += 1
                unmet[node] = false
                stack.append(node)
                onStack[node] = true
                calls.append((node, 0))
            }
            meet(root)
            while let (node, word) = calls.last {
                let row = successors(node)
                if let row, let fresh = row.first(alsoIn: unmet, from: word) {
                    calls[calls.count - 1].word = fresh / 64
                    meet(fresh)
                    continue
                }
                calls.removeLast()
                // Edges to what is still on the stack lower the link; those to finished components do not count.
                row?.forEach(alsoIn: onStack) { low[node] = min(low[node], index[$0]) }
                if let parent = calls.last?.node { low[parent] = min(low[parent], low[node]) }
                guard low[node] == index[node] else { continue }
                var component: [Int] = []
                while let top = stack.popLast() {
                    onStack[top] = false
                    component.append(top)
                    if top == node { break }
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

    /// Calls with every number that is in both sets.
    func forEach(alsoIn other: Bitset, _ body: (Int) -> Void) {
        for index in words.indices {
            var rest = words[index] & other.words[index]
            while rest != 0 {
                body(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
