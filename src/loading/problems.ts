/**
 * Every sentence that loading can say about a folder of facts.
 *
 * Each names the thing in quotes, says what was expected, and ends with the remedy or the nearest known name.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { type Position, type Problem, problem, warning } from '../base/problem.ts';
import type { Claim } from '../facts/claim.ts';
import type { NodeFact } from '../facts/fact.ts';
import { idPrefix } from '../facts/node-id.ts';
import type { EdgeType, Ontology } from '../ontology/ontology.ts';
import { shorten } from './located.ts';
import type { ValueRefusal } from './property-value.ts';

type At = Position | undefined;

/** Names as a sentence joins them: `a, b or c`; long lists are cut. */
export function listed(names: Iterable<string>, last: 'and' | 'or'): string {
  const all = [...new Set(names)];
  const shown = all.length > 6 ? [...all.slice(0, 5), `${all.length - 5} more`] : all;
  const end = shown.pop() ?? 'nothing';
  return shown.length === 0 ? end : `${shown.join(', ')} ${last} ${end}`;
}

const article = (word: string): string => (/^[aeiou]/i.test(word) ? `an ${word}` : `a ${word}`);
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const place = (at: At): string => (at ? `${at.file}:${at.line}:${at.column}` : 'elsewhere');

// Files and folders

export const noFacts = (folder: string): Problem =>
  problem('no-facts', undefined, `There are no facts in "${folder}". Put dossiers into "${folder}/dossiers".`);

export const unreadableFile = (path: string, error: unknown): Problem => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = reasonsOfSystem[code] ?? (error instanceof Error ? error.message : String(error));
  return problem('unreadable-file', undefined, `"${path}" cannot be read: ${why}.`);
};

/** What the system says by a code, in words. */
const reasonsOfSystem: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'it is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions forbid it',
  EPERM: 'its permissions forbid it',
  ELOOP: 'its links lead in a circle',
  ERR_STRING_TOO_LONG: 'it is larger than a text can be. Split it',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than a text can be. Split it',
};

export const wrongEncoding = (path: string): Problem =>
  problem(
    'wrong-encoding',
    { file: path, line: 1, column: 1 },
    'This file is not UTF-8 text. Save it in that encoding.',
  );

export const lineTooLong = (at: Position, length: number, limit: number): Problem =>
  problem(
    'line-too-long',
    at,
    `This line has ${length} characters; ${limit} are the most. Is it minified, or not a file of facts?`,
  );

export const lonelyFile = (path: string, partner: string, whatItDoes: string): Problem =>
  problem('lonely-file', { file: path, line: 1, column: 1 }, `There is no "${partner}", which ${whatItDoes}. Add it.`);

export const ignoredFile = (path: string): Problem =>
  warning(
    'ignored-file',
    { file: path, line: 1, column: 1 },
    'Nothing reads this file. Dossiers belong into "dossiers", tables into "tables"; sources are in "sources.yaml".',
  );

export const emptyFile = (path: string): Problem =>
  warning(
    'empty-file',
    { file: path, line: 1, column: 1 },
    'This file says nothing. Write facts into it, or remove it.',
  );

// YAML

export const brokenYaml = (at: Position, message: string): Problem =>
  problem('broken-yaml', at, `This is not YAML: ${message.replace(/\.?$/, '.')}`);

export const yamlTooDeep = (at: Position): Problem =>
  problem('broken-yaml', at, 'This is not YAML that can be read: its brackets are nested too deep.');

export const yamlAlias = (at: At, name: string): Problem =>
  problem('yaml-alias', at, `Aliases such as "*${name}" are not read here. Write the value out.`);

export const yamlKey = (at: At): Problem =>
  problem('yaml-key', at, 'Every key is a word here: no lists, no maps, no merge keys.');

// The form of entries

export const notADossier = (at: At, found: string): Problem =>
  problem('wrong-form', at, `A dossier has "title", "source", "nodes" and "edges"; this is ${found}.`);

export const notAboutADataset = (at: At, found: string): Problem =>
  problem('wrong-form', at, `A dataset has "name", "version", "licence" and "coverage"; this is ${found}.`);

export const notAList = (at: At, key: string, found: string): Problem =>
  problem('wrong-form', at, `"${key}" takes a list of entries, each beginning with "- "; this is ${found}.`);

