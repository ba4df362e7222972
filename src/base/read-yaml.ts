/**
 * YAML text to values with their places.
 *
 * Only what a dossier needs is let in: maps with text keys, lists, texts, numbers, true and false. Anchors and merge
 * keys are refused, because a reviewer should see a fact where it stands, and because they can make a small file huge.
 */
import { isAlias, isCollection, isMap, isScalar, isSeq, type Pair, parseAllDocuments, type YAMLError } from 'yaml';
import type { Located, LocatedEntry } from './located.ts';
import type { Position } from './problem.ts';
import type { ProblemList } from './problem-list.ts';
import {
  brokenYaml,
  cutText,
  remedyOfYaml,
  secondDocument,
  yamlAlias,
  yamlDirective,
  yamlKey,
  yamlTooDeep,
} from './problems.ts';
import type { SourceFile } from './source-file.ts';

/** The value of a YAML file; undefined when it is broken or empty. A broken file is reported and read no further. */
export function readYaml(file: SourceFile, problems: ProblemList): Located | undefined {
  try {
    // The parser would compare each key with all before it; `convert` asks a map.
    const options = { prettyErrors: false, logLevel: 'silent', schema: 'core', uniqueKeys: false } as const;
    const documents = parseAllDocuments(file.text, options);
    const [document, second] = Array.isArray(documents) ? documents : [];
    const before = problems.errorCount;
    for (const fault of faultsOf([...(document?.errors ?? []), ...(document?.warnings ?? [])])) {
      const [start, end] = placeOfFault(fault, file.text);
      const reason = remedyOfYaml(fault, file.text) ?? fault.message;
      problems.error(brokenYaml, file.positionAt(start, end - start), reason);
    }
    if (document?.directives?.yaml.explicit) problems.error(yamlDirective, file.positionAt(0));
    if (second) problems.error(secondDocument, file.positionAt(second.contents?.range?.[0] ?? second.range[0]));
    if (problems.errorCount > before || !document?.contents) return undefined;
    const value = convert(document.contents, file, problems);
    return problems.errorCount > before ? undefined : value;
  } catch (error) {
    // The composer calls itself for every bracket, so a text of brackets alone exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    problems.error(yamlTooDeep, file.positionAt(0));
    return undefined;
  }
}

/** Faults that say nothing of what stands behind them. */
const independent: ReadonlySet<string> = new Set(['TAG_RESOLVE_FAILED', 'BAD_SCALAR_START']);

/** The faults to report: behind one that breaks the structure, the others are its echoes. */
function faultsOf(faults: readonly YAMLError[]): readonly YAMLError[] {
  const inOrder = faults.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const broken = inOrder.findIndex((it) => !independent.has(it.code));
  return broken === -1 ? inOrder : inOrder.slice(0, broken + 1);
}

/** A quote that is never closed is missed at the end of the file; it is shown where it opens. */
function placeOfFault({ message, pos }: YAMLError, text: string): readonly [number, number] {
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  const opening = quote === undefined ? -1 : text.lastIndexOf(quote);
  return opening === -1 ? pos : [opening, opening + 1];
}

interface Ranged {
  readonly range?: readonly [number, number, number] | null | undefined;
}

function convert(node: unknown, file: SourceFile, problems: ProblemList): Located {
  const at = placeOf(node as Ranged | null, file);
  if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined)
    problems.error(yamlAlias, at, `&${node.anchor}`);
  if (isMap(node)) {
    const entries = new Map<string, LocatedEntry>();
    for (const pair of node.items) addPair(entries, pair, file, problems);
    return { kind: 'map', entries, at };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((it) => convert(it, file, problems)), at };
  if (isAlias(node)) problems.error(yamlAlias, at, `*${node.source}`);
  if (!isScalar(node)) return { kind: 'scalar', value: null, text: '', at };
  const { value, type } = node;
  if (type === 'PLAIN') checkCut(node, file, problems);
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value, text: node.source ?? String(value), at };
  }
  return typeof value === 'string'
    ? { kind: 'scalar', value, text: value, at }
    : { kind: 'scalar', value: null, text: '', at };
}

/** A `#` behind a space begins a comment; one that stands at a word was hardly meant so. */
function checkCut(
  node: Ranged & { readonly comment?: string | null | undefined },
  file: SourceFile,
  problems: ProblemList,
): void {
  if (!node.comment || !node.range) return;
  const line = file.positionAt(node.range[1]);
  const behind = /^[ \t]+(#[^\s#]\S{0,59})/.exec(file.text.slice(node.range[1], node.range[1] + 200));
  if (behind) problems.warning(cutText, line, behind[1] ?? '');
}

function addPair(entries: Map<string, LocatedEntry>, pair: Pair, file: SourceFile, problems: ProblemList): void {
  const keyAt = placeOf(pair.key as Ranged | null, file);
  const key = isScalar(pair.key) && pair.key.value !== null ? (pair.key.source ?? String(pair.key.value)) : undefined;
  if (key === undefined || key === '<<') problems.error(yamlKey, keyAt);
  else if (entries.has(key))
    problems.error(brokenYaml, keyAt ?? file.positionAt(0), 'this key stands twice in one entry. Keep one of them');
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
