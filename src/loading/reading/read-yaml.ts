/**
 * YAML text to values with their places.
 *
 * Only what a dossier needs is let in: maps with text keys, lists, texts, numbers, true and false. Anchors and merge
 * keys are refused, because a reviewer should see a fact where it stands, and because they can make a small file huge.
 */
import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import type { Position } from '../../base/problem.ts';
import type { SourceFile } from '../../base/source-file.ts';
import type { ProblemList } from '../problem-list.ts';
import type { Located, LocatedEntry } from './located.ts';
import { brokenYaml, yamlAlias, yamlKey, yamlTooDeep } from './problems.ts';

/** The value of a YAML file; undefined when it is broken or empty. A broken file is reported and read no further. */
export function readYaml(file: SourceFile, problems: ProblemList): Located | undefined {
  try {
    const document = parseDocument(file.text, { prettyErrors: false, logLevel: 'silent', schema: 'core' });
    const faults = [...document.errors, ...document.warnings];
    for (const fault of faults) {
      problems.error(brokenYaml, file.positionAt(fault.pos[0], fault.pos[1] - fault.pos[0]), fault.message);
    }
    if (faults.length > 0 || !document.contents) return undefined;
    const before = problems.errorCount;
    const value = convert(document.contents, file, problems);
    return problems.errorCount > before ? undefined : value;
  } catch (error) {
    // The composer calls itself for every bracket, so a text of brackets alone exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    problems.error(yamlTooDeep, file.positionAt(0));
    return undefined;
  }
}

interface Ranged {
  readonly range?: readonly [number, number, number] | null | undefined;
}

function convert(node: unknown, file: SourceFile, problems: ProblemList): Located {
  const at = placeOf(node as Ranged | null, file);
  if (isMap(node)) {
    const entries = new Map<string, LocatedEntry>();
    for (const pair of node.items) addPair(entries, pair, file, problems);
    return { kind: 'map', entries, at };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((it) => convert(it, file, problems)), at };
  if (isAlias(node)) problems.error(yamlAlias, at, node.source);
  if (!isScalar(node)) return { kind: 'scalar', value: null, text: '', at };
  const { value } = node;
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value, text: node.source ?? String(value), at };
  }
  return typeof value === 'string'
    ? { kind: 'scalar', value, text: value, at }
    : { kind: 'scalar', value: null, text: '', at };
}

function addPair(entries: Map<string, LocatedEntry>, pair: Pair, file: SourceFile, problems: ProblemList): void {
  const keyAt = placeOf(pair.key as Ranged | null, file);
  const key = isScalar(pair.key) && pair.key.value !== null ? (pair.key.source ?? String(pair.key.value)) : undefined;
  if (key === undefined || key === '<<') problems.error(yamlKey, keyAt);
  // A key without a value has no node of its own; its place is the key's.
  else
    entries.set(key, {
      keyAt,
      value: { ...convert(pair.value, file, problems), ...(pair.value ? {} : { at: keyAt }) },
    });
}

function placeOf(node: Ranged | null, file: SourceFile): Position | undefined {
  return node?.range ? file.positionAt(node.range[0], Math.max(1, node.range[1] - node.range[0])) : undefined;
}