export const notAnEntry = (at: At, key: string, found: string): Problem =>
  problem('wrong-form', at, `An entry of "${key}" is a map of keys and values; this is ${found}.`);

/** `owner` is what has keys: `dossier`, `State`, `edge of type "heads"`. */
export const unknownKey = (at: At, key: string, owner: string, known: Iterable<string>): Problem => {
  const names = [...known];
  const longer = names.find((it) => key.length > 2 && it.startsWith(key));
  const near = longer === undefined ? didYouMean(key, names) : ` Did you mean "${longer}"?`;
  const hint = near || ` It has ${listed(names, 'and')}.`;
  return problem('unknown-key', at, `${capitalised(article(owner))} has no "${shorten(key)}".${hint}`);
};

export const missingKey = (at: At, what: string, key: string): Problem =>
  problem('missing-key', at, `This ${what} has no "${key}". Add it.`);

/** An edge that is read has a `type`, so people write one. */
export const typeOfEdge = (at: At): Problem =>
  problem('missing-key', at, 'This edge has no "edge", but a "type". Call that "edge": it is the edge type.');

export const derivedProperty = (at: At, key: string, from: string): Problem =>
  problem('derived-property', at, `"${key}" follows from ${from}. Remove it here.`);

export const wrongValue = (at: At, key: string, reason: string): Problem =>
  problem('wrong-kind', at, `"${key}" ${reason}.`);

export const unfitValue = (at: At, key: string, { code, reason }: ValueRefusal): Problem =>
  problem(code, at, `"${key}" ${reason.replace(/[.?]?$/, (end) => end || '.')}`);

export const badId = (at: At, id: string, fault: string): Problem =>
  problem('bad-id', at, `"${shorten(id)}" cannot be an id: ${fault}.`);

export const idOfSeveral = (at: At): Problem =>
  problem(
    'bad-id',
    at,
    'This entry makes several edges, and an id belongs to one. Write "act" to name what they share.',
  );

export const unknownNodeType = (at: At, name: string, known: Iterable<string>): Problem => {
  const names = [...known];
  const hint = didYouMean(name, names) || ` The ontology has ${listed(names, 'and')}.`;
  return problem('unknown-node-type', at, `There is no node type "${shorten(name)}".${hint}`);
};

export const unknownEdgeType = (at: At, name: string, ontology: Ontology): Problem => {
  const field = [...ontology.nodeTypes.values()]
    .flatMap((it) => [...it.relations.values()])
    .find((it) => it.field === name);
  const hint = field
    ? ` "${name}" is a field; its edge type is "${field.edgeType}".`
    : didYouMean(name, ontology.edgeTypes.keys());
  return problem('unknown-edge-type', at, `There is no edge type "${shorten(name)}".${hint}`);
};

// Citations

export const ambiguousLocator = (at: At): Problem =>
  problem(
    'bad-locator',
    at,
    'Several sources are cited, and "locator" does not say in which. Write { id: …, locator: … }.',
  );

export const locatorWithoutSource = (at: At): Problem =>
  problem('bad-locator', at, 'A locator needs a source. Write "source" here, or at the head of the dossier.');

export const unevenLocators = (at: At, sources: number): Problem =>
  problem('bad-locator', at, `"locators" stands beside "sources" and has one text for each; there are ${sources}.`);

// Facts beside each other

export const duplicateNode = (at: At, id: string, first: At): Problem =>
  problem('duplicate-id', at, `"${id}" is already defined at ${place(first)}. To add to it, write "extend: ${id}".`);

export const duplicateEdgeId = (at: At, id: string, first: At): Problem =>
  problem('duplicate-id', at, `The edge id "${id}" is already used at ${place(first)}. Change one.`);

export const duplicateStatement = (at: At, edge: string, first: At): Problem =>
  problem(
    'duplicate-statement',
    at,
    `${edge} is already stated at ${place(first)}. Put all sources into one entry, or tell the two apart by "when", "at", "role" or "kind".`,
  );

