/**
 * `patterns/lexicon.yaml`: what the reader knows of the language and of an ontology, as sets and maps.
 *
 * It is data, so that another ontology brings its own: nothing in this part names a node type or an edge type.
 */
import { foldText } from '../base/fold-text.ts';
import { findEntry, type Located, type LocatedMap } from '../base/located.ts';
import type { Problem } from '../base/problem.ts';
import { ProblemList } from '../base/problem-list.ts';
import { readYaml } from '../base/read-yaml.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { notLexicon, unknownLexiconKey, unknownReadingType } from './problems.ts';

/** How a claim is told. The graph knows the first four; the others live in claims and review, and never in a graph. */
export type ClaimModality =
  | 'FACT'
  | 'REPORTED'
  | 'PLANNED'
  | 'DENIED'
  | 'OFFERED'
  | 'CALLED_FOR'
  | 'HYPOTHETICAL'
  | 'NEGATED';

export const claimModalities: readonly ClaimModality[] = [
  'FACT',
  'REPORTED',
  'PLANNED',
  'DENIED',
  'OFFERED',
  'CALLED_FOR',
  'HYPOTHETICAL',
  'NEGATED',
];

export interface ModalityWords {
  readonly modality: ClaimModality;
  readonly auxiliaries: ReadonlySet<string>;
  readonly governors: readonly string[];
}

/** How posts are written, and which types and edges they become. */
export interface OfficeWords {
  readonly person: string;
  readonly office: string;
  readonly holds: string;
  /** Edges from persons to bodies that say as much as a post. */
  readonly heads: ReadonlySet<string>;
  /** The edge of whoever leads a body, by the type of the body: it says all that a post would. */
  readonly leads: ReadonlyMap<string, string>;
  /** By the type of what the post belongs to, the edge from the post. */
  readonly of: ReadonlyMap<string, string>;
  /** Heads of titles, folded, with the kind of the post. */
  readonly titles: ReadonlyMap<string, string>;
  /** Words that heads of titles begin with, and their plurals. */
  readonly titleWords: ReadonlySet<string>;
  /** Kinds of posts that belong to a state where nothing else is said. */
  readonly national: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly former: ReadonlySet<string>;
  readonly coming: ReadonlySet<string>;
  /** The kind of titles that mean the same post elsewhere: "counterpart". */
  readonly counterpart: string;
  readonly honorifics: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
}

export interface Lexicon {
  readonly unnamed: ReadonlySet<string>;
  readonly preferred: readonly string[];
  /** Folded head noun → node type of a name that it heads. */
  readonly heads: ReadonlyMap<string, string>;
  /** Node types whose names may end in a head in small letters: "Astana peace process". */
  readonly smallHeads: ReadonlySet<string>;
  /** By the node type of a name that is new, the type that it has where an edge asks for that: what is signed is a treaty. */
  readonly otherwise: ReadonlyMap<string, string>;
  readonly joiners: ReadonlySet<string>;
  /** The node types of places and of states. */
  readonly place: string;
  /** "Kingdom", "Republic": what the longer names of states begin with. */
  readonly stateWords: ReadonlySet<string>;
  /** The type of people or things that are only counted. */
  readonly group: string;
  /** Edge from an occasion to what it is a part of. */
  readonly part: string;
  /** Values of `kind` of nodes that only pass on what others say. */
  readonly passingOn: ReadonlySet<string>;
  readonly state: string;
  /** Folded noun, singular or plural → node type of what it stands for. */
  readonly nominals: ReadonlyMap<string, string>;
  readonly introduced: ReadonlySet<string>;
  readonly shells: ReadonlySet<string>;
  /** Folded plural → node type of its members. */
  readonly groups: ReadonlyMap<string, string>;
  readonly offices: OfficeWords | undefined;
  readonly modality: readonly ModalityWords[];
  readonly reporting: readonly string[];
  readonly publishers: readonly string[];
  /** More names of nodes by the last part of their ids, folded: `kaz` → demonyms. */
  readonly demonyms: ReadonlyMap<string, readonly string[]>;
  /** What states are called for short, by the same: "Britain", "US". */
  readonly shortNames: ReadonlyMap<string, readonly string[]>;
  /** The capital, by the same; and the other way round, folded. */
  readonly capitals: ReadonlyMap<string, readonly string[]>;
  readonly slugOfCapital: ReadonlyMap<string, string>;
  /** The `kind` of a proposed node, by the words of its name; a person may choose another. */
  kindOf(type: string, name: string): string | undefined;
  readonly cities: readonly string[];
  /** Names that are also written otherwise: "Foreign Ministry". */
  readonly synonyms: readonly (readonly [written: string, name: string])[];
  /** Long and short forms of the beginnings of names. */
  readonly abbreviations: readonly (readonly [long: string, short: string])[];
}

