/**
 * A date that the graph knows: of a node or an edge, by its id and the name of a property.
 *
 * "Who headed the ICRC when AP III opened" asks for a day that somebody would have to look up first.
 */
import type { PropertyValue } from '../facts/fact.ts';
import type { Property } from '../ontology/ontology.ts';
import type { GraphView } from './graph-view.ts';
import * as problems from './problems.ts';

/**
 * The text of the date that `name` is a name of: `edge:0123456789abcdef`, `conference:34ic`, or with a property behind the
 * id, `treaty:additional-protocol-3#concluded`. Without one it is `when`, or the only property with a date.
 *
 * Throws `unknown-node`, and `no-date` where there is none, or several.
 */
export function namedDate(view: GraphView, name: string): string {
  const whole = dated(view, name);
  const hash = name.lastIndexOf('#');
  if (whole || hash === -1) return read(name, whole ?? nodeDates(view, view.getNode(name)), undefined);
  const [id, property] = [name.slice(0, hash), name.slice(hash + 1)];
  return read(id, dated(view, id) ?? nodeDates(view, view.getNode(id)), property);
}

type Dates = ReadonlyMap<string, PropertyValue | undefined>;

/** The dates of what has this id; undefined when nothing has it. */
function dated(view: GraphView, id: string): Dates | undefined {
  const node = view.findNode(id);
  if (node !== undefined) return nodeDates(view, node);
  const edge = view.findEdge(id);
  if (edge === undefined) return undefined;
  return new Map(['when', 'attested'].map((it) => [it, view.graph.edges.property(edge, it)]));
}

function nodeDates({ graph: { nodes, ontology } }: GraphView, node: number): Dates {
  const properties = [...(ontology.nodeTypes.get(nodes.typeOf(node))?.properties.values() ?? [])];
  return new Map(properties.filter(isDate).map(({ name }) => [name, nodes.property(node, name)]));
}

const isDate = ({ kind, list }: Property): boolean =>
  !list && 'scalar' in kind && (kind.scalar === 'Date' || kind.scalar === 'PartialDate');

function read(id: string, dates: Dates, asked: string | undefined): string {
  const known = [...dates].filter(([, value]) => value !== undefined);
  const property = asked ?? (dates.get('when') !== undefined || known.length !== 1 ? 'when' : known[0]?.[0]);
  const found = dates.get(property ?? '');
  if (found === undefined)
    throw problems.noDateNamed(
      id,
      asked,
      [...dates.keys()],
      known.map(([name]) => name),
    );
  return String(found);
}
