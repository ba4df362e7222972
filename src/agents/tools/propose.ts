/**
 * `propose`: claims of an agent about a text, through the gate and into a file that a person reviews. Never into the graph.
 */

import type { JsonSchema } from '../../loading/entries/json-schema.ts';
import { makeArticle } from '../../reading/article.ts';
import { type Reading, textHash } from '../../reading/claim.ts';
import { nameOfSource, readFolderOfClaims, writeClaims } from '../../reading/claims-file.ts';
import { admit, type ProposedClaim, type ProposedNode } from '../../reading/gate.ts';
import { claimModalities } from '../../reading/lexicon.ts';
import { dateParameter, longTextParameter, needed, objectsParameter, textParameter } from '../parameters.ts';
import { oneLine } from '../print-facts.ts';
import { badParameter, noProposals, proposedOfAnotherText, tooManyProposals } from '../problems.ts';
import { type AnyTool, defineTool } from '../tool.ts';

const LONGEST_TEXT = 100_000;
/** Texts of which claims wait: more than a person reviews. */
const MOST_TEXTS = 1000;
const MOST_REFUSALS = 50;

const string = (description: string): JsonSchema => ({ type: 'string', description });

const nodeFields: JsonSchema = {
  id: string('The id of a node of the graph, or n-1, n-2 … for one that it lacks.'),
  isNew: { type: 'boolean', description: 'True for a node that the graph lacks.' },
  type: string('Of a new node, its type.'),
  name: string('Of a new node, its name.'),
  mentions: { type: 'array', items: { type: 'string' }, description: 'How the text writes it, to the letter.' },
};
const claimFields: JsonSchema = {
  from: string('The id of a node of "nodes".'),
  edge: string('The edge type, as "ontology" spells it.'),
  to: string('The id of a node of "nodes".'),
  modality: { type: 'string', enum: claimModalities, description: 'How the text tells it.' },
  quotation: string('The words of the text that say it, to the letter.'),
  saidBy: string('The id of the node whose word it is.'),
  at: string('The id of the occasion.'),
  when: string('When it held, in EDTF, as the text says and no more precisely.'),
  role: string('In which role.'),
  count: { type: 'integer', description: 'How many.' },
  confidence: { type: 'number', minimum: 0, maximum: 1, description: 'How sure the reading is.' },
};

export const proposeTool: AnyTool = defineTool({
  name: 'propose',
  title: 'Propose claims for review',
  description:
    'Hands in claims that a text makes, for a person to review; the graph stays as it is. Each claim needs the words of the text that say it, to the letter: a quotation that does not stand in the text is refused by name, and so is an edge type that does not fit the two ends, a node that is neither in the graph nor proposed, a date that cannot be read. Propose what the text says and nothing that you know otherwise.',
  example: {
    text: 'Freedonia hosted the talks, the minister said.',
    source: 'source:example-talks',
    nodes: [{ id: 'n-1', isNew: true, type: 'State', name: 'Freedonia', mentions: ['Freedonia'] }],
    claims: [],
  },
  parameters: {
    text: needed(longTextParameter(`The whole text, at most ${LONGEST_TEXT} characters.`, { maxLength: LONGEST_TEXT })),
    source: needed(textParameter('The id that the text is to have as a source, such as source:el-kz-talks.')),
    url: textParameter('Its address.'),
    title: textParameter('Its title.'),
    publisher: textParameter('Who published it.'),
    published: dateParameter('When it was published.'),
    nodes: needed(objectsParameter('The nodes that the claims speak of.', nodeFields, ['id', 'mentions'])),
    claims: needed(objectsParameter('The claims.', claimFields, ['from', 'edge', 'to', 'modality', 'quotation'])),
  },
  takesView: false,
  writes: true,
  output: {
    admitted: { type: 'integer', description: 'How many of the claims wait for review now.' },
    waiting: { type: 'integer', description: 'How many claims of this text wait in all.' },
    refused: { type: 'array', items: { type: 'string' }, description: 'What was refused, and why.' },
  },
  cuts: { lists: ['refused'], how: 'Mend those first.' },
  ask({ view, proposals }, { text, nodes, claims, ...about }) {
    if (proposals === undefined) throw noProposals();
    if (text.length > LONGEST_TEXT) throw badParameter('propose', 'text', `has more than ${LONGEST_TEXT} characters`);
    if (text.trim() === '') throw badParameter('propose', 'text', 'is empty');
    const proposed = { nodes: nodes as readonly ProposedNode[], claims: claims as readonly ProposedClaim[] };
    const admitted = admit(view, makeArticle(text, about.published), about.source, 'agent', proposed);
    const before = waitingFor(proposals, about.source, textHash(text));
    const reading = joined(before, { document: { ...about, sha256: textHash(text) }, ...admitted });
    if (admitted.claims.length > 0) writeClaims(proposals, reading);
    const messages = admitted.refused.map((it) => it.message);
    const more = messages.length - MOST_REFUSALS;
    return {
      admitted: admitted.claims.length,
      waiting: reading.claims.length,
      refused: [...messages.slice(0, MOST_REFUSALS), ...(more > 0 ? [`And ${more} more.`] : [])],
    };
  },
  print: ({ admitted, waiting, refused }) =>
    [
      `${admitted} admitted, ${waiting} of this text wait for review. Nothing has entered the graph.`,
      ...refused.map((it) => `- Refused: ${oneLine(it)}`),
    ].join('\n'),
});

/** What waits of the same text. Throws where another text waits under that source, or too many texts do. */
function waitingFor(folder: string, source: string, hash: string): Reading | undefined {
  const documents = documentsIn(folder);
  const name = nameOfSource(source);
  const known = documents.find((it) => it.name === name)?.reading;
  if (known && known.document.sha256 !== hash) throw proposedOfAnotherText(source);
  if (!known && documents.length >= MOST_TEXTS) throw tooManyProposals(MOST_TEXTS);
  return known;
}

function documentsIn(folder: string): ReturnType<typeof readFolderOfClaims>['documents'] {
  try {
    return readFolderOfClaims(folder).documents;
  } catch {
    // There is nothing yet.
    return [];
  }
}

/** Both readings of one text; proposed nodes of the second get numbers behind those of the first. */
function joined(before: Reading | undefined, after: Reading): Reading {
  if (!before) return after;
  const taken = new Set(before.nodes.map((it) => it.id));
  const renamed = new Map<string, string>();
  let next = before.nodes.length;
  for (const { id, isNew, type, name } of after.nodes) {
    const same = isNew ? before.nodes.find((it) => it.isNew && it.type === type && it.name === name) : undefined;
    if (same) renamed.set(id, same.id);
    else if (isNew && taken.has(id)) renamed.set(id, `n-${++next}`);
  }
  const idOf = (id: string): string => renamed.get(id) ?? id;
  const nodes = after.nodes.map((it) => ({ ...it, id: idOf(it.id) })).filter((it) => !taken.has(it.id));
  const known = new Set(before.claims.map((it) => it.id));
  const claims = after.claims
    .filter((it) => !known.has(it.id))
    .map((it) => ({
      ...it,
      from: idOf(it.from),
      to: idOf(it.to),
      ...(it.saidBy !== undefined && { saidBy: idOf(it.saidBy) }),
      ...(it.at !== undefined && { at: idOf(it.at) }),
    }));
  return { document: before.document, nodes: [...before.nodes, ...nodes], claims: [...before.claims, ...claims] };
}