const KEYS = [
  ...[
    'unnamed',
    'preferred',
    'heads',
    'smallHeads',
    'otherwise',
    'joiners',
    'place',
    'state',
    'stateWords',
    'group',
    'part',
    'passingOn',
    'kinds',
    'nominals',
    'introduced',
    'shells',
    'groups',
    'offices',
  ],
  ...['modality', 'reporting', 'publishers', 'demonyms', 'cities', 'abbreviations', 'synonyms'],
];

/** Reads a lexicon; types that the ontology lacks are problems. */
export function readLexicon(file: SourceFile, ontology: Ontology): { lexicon: Lexicon; problems: readonly Problem[] } {
  const problems = new ProblemList();
  const top = readYaml(file, problems);
  if (top?.kind !== 'map' && problems.errorCount === 0)
    problems.error(notLexicon, top?.at ?? { file: file.name, line: 1, column: 1 });
  if (top?.kind !== 'map') return { lexicon: emptyLexicon, problems: problems.shown() };
  for (const [key, { keyAt }] of top.entries) {
    if (!KEYS.includes(key)) problems.error(unknownLexiconKey, keyAt, key, KEYS);
  }
  const checkType = (type: string, at: Located['at']): void => {
    if (!ontology.nodeTypes.has(type)) problems.error(unknownReadingType, at, type, [...ontology.nodeTypes.keys()]);
  };
  for (const key of ['heads', 'nominals'] as const) {
    const map = findEntry(top, key);
    if (map?.kind === 'map') for (const [type, { keyAt }] of map.entries) checkType(type, keyAt);
  }
  for (const key of ['unnamed', 'preferred', 'introduced', 'smallHeads'] as const) {
    const list = findEntry(top, key);
    if (list?.kind === 'list') for (const it of list.items) if (it.kind === 'scalar') checkType(it.text, it.at);
  }
  return { lexicon: lexiconOf(top), problems: problems.shown() };
}

function lexiconOf(top: LocatedMap): Lexicon {
  const at = (key: string): Located | undefined => findEntry(top, key);
  const names = namesByState(textOf(at('demonyms')));
  return {
    unnamed: new Set(textsOf(at('unnamed'))),
    preferred: textsOf(at('preferred')),
    heads: turned(at('heads')),
    smallHeads: new Set(textsOf(at('smallHeads'))),
    otherwise: new Map(pairsOf(at('otherwise')).map(([type, other]) => [type, textOf(other)])),
    joiners: foldedSet(at('joiners')),
    place: textOf(at('place')),
    stateWords: foldedSet(at('stateWords')),
    group: textOf(at('group')),
    part: textOf(at('part')),
    passingOn: new Set(textsOf(at('passingOn'))),
    state: textOf(at('state')),
    nominals: withPlurals(turned(at('nominals'))),
    introduced: new Set(textsOf(at('introduced'))),
    shells: foldedSet(at('shells')),
    groups: new Map(pairsOf(at('groups')).map(([noun, type]) => [foldText(noun), textOf(type)])),
    offices: officesOf(at('offices')),
    modality: pairsOf(at('modality')).map(([modality, words]) => ({
      modality: modality as ClaimModality,
      auxiliaries: new Set(textsOf(words.kind === 'map' ? findEntry(words, 'auxiliaries') : undefined)),
      governors: textsOf(words.kind === 'map' ? findEntry(words, 'governors') : undefined),
    })),
    reporting: textsOf(at('reporting')),
    publishers: textsOf(at('publishers')).map(foldText),
    ...names,
    kindOf: kindsOf(at('kinds')),
    cities: textsOf(at('cities')),
    synonyms: pairsOf(at('synonyms')).map(([written, name]) => [written, textOf(name)] as const),
    abbreviations: pairsOf(at('abbreviations')).map(([long, short]) => [long, textOf(short)] as const),
  };
}

