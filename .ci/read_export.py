"""What a Python library reads of an export, as JSON: the ids of nodes, and edges as [from, to, id, type, modality].

    python3 read_export.py READER FILE [FILE]

With a second file where one is read, the library writes there what it has read. Exit code 3 says that the library is not installed.
"""
import csv
import json
import sys


def of_networkx(graph):
    edges = [
        [source, target, data.get("id", key), data.get("type"), data.get("modality")]
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]
    return {"nodes": list(graph.nodes), "edges": edges, "names": [it.get("name") for _, it in graph.nodes(data=True)]}


def networkx_gexf(path, again=None):
    import networkx

    graph = networkx.MultiDiGraph(networkx.read_gexf(path))
    if again:
        networkx.write_gexf(graph, again)
    return of_networkx(graph)


def networkx_graphml(path, again=None):
    import networkx

    graph = networkx.read_graphml(path, force_multigraph=True)
    if again:
        networkx.write_graphml(graph, again)
    return of_networkx(graph)


def networkx_node_link(links, edges):
    """Takes the file whose edges are called as this version of networkx calls them."""
    import networkx

    version = tuple(int(it) for it in networkx.__version__.split(".")[:2])
    with open(edges if version >= (3, 4) else links, encoding="utf-8") as file:
        return of_networkx(networkx.node_link_graph(json.load(file)))


def igraph_graphml(path, again=None):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    if again:
        graph.write_graphml(again)
    ids = graph.vs["id"]
    edges = [[ids[it.source], ids[it.target], it["id"], it["type"], it["modality"]] for it in graph.es]
    return {"nodes": ids, "edges": edges, "names": graph.vs["name"]}


def ndex2_cx2(path):
    from ndex2.cx2 import CX2NetworkXFactory, RawCX2NetworkFactory

    network = RawCX2NetworkFactory().get_cx2network(path)
    graph = CX2NetworkXFactory().get_graph(network)
    ids = {node: data["id"] for node, data in graph.nodes(data=True)}
    edges = [
        [ids[source], ids[target], data["id"], data["type"], data["modality"]]
        for source, target, data in graph.edges(data=True)
    ]
    return {"nodes": list(ids.values()), "edges": edges, "names": [it.get("name") for _, it in graph.nodes(data=True)]}


def rdflib_triples(path):
    import rdflib

    kind = {"ttl": "turtle", "nq": "nquads", "jsonld": "json-ld"}[path.rsplit(".", 1)[1]]
    graph = rdflib.ConjunctiveGraph()
    graph.parse(path, format=kind)
    triples = {(str(s), str(p), str(o)) for s, p, o in graph.triples((None, None, None))}
    return {"triples": len(triples)}


def python_csv(nodes, edges):
    def rows(path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, strict=True))

    return {
        "nodes": [row["id"] for row in rows(nodes)],
        "edges": [[row["from"], row["to"], row["id"], row["type"], row["modality"]] for row in rows(edges)],
        "names": [row["name"] for row in rows(nodes)],
    }


READERS = [
    networkx_gexf,
    networkx_graphml,
    networkx_node_link,
    igraph_graphml,
    ndex2_cx2,
    rdflib_triples,
    python_csv,
]

if __name__ == "__main__":
    reader = {it.__name__: it for it in READERS}[sys.argv[1]]
    try:
        json.dump(reader(*sys.argv[2:]), sys.stdout)
    except ModuleNotFoundError as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)
