"""Makes test/golden/analysis/networkx.json: measures of random multigraphs, as networkx takes them.

    pip install networkx==3.6.1 && python3 test/analysis/make-networkx-golden.py > test/golden/analysis/networkx.json

Edges of a node to itself are left out of all but degrees, as Diplograph does; parallel edges are weights.
"""

import json
import random

import networkx as nx
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python


def weighted(multi, graph):
    graph.add_nodes_from(multi)
    for a, b in multi.edges():
        if a != b:
            weight = graph[a][b]["weight"] + 1 if graph.has_edge(a, b) else 1
            graph.add_edge(a, b, weight=weight)
    return graph


def by_node(scores, order):
    return [round(scores[node], 9) for node in range(order)]


def case(seed):
    draw = random.Random(seed)
    order = 4 + seed % 21
    # Low numbers are drawn more often: node 0 is a hub.
    node = lambda: int(draw.random() ** 1.7 * order)
    edges = [(node(), node()) for _ in range(draw.randrange(order * 3))]
    multi = nx.MultiDiGraph()
    multi.add_nodes_from(range(order))
    multi.add_edges_from(edges)
    directed, either = weighted(multi, nx.DiGraph()), weighted(multi, nx.Graph())
    rank = lambda graph: by_node(_pagerank_python(graph, tol=1e-13, max_iter=5000), order)
    jaccard = [[a, b, round(score, 9)] for a, b, score in nx.jaccard_coefficient(either, [(0, n) for n in range(1, order)])]
    return {
        "seed": seed,
        "order": order,
        "edges": edges,
        "degreeOut": [multi.out_degree(n) for n in range(order)],
        "degreeIn": [multi.in_degree(n) for n in range(order)],
        "degree": [multi.degree(n) for n in range(order)],
        "pageRank": rank(either),
        "pageRankOut": rank(directed),
        "pageRankIn": rank(directed.reverse()),
        "betweenness": by_node(nx.betweenness_centrality(either), order),
        "betweennessOut": by_node(nx.betweenness_centrality(directed), order),
        "core": by_node(nx.core_number(either), order),
        "clustering": by_node(nx.clustering(either), order),
        "components": sorted(sorted(it) for it in nx.connected_components(either) if len(it) > 1),
        "jaccard": jaccard,
    }


print(json.dumps({"networkx": nx.__version__, "cases": [case(seed) for seed in range(1, 31)]}, separators=(",", ":")))