function officesOf(value: Located | undefined): OfficeWords | undefined {
  if (value?.kind !== 'map') return undefined;
  const part = (key: string): Located | undefined => findEntry(value, key);
  const titles = turned(part('titles'));
  return {
    person: textOf(part('person')),
    office: textOf(part('office')),
    holds: textOf(part('holds')),
    heads: new Set(textsOf(part('heads'))),
    leads: new Map(pairsOf(part('leads')).map(([type, edge]) => [type, textOf(edge)])),
    of: new Map(pairsOf(part('of')).map(([type, edge]) => [type, textOf(edge)])),
    titles,
    titleWords: new Set([...titles.keys()].flatMap((it) => [it.split(' ')[0]!, `${it}s`])),
    national: new Set(textsOf(part('national'))),
    before: foldedSet(part('before')),
    former: foldedSet(part('former')),
    coming: foldedSet(part('coming')),
    counterpart: textOf(part('counterpart')),
    honorifics: foldedSet(part('honorifics')),
    particles: foldedSet(part('particles')),
  };
}

/** `Type: {word: KIND, otherwise: KIND}`: the first word of the list that a name has says its kind. */
function kindsOf(value: Located | undefined): Lexicon['kindOf'] {
  const kinds = new Map(
    pairsOf(value).map(([type, words]) => [
      type,
      pairsOf(words).map(([word, kind]) => [foldText(word), textOf(kind)] as const),
    ]),
  );
  return (type, name) => {
    const words = foldText(name).split(' ');
    const pairs = kinds.get(type) ?? [];
    return pairs.find(([word]) => word === 'otherwise' || words.includes(word))?.[1];
  };
}

/** `kaz Kazakh Kazakhstani @Astana; …`: names by the last part of an id; those behind @ are its capitals, those behind = names. */
function namesByState(text: string): Pick<Lexicon, 'demonyms' | 'capitals' | 'shortNames' | 'slugOfCapital'> {
  const demonyms = new Map<string, string[]>();
  const capitals = new Map<string, string[]>();
  const shortNames = new Map<string, string[]>();
  for (const entry of text.split(';')) {
    const [slug = '', ...names] = entry.trim().split(/\s+/);
    const spaced = names.map((it) => it.replaceAll('_', ' '));
    const marked = (mark: string): string[] => spaced.flatMap((it) => (it.startsWith(mark) ? [it.slice(1)] : []));
    demonyms.set(
      slug,
      spaced.filter((it) => !/^[@=]/.test(it)),
    );
    capitals.set(slug, marked('@'));
    shortNames.set(slug, marked('='));
  }
  const slugOfCapital = new Map(
    [...capitals].flatMap(([slug, names]) => names.map((it) => [foldText(it), slug] as const)),
  );
  return { demonyms, capitals, shortNames, slugOfCapital };
}

const pairsOf = (value: Located | undefined): [string, Located][] =>
  value?.kind === 'map' ? [...value.entries].map(([key, it]) => [key, it.value]) : [];

const textOf = (value: Located | undefined): string => (value?.kind === 'scalar' ? value.text : '');

const textsOf = (value: Located | undefined): string[] =>
  value === undefined
    ? []
    : value.kind === 'list'
      ? value.items.map(textOf)
      : value.kind === 'scalar'
        ? [value.text]
        : [];

const foldedSet = (value: Located | undefined): Set<string> => new Set(textsOf(value).map(foldText));

/** `Type: [words]` as word → type. */
const turned = (value: Located | undefined): Map<string, string> =>
  new Map(pairsOf(value).flatMap(([type, words]) => textsOf(words).map((it) => [foldText(it), type] as const)));

function withPlurals(words: Map<string, string>): Map<string, string> {
  for (const [word, type] of [...words]) {
    const plural = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : /s$/.test(word) ? word : `${word}s`;
    if (!words.has(plural)) words.set(plural, type);
  }
  return words;
}

/** A lexicon that knows nothing: only names of the graph are found. */
export const emptyLexicon: Lexicon = lexiconOf({ kind: 'map', entries: new Map(), at: undefined });
