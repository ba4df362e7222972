/**
 * Edges as the page shows them: the one selection of their fields, and the questions whose answers are edges.
 */
import { nameOf, type Schema, type Thing } from './ask.ts';

export interface CitedSource {
  readonly id: string;
  readonly locator: string | null;
  readonly quotation: string | null;
  readonly node: (Thing & { readonly [field: string]: unknown }) | null;
}

export interface Edge {
  readonly id: string;
  readonly type: string;
  readonly from: Thing;
  readonly to: Thing;
  readonly when: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly attested: string | null;
  readonly role: string | null;
  readonly at: Thing | null;
  readonly status: string;
  readonly modality: string;
  readonly saidBy: Thing | null;
  readonly confidence: number;
  readonly rank: string;
  readonly note: string | null;
  readonly rule: string | null;
  readonly sources: readonly CitedSource[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
  /** Those who vouch for it, where that was asked. */
  readonly voices?: readonly { readonly name: string }[];
}

/** Properties of a source that tell a reader what it is, where types have them. */
const SOURCE_FIELDS = ['title', 'publisher', 'published', 'url'];

/** `fragment Edge`, with what it needs, to stand behind an operation that spreads it. */
export function edgeFragment(schema: Schema): string {
  const told = [...schema.types.values()].flatMap(({ name, fields }) => {
    const known = SOURCE_FIELDS.filter((field) => fields.some((it) => it.name === field));
    // A thing with an address is one that can be read.
    return known.includes('url') ? [`... on ${name} { ${known.join(' ')} }`] : [];
  });
  return `
fragment Thing on ${schema.entity} { ${schema.label} }
fragment Edge on GraphEdge {
  id type from { ...Thing } to { ...Thing } when since until attested role at { ...Thing } status modality
  saidBy { ...Thing } confidence rank note rule
  sources { id locator quotation node { __typename id ${[schema.shared, ...told].join(' ')} } }
  properties { name value }
}`;
}

/** A property of a cited source: `title`, `publisher`, `published`, `url`. */
export function sourceText({ node }: CitedSource, field: string): string | undefined {
  const value = node?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The date as it is written; where it was only seen to hold, that. */
export function whenOf({ when, attested, since, until }: Edge): string {
  if (when !== null) return when;
  if (attested !== null) return `seen ${attested}`;
  if (since !== null || until !== null) return spanText(since, until);
  return '';
}

/** The days from one to another, as a year or a month where they are just that. */
function spanText(since: string | null, until: string | null): string {
  if (since !== null && since === until) return since;
  for (const length of [4, 7]) {
    const period = since?.slice(0, length);
    if (period && since === firstDayOf(period) && until === lastDayOf(period)) return period;
  }
  return `${since ?? ''} – ${until ?? ''}`;
}

const firstDayOf = (period: string): string => `${period}-01-01`.slice(0, 10);

function lastDayOf(period: string): string {
  const [year = 0, month = 12] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** A statement in words, for titles. */
export const sentenceOf = (edge: Edge): string =>
  `${nameOf(edge.from)} – ${edge.type} – ${nameOf(edge.to)}${whenOf(edge) === '' ? '' : `, ${whenOf(edge)}`}`;
