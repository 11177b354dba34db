"""Asks peers the questions of PeerBenchmark and prints the seconds they take, the median of some runs.

`components FILE`: strong components by scipy; the file holds 32-bit numbers: nodes, edges, where each row starts, targets.
`policy FILE`: by z3, whether the rules let one packet in; a line of the file is `allow|deny PREFIX PORT`.
"""

import sys
import time


def components(path):
    import numpy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    numbers = numpy.fromfile(path, dtype=numpy.int32)
    nodes, edges = int(numbers[0]), int(numbers[1])
    starts = numbers[2 : 3 + nodes]
    targets = numbers[3 + nodes : 3 + nodes + edges]
    graph = csr_matrix((numpy.ones(edges, dtype=numpy.int8), targets, starts), shape=(nodes, nodes))
    times = []
    for _ in range(5):
        start = time.perf_counter()
        connected_components(graph, directed=True, connection="strong")
        times.append(time.perf_counter() - start)
    return sorted(times)[2]


def policy(path):
    import z3

    source, port = z3.BitVec("source", 32), z3.BitVec("port", 16)
    decision = z3.BoolVal(False)
    for line in reversed(open(path).read().splitlines()):
        action, prefix, number = line.split()
        address, length = prefix.split("/")
        value = int.from_bytes(bytes(int(part) for part in address.split(".")), "big")
        mask = (0xFFFFFFFF << (32 - int(length))) & 0xFFFFFFFF
        matches = z3.And(source & mask == value & mask, port == int(number))
        decision = z3.If(matches, z3.BoolVal(action == "allow"), decision)
    times = []
    for number in range(5):
        start = time.perf_counter()
        solver = z3.Solver()
        solver.add(source == 0x0AFF0004, port == 1000 + number * 31, decision)
        solver.check()
        times.append(time.perf_counter() - start)
    return sorted(times)[2]


print({"components": components, "policy": policy}[sys.argv[1]](sys.argv[2]))
