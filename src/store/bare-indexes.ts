/**
 * graphology keeps the neighbours of a node in plain objects, so a node called `constructor` seems to have edges already and
 * cannot be given one. A graph that is filled with ids of any kind keeps them in objects that inherit nothing but what graphology
 * asks them for.
 */

/** Of a prototype graphology needs this, and no more; a node that is called so is out of luck with it. */
export const bareIndex: object = Object.create(null, { hasOwnProperty: { value: Object.prototype.hasOwnProperty } });

/** What graphology makes for each node; it has no types. */
type NodeData = new (key: string, attributes: object) => { clear(): void };

/** The graph, as yet without nodes, whose nodes may be called like any member of an object. */
export function withBareIndexes<Graph extends object>(graph: Graph): Graph {
  const made = graph as Graph & { NodeDataClass: NodeData };
  made.NodeDataClass = class extends made.NodeDataClass {
    override clear(): void {
      super.clear();
      for (const index of ['in', 'out', 'undirected'])
        if (index in this) Object.defineProperty(this, index, { value: Object.create(bareIndex), writable: true });
    }
  };
  return graph;
}
