/**
 * FollowTheMoney, as OpenSanctions, Aleph and others publish it: an entity a line, with a schema and lists of values.
 *
 * Entities of some schemata join two others (`Directorship`, `Ownership`): these are edges, from one to the other as the
 * table below has it. Everything else is a node. The type is the schema, the attributes are the properties.
 */
import type { Position } from '../../base/problem.ts';
import type { SourceFile } from '../../base/source-file.ts';
import {
  addThing,
  type ForeignEdge,
  type ForeignNode,
  type ForeignReader,
  Malformed,
  names,
} from '../foreign-graph.ts';
import { attributesOf, idText, isObject, type JsonObject, readJson } from '../json-items.ts';
import { brokenFile } from '../problems.ts';
import { readList } from '../table.ts';

const FORMAT = 'FollowTheMoney';

/** Which properties of a schema are the ends of an edge, as FollowTheMoney itself draws them. */
const ends: ReadonlyMap<string, readonly [from: string, to: string]> = new Map([
  ['Associate', ['person', 'associate']],
  ['ContractAward', ['contract', 'supplier']],
  ['CourtCaseParty', ['party', 'case']],
  ['Debt', ['debtor', 'creditor']],
  ['Directorship', ['director', 'organization']],
  ['Documentation', ['document', 'entity']],
  ['Employment', ['employee', 'employer']],
  ['Family', ['person', 'relative']],
  ['Membership', ['member', 'organization']],
  ['Occupancy', ['holder', 'post']],
  ['Ownership', ['owner', 'asset']],
  ['Payment', ['payer', 'beneficiary']],
  ['ProjectParticipant', ['participant', 'project']],
  ['Representation', ['agent', 'client']],
  ['Succession', ['predecessor', 'successor']],
  ['UnknownLink', ['subject', 'object']],
]);

/** Those in which neither end comes first. */
const UNDIRECTED: ReadonlySet<string> = new Set(['Associate', 'Documentation', 'Family']);

export const followTheMoney: ForeignReader = {
  name: 'ftm',
  title: FORMAT,
  endings: ['ftm', 'ijson'],
  isLike: (start) => /^\s*\{/.test(start) && /"schema"\s*:\s*"/.test(start) && /"properties"\s*:\s*\{/.test(start),
  files: 1,
  read: ([file]) => {
    const nodes: ForeignNode[] = [];
    const edges: ForeignEdge[] = [];
    const leftOut = new Map<string, number>();
    for (const { entity, at } of file ? entitiesOf(file) : []) {
      const id = idText(entity.id, at, FORMAT);
      const { schema, properties, id: _, ...about } = entity;
      if (id === undefined || typeof schema !== 'string' || !isObject(properties)) {
        throw new Malformed(brokenFile(at, FORMAT, 'an entity has "id", "schema" and "properties"'));
      }
      const joined = ends.get(schema);
      const [fromKey = '', toKey = ''] = joined ?? [];
      const attributes = attributesOf({ ...about, ...properties }, joined ?? [], leftOut);
      // A list of one is what FollowTheMoney has for one value.
      for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === 'object' && value.length === 1 && value[0] !== undefined) attributes[name] = value[0];
      }
      attributes.type = schema;
      if (!joined) {
        addThing(nodes, { id, attributes, at });
        continue;
      }
      const [all, others] = [idsIn(properties[fromKey], at), idsIn(properties[toKey], at)];
      const directed = !UNDIRECTED.has(schema);
      const isOne = all.length * others.length === 1;
      for (const from of all) {
        for (const to of others) {
          addThing(edges, { id: isOne ? id : `${id}:${from}:${to}`, from, to, directed, attributes, at });
        }
      }
      if (all.length === 0 || others.length === 0) leftOut.set(schema, (leftOut.get(schema) ?? 0) + 1);
    }
    return { nodes, edges, drawing: { node: names(), edge: names() }, listOf: readList, leftOut };
  },
};

const idsIn = (value: unknown, at: Position): string[] =>
  [value].flat().flatMap((it) => idText(isObject(it) ? it.id : it, at, FORMAT) ?? []);

/** Entities, a line each. */
function* entitiesOf(file: SourceFile): Generator<{ readonly entity: JsonObject; readonly at: Position }> {
  const { text } = file;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') {
      const at = file.positionAt(start);
      const entity = readJson(file, FORMAT, line, start);
      if (!isObject(entity)) throw new Malformed(brokenFile(at, FORMAT, 'a line is an object'));
      yield { entity, at };
    }
    start = end + 1;
  }
}
