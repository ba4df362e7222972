/**
 * `patterns/*.yaml` to patterns, checked against the ontology, each fault with its place; and the folder of them.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../base/fold-text.ts';
import { findEntry, type Located, type LocatedMap } from '../base/located.ts';
import type { Problem } from '../base/problem.ts';
import { ProblemList } from '../base/problem-list.ts';
import { readYaml } from '../base/read-yaml.ts';
import { SourceFile } from '../base/source-file.ts';
import { readTextFile } from '../loading/reading/read-text-file.ts';
import { concreteTypes, type Ontology } from '../ontology/ontology.ts';
import { emptyLexicon, type Lexicon, readLexicon } from './lexicon.ts';
import type { Pattern, PatternExample, Trigger } from './pattern.ts';
import * as problems from './problems.ts';

/** All that reading takes besides a graph. */
export interface Patterns {
  readonly lexicon: Lexicon;
  readonly patterns: readonly Pattern[];
  readonly problems: readonly Problem[];
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** What a pattern may have. */
export const PATTERN_KEYS = [
  'edge',
  'from',
  'to',
  'verbs',
  'nouns',
  'between',
  'roles',
  'unless',
  'dated',
  'lasts',
  'examples',
] as const;
const TRIGGER_KEYS = ['verb', 'noun', 'from', 'to', 'only', 'standing'];
/** A verb that ends in one of these has its other end behind it. */
const PREPOSITIONS = new Set(
  'in at to of with for on from by as into against between under over about behind'.split(' '),
);

/** The patterns of a folder, `lexicon.yaml` among them; none where there is no such folder. */
export function loadPatterns(ontology: Ontology, folder: string): Patterns {
  const list = new ProblemList();
  const files = new Map<string, SourceFile>();
  const patterns: Pattern[] = [];
  let lexicon = emptyLexicon;
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((it) => /\.ya?ml$/.test(it))
        .sort()
    : [];
  for (const name of names) {
    const file = readTextFile(join(folder, name));
    if (!(file instanceof SourceFile)) {
      list.addAll([file]);
      continue;
    }
    files.set(file.name, file);
    if (name === 'lexicon.yaml') {
      const read = readLexicon(file, ontology);
      lexicon = read.lexicon;
      list.addAll(read.problems);
    } else patterns.push(...readPattern(file, ontology, list));
  }
  return { lexicon, patterns, problems: list.shown(), files };
}

/** The pattern of a file; none when anything of it is wrong. */
export function readPattern(file: SourceFile, ontology: Ontology, list: ProblemList): Pattern[] {
  const before = list.errorCount;
  const top = readYaml(file, list);
  const isRead = list.errorCount === before;
  if (isRead && top?.kind !== 'map')
    list.error(problems.notPattern, top?.at ?? { file: file.name, line: 1, column: 1 });
  if (top?.kind !== 'map') return [];
  checkKeys(top, PATTERN_KEYS, list);
  const edge = textOf(findEntry(top, 'edge'));
  const edgeType = ontology.edgeTypes.get(edge);
  if (!edgeType) {
    list.error(problems.unknownReadingEdge, findEntry(top, 'edge')?.at ?? top.at, edge, [...ontology.edgeTypes.keys()]);
    return [];
  }
  const endsOf = (end: 'from' | 'to'): Set<string> => {
    const said = itemsOf(findEntry(top, end));
    const allowed = new Set(edgeType.ends.map((it) => it[end]));
    if (said.length === 0) return allowed;
    const named = said.flatMap((it) => {
      const types = concreteTypes(ontology, textOf(it)).filter((type) => allowed.has(type));
      if (types.length === 0) list.error(problems.unknownReadingType, it.at, textOf(it), [...allowed]);
      return types;
    });
    return new Set(named);
  };
  const from = endsOf('from');
  const to = endsOf('to');
  const triggers = [...readTriggers(top, 'verbs', edge, list), ...readTriggers(top, 'nouns', edge, list)];
  const between = itemsOf(findEntry(top, 'between')).map((it) => foldText(textOf(it)));
  if (triggers.length + between.length === 0) list.error(problems.noTriggers, top.at, edge);
  const examples = itemsOf(findEntry(top, 'examples')).flatMap((it) => readExample(it, list));
  const roles = findEntry(top, 'roles');
  const dated = findEntry(top, 'dated');
  if (dated && !['edge', 'from', 'to', 'no'].includes(textOf(dated)))
    list.error(problems.wrongPatternPart, dated.at, 'dated', '"edge", "from", "to" or "no"');
  if (list.errorCount > before) return [];
  return [
    {
      edge,
      from,
      to,
      triggers,
      between,
      roles: new Map(
        roles?.kind === 'map'
          ? [...roles.entries].map(([role, { value }]) => [role, itemsOf(value).map((it) => foldText(textOf(it)))])
          : [],
      ),
      unless: itemsOf(findEntry(top, 'unless')).map((it) => foldText(textOf(it))),
      dated: (textOf(dated) || 'edge') as Pattern['dated'],
      lasts: textOf(findEntry(top, 'lasts')) === 'true',
      examples,
      at: top.at,
    },
  ];
}

function readTriggers(top: LocatedMap, key: 'verbs' | 'nouns', edge: string, list: ProblemList): Trigger[] {
  const kind = key === 'verbs' ? 'verb' : 'noun';
  // Several of one form may stand on a line.
  const items = itemsOf(findEntry(top, key)).flatMap((it) => (it.kind === 'list' ? it.items : [it]));
  return items.flatMap((item): Trigger[] => {
    if (item.kind === 'list' || (item.kind === 'map' && !findEntry(item, kind))) {
      list.error(problems.wrongPatternPart, item.at, key, `texts such as "attend", or maps with "${kind}"`);
      return [];
    }
    if (item.kind === 'map') checkKeys(item, TRIGGER_KEYS, list);
    const named = item.kind === 'map' ? itemsOf(findEntry(item, kind)) : [item];
    return named.flatMap((it) => {
      const trigger = readTrigger(kind, it, item.kind === 'map' ? item : undefined, edge, list);
      return trigger ? [trigger] : [];
    });
  });
}

function readTrigger(
  kind: Trigger['kind'],
  written: Located,
  map: LocatedMap | undefined,
  edge: string,
  list: ProblemList,
): Trigger | undefined {
  const [, prefix, said = ''] = /^(?:(\w+)-)?(.*)$/s.exec(textOf(written).trim())!;
  const words = foldText(said)
    .split(' ')
    .filter((it) => it !== '');
  if (words.length === 0) {
    list.error(problems.wrongPatternPart, written.at, kind, 'a word or several');
    return undefined;
  }
  const last = words.at(-1)!;
  const endsInPreposition = kind === 'verb' && words.length > 1 && PREPOSITIONS.has(last);
  const slots = (end: 'from' | 'to', otherwise: string): string[] =>
    map && textOf(findEntry(map, end))
      ? textOf(findEntry(map!, end))
          .split('|')
          .map((it) => it.trim())
      : [otherwise];
  const isTaken = map !== undefined && [...slots('from', ''), ...slots('to', '')].includes(last);
  const rest = endsInPreposition && (isTaken || !map || !findEntry(map, 'to')) ? words.slice(0, -1) : words;
  return {
    kind,
    words: rest,
    prefix,
    from: slots('from', kind === 'verb' ? 'subject' : 'of'),
    to: slots('to', endsInPreposition ? last : 'object'),
    only: map ? itemsOf(findEntry(map, 'only')).map((it) => foldText(textOf(it))) : [],
    isStanding: map !== undefined && textOf(findEntry(map, 'standing')) === 'true',
    rule: `${edge}/${kind}:${textOf(written).trim()}`,
    at: written.at,
  };
}

function readExample(item: Located, list: ProblemList): PatternExample[] {
  const text = item.kind === 'map' ? findEntry(item, 'text') : undefined;
  const claims = item.kind === 'map' ? findEntry(item, 'claims') : undefined;
  if (!text || claims?.kind !== 'list') {
    list.error(
      problems.wrongPatternPart,
      item.at,
      'examples',
      'maps with "text" and a list of "claims", each [from, edge, to]',
    );
    return [];
  }
  return [{ text: textOf(text), claims: claims.items.map((it) => itemsOf(it).map(textOf)), at: item.at }];
}

function checkKeys(map: LocatedMap, known: readonly string[], list: ProblemList): void {
  for (const [key, { keyAt }] of map.entries) {
    if (!known.includes(key)) list.error(problems.unknownPatternKey, keyAt, key, known);
  }
}

const itemsOf = (value: Located | undefined): readonly Located[] =>
  value === undefined ? [] : value.kind === 'list' ? value.items : [value];

const textOf = (value: Located | undefined): string => (value?.kind === 'scalar' ? value.text : '');