/** Suggests ids of the same prefix first, so that `state:frn` does not become `org:frn`. */
export const unknownNode = (at: At, id: string, known: Iterable<string>): Problem => {
  const prefix = idPrefix(id);
  const ids = [...known];
  const alike = prefix === undefined ? [] : ids.filter((it) => it.startsWith(`${prefix}:`));
  return problem(
    'unknown-node',
    at,
    `No node has the id "${shorten(id)}".${didYouMean(id, alike) || didYouMean(id, ids)}`,
  );
};

export const unknownSource = (at: At, id: string, known: Iterable<string>): Problem =>
  problem(
    'unknown-source',
    at,
    `No source has the id "${shorten(id)}".${didYouMean(id, known) || ' Add it to "sources.yaml".'}`,
  );

export const notASource = (at: At, id: string, type: string): Problem =>
  problem('unknown-source', at, `"${id}" is ${article(type)}, and only a Source can be cited.`);

export const missingSource = (at: At, edge: string): Problem =>
  problem(
    'missing-source',
    at,
    `${edge} has no source. Write "source" or "sources", or a "source" at the head of the dossier.`,
  );

export const wrongEnd = (
  at: At,
  id: string,
  type: string,
  edgeType: EdgeType,
  end: 'from' | 'to',
  other: string,
): Problem => {
  const ends = edgeType.ends.map((it) => (end === 'from' ? it.from : it.to));
  const sayable = ends.includes(type)
    ? ` when it is about ${article(other)}`
    : `; it goes from ${listed(
        edgeType.ends.map((it) => it.from),
        'or',
      )} to ${listed(
        edgeType.ends.map((it) => it.to),
        'or',
      )}`;
  const role = end === 'from' ? 'be the start' : 'be the end';
  return problem('wrong-end', at, `"${id}" is ${article(type)} and cannot ${role} of "${edgeType.name}"${sayable}.`);
};

export const missingNodeProperty = (at: At, node: NodeFact, name: string): Problem =>
  problem(
    'missing-property',
    at,
    `"${node.id}", ${article(node.type)}, has no "${name}", which the ontology requires.`,
  );

export const missingEdgeProperty = (at: At, edge: string, name: string): Problem =>
  problem('missing-property', at, `${edge} has no "${name}", which the ontology requires.`);

export const outOfRange = (at: At, name: string, value: unknown, from: number, to: number): Problem =>
  problem('out-of-range', at, `"${name}" is ${value}; it lies between ${from} and ${to}.`);

export const contradictoryDates = (at: At, when: string, attested: string): Problem =>
  problem(
    'contradictory-dates',
    at,
    `It is attested in ${attested}, and by its "when" (${when}) it did not hold then.`,
  );

export const ambiguousName = (at: At, name: string, node: NodeFact, other: NodeFact, otherAt: At): Problem =>
  warning(
    'ambiguous-name',
    at,
    `"${shorten(name)}" names both ${node.id} and ${other.id} (${place(otherAt)}), each ${article(node.type)}. A search cannot tell them apart.`,
  );

// Extensions, claims, merged ids

export const extendsIdentity = (at: At, key: string): Problem =>
  problem('bad-extension', at, `An entry with "extend" cannot say "${key}". Say it where the node is defined.`);

export const extendedDifferently = (at: At, node: NodeFact, key: string, first: At): Problem =>
  problem(
    'bad-extension',
    at,
    `"${node.id}" already has another "${key}" (${place(first)}). Rival values are claims: write them below "claims".`,
  );

export const twoPreferred = (claim: Claim, rival: Claim): Problem =>
  problem(
    'rival-claims',
    claim.at,
    `"${claim.property}" of ${claim.node} has a PREFERRED claim already (${place(rival.at)}). Prefer one.`,
  );

export const claimDiffers = (at: At, node: NodeFact, key: string, own: string, preferred: string): Problem =>
  problem(
    'rival-claims',
    at,
    `"${node.id}" says "${shorten(own)}" here, and the PREFERRED claim of "${key}" says "${shorten(preferred)}". Remove this one, or make them agree.`,
  );

export const replacedExists = (at: At, id: string): Problem =>
  problem('bad-redirect', at, `"${id}" is still a node, so nothing can replace it. Remove the node, or this line.`);

export const replacedTwice = (at: At, id: string, first: string, second: string): Problem =>
  problem('bad-redirect', at, `"${id}" is replaced by both ${first} and ${second}. Keep one.`);
