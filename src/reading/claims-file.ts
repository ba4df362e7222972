/**
 * A folder of claims: for each article `NAME.claims.json`, what was read, and `NAME.decisions.jsonl`, what people decided,
 * a line each, only ever added to. The article itself is in neither: its address, its hash and offsets are.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '../base/problem.ts';
import type { Reading } from './claim.ts';
import { badClaimsFile, badDecision, nothingToReview } from './problems.ts';

export const decisionKinds = ['accept', 'reject', 'edit', 'link', 'merge', 'undo'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What somebody decided about a claim, or about who a node is. */
export interface Decision {
  readonly decision: DecisionKind;
  /** Id of the claim; of a link and of a merge of nodes, `Type Name` of the node, which stays when ids of proposals change. */
  readonly of: string;
  /** Of a link: the id of the node that is meant, or `new`. Of a merge: the claim or the node that it is one with. */
  readonly to?: string;
  /** Of an edit: what is said otherwise. */
  readonly changes?: Readonly<Record<string, string | number>>;
  readonly reason?: string;
  readonly by?: string;
  readonly when: string;
}

export interface DocumentClaims {
  readonly name: string;
  readonly reading: Reading;
  readonly decisions: readonly Decision[];
}

const CLAIMS = '.claims.json';

const MOST_OF_NAME = 80;

/** The name of an article's files: that of its source, with a hash where a file cannot be called so; no two share one. */
export function nameOfSource(source: string): string {
  const said = source.replace(/^source:/, '');
  const name =
    said
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^\.+/, '')
      .slice(0, MOST_OF_NAME) || 'article';
  return source === `source:${name}`
    ? name
    : `${name}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}`;
}

/** Writes what was read beside the decisions that are there; whole or not at all. */
export function writeClaims(folder: string, reading: Reading): string {
  mkdirSync(folder, { recursive: true });
  const { document, nodes, claims } = reading;
  const path = join(folder, `${nameOfSource(document.source)}${CLAIMS}`);
  // A line for each node and claim, so that a new run gives a small diff.
  const list = (items: readonly unknown[]): string => items.map((it) => `\n    ${JSON.stringify(it)}`).join(',');
  const text = `{\n  "document": ${JSON.stringify(document)},\n  "nodes": [${list(nodes)}\n  ],\n  "claims": [${list(claims)}\n  ]\n}\n`;
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
  return path;
}

/** All articles of a folder. Throws `nothing-to-review` where there is none. */
export function readFolderOfClaims(folder: string): { documents: DocumentClaims[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((it) => it.endsWith(CLAIMS))
        .sort()
    : [];
  if (files.length === 0) throw nothingToReview(folder);
  const documents = files.flatMap((file): DocumentClaims[] => {
    const name = basename(file, CLAIMS);
    const reading = readClaimsFile(join(folder, file), problems);
    return reading
      ? [{ name, reading, decisions: readDecisions(join(folder, `${name}.decisions.jsonl`), problems) }]
      : [];
  });
  return { documents, problems };
}

function readClaimsFile(path: string, problems: Problem[]): Reading | undefined {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<Reading>;
    const stands = typeof read.document?.source === 'string' && Array.isArray(read.nodes) && Array.isArray(read.claims);
    const fault = stands
      ? faultIn(read as Reading)
      : 'it has no "document" with a "source", or no lists "nodes" and "claims"';
    if (fault === undefined) return read as Reading;
    problems.push(badClaimsFile({ file: path, line: 1, column: 1 }, fault));
  } catch (error) {
    problems.push(badClaimsFile({ file: path, line: 1, column: 1 }, (error as Error).message));
  }
  return undefined;
}

/** What a review could not do without: ids, ends that are among the nodes, a place in the text, a confidence. */
function faultIn({ nodes, claims }: Reading): string | undefined {
  const isNode = (it: Reading['nodes'][number] | null): boolean =>
    [it?.id, it?.type, it?.name].every((text) => typeof text === 'string');
  const noNode = nodes.findIndex((it) => !isNode(it));
  if (noNode >= 0) return `number ${noNode + 1} of "nodes" has no "id", "type" and "name"`;
  const ids = new Set(nodes.map((it) => it.id));
  const isClaim = (it: Reading['claims'][number] | null): boolean =>
    [it?.id, it?.edge, it?.modality, it?.rule].every((text) => typeof text === 'string') &&
    [it?.confidence, it?.evidence?.start, it?.evidence?.end].every((number) => typeof number === 'number');
  const noClaim = claims.findIndex((it) => !isClaim(it));
  if (noClaim >= 0)
    return `number ${noClaim + 1} of "claims" has no "id", "edge", "modality", "rule", "confidence" and "evidence"`;
  for (const { id, from, to, saidBy = from, at = from } of claims) {
    const missing = [from, to, saidBy, at].find((end) => !ids.has(end));
    if (missing !== undefined) return `claim "${id}" names "${missing}", which is not among its nodes`;
  }
  return undefined;
}

function readDecisions(path: string, problems: Problem[]): Decision[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i): Decision[] => {
      if (line.trim() === '') return [];
      try {
        const decision = JSON.parse(line) as Decision;
        if (decisionKinds.includes(decision.decision) && typeof decision.of === 'string') return [decision];
        problems.push(
          badDecision(
            { file: path, line: i + 1, column: 1 },
            `it needs "decision" (${decisionKinds.join(', ')}) and "of"`,
          ),
        );
      } catch (error) {
        problems.push(badDecision({ file: path, line: i + 1, column: 1 }, (error as Error).message));
      }
      return [];
    });
}

/** Adds a decision; what was decided before stays, and can be read. */
export function addDecision(folder: string, name: string, decision: Decision): void {
  appendFileSync(join(folder, `${name}.decisions.jsonl`), `${JSON.stringify(decision)}\n`);
}

/** The decisions that count, by what they are about: an undo takes back the last one that was not taken back. */
export function standingDecisions(decisions: readonly Decision[]): Map<string, Decision[]> {
  const standing = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const before = standing.get(decision.of) ?? [];
    if (decision.decision === 'undo') before.pop();
    else before.push(decision);
    standing.set(decision.of, before);
  }
  return standing;
}
