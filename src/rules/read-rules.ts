/**
 * `rules.yaml` to rules, each word with its place.
 *
 * Reading understands the language and not the ontology: whether there is such an edge type is for `check-rules`. A
 * fault is reported and the rest of the file read on.
 */
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Position, Problem } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import * as problems from './problems.ts';
import {
  LineFault,
  type RuleLine,
  readConclusion,
  readExampleEdge,
  readExampleLine,
  readPremise,
} from './read-line.ts';
import type {
  ConclusionDates,
  EdgePattern,
  Example,
  ExampleEdge,
  ExampleLine,
  Rule,
  RuleCondition,
  Word,
} from './rule.ts';

export interface RulesRead {
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
}

const ruleKeys = ['id', 'name', 'if', 'then', 'when', 'weight', 'because', 'examples'];
const exampleKeys = ['case', 'given', 'follows'];
const ruleParts: Readonly<Record<string, string>> = {
  id: 'id: R4',
  name: 'name: Who speaks at a conference takes part in it',
  if: '"if:" with a list of premises, such as "Speaker spoke-at Conference"',
  // biome-ignore lint/suspicious/noThenProperty: it is what people write in the file.
  then: '"then: Speaker participated-in Conference"',
  because: 'because: "{Speaker} spoke at {Conference}."',
};

/** The rules of a file. Those with a fault of their own are left out; the others come in the order of the file. */
export function readRules(file: SourceFile): RulesRead {
  return new RuleReader(file).read();
}

class RuleReader {
  readonly #file: SourceFile;
  readonly #problems: Problem[] = [];

  constructor(file: SourceFile) {
    this.#file = file;
  }

  read(): RulesRead {
    const document = parseDocument(this.#file.text, { prettyErrors: false, logLevel: 'silent', schema: 'core' });
    for (const { pos, message } of document.errors) {
      this.#problems.push(problems.brokenRules(this.#file.positionAt(pos[0], pos[1] - pos[0]), message));
    }
    if (this.#problems.length > 0) return { rules: [], problems: this.#problems };
    const top = document.contents;
    const list = isMap(top) ? top.get('rules', true) : undefined;
    if (!isSeq(list)) {
      // An empty file, or one with nothing but comments, is no rules and no fault.
      if (top !== null) this.#problems.push(problems.notRules(this.#placeOf(top as Node)));
      return { rules: [], problems: this.#problems };
    }
    const rules = (list.items as Node[]).flatMap((it) => this.#readRule(it) ?? []);
    return { rules: this.#withoutTwins(rules), problems: this.#problems };
  }

  #withoutTwins(rules: readonly (Rule & { idWord: Word })[]): Rule[] {
    const first = new Map<string, Position>();
    return rules.filter(({ id, idWord }) => {
      const known = first.get(id);
      if (known) this.#problems.push(problems.duplicateRule(idWord, known));
      else first.set(id, idWord.at);
      return !known;
    });
  }

  #readRule(node: Node): (Rule & { idWord: Word }) | undefined {
    const before = this.#problems.length;
    if (!isMap(node))
      return this.#fail(problems.wrongRulePart(this.#placeOf(node), 'rules', 'a list of maps, one a rule'));
    const at = this.#placeOf(node);
    this.#checkKeys(node, 'A rule', ruleKeys);
    for (const [key, example] of Object.entries(ruleParts)) {
      if (!node.has(key)) this.#problems.push(problems.missingRulePart(at, 'This rule', key, example));
    }
    const id = this.#text(node, 'id');
    const name = this.#text(node, 'name');
    const premises = this.#lines(node, 'if', readPremise);
    const conclusion = this.#oneLine(node, 'then', readConclusion);
    const because = this.#text(node, 'because');
    const dates = this.#readDates(node);
    const weight = this.#readWeight(node);
    const examples = this.#list(node, 'examples').flatMap((it) => this.#readExample(it) ?? []);
    if (this.#problems.length > before || !id || !name || !conclusion || !because) return undefined;
    return {
      id: id.text,
      idWord: id,
      name: name.text,
      premises: premises.filter((it): it is EdgePattern => !('kind' in it)),
      conditions: premises.filter((it): it is RuleCondition => 'kind' in it),
      conclusion,
      dates,
      weight,
      because: because.text,
      becauseAt: because.at,
      examples,
      at,
    };
  }

  #readExample(node: Node): Example | undefined {
    if (!isMap(node)) {
      return this.#fail(problems.wrongRulePart(this.#placeOf(node), 'examples', 'a list of maps, one an example'));
    }
    const at = this.#placeOf(node);
    this.#checkKeys(node, 'An example', exampleKeys);
    const title = this.#text(node, 'case');
    if (!title)
      this.#problems.push(problems.missingRulePart(at, 'This example', 'case', '"case: the post was left before"'));
    const follows = node.get('follows', true) as Node | undefined;
    if (!follows) {
      this.#problems.push(problems.missingRulePart(at, 'This example', 'follows', '"follows: nothing"'));
    }
    const nothing = isScalar(follows) && follows.value === 'nothing';
    const given: ExampleLine[] = this.#lines(node, 'given', readExampleLine);
    const edges: ExampleEdge[] = nothing ? [] : this.#lines(node, 'follows', readExampleEdge);
    return title && { title: title.text, given, follows: edges, at };
  }

  #readDates(map: YAMLMap): ConclusionDates {
    const line = this.#text(map, 'when');
    if (!line) return { kind: 'OVERLAP' };
    const [, keyword, name = ''] = /^(during|since|within|until)\s+([A-Z]\w*|then)$/.exec(line.text) ?? [];
    const offset = line.text.lastIndexOf(name);
    const word = { text: name, at: { ...line.at, column: line.at.column + offset, length: name.length } };
    if (keyword === 'since') return { kind: 'SINCE', occasion: name === 'then' ? undefined : word };
    if (keyword === 'during' && name !== 'then') return { kind: 'DURING', occasion: word };
    if (keyword === 'within' && name !== 'then') return { kind: 'WITHIN', occasion: word };
    if (keyword === 'until' && name === 'then') return { kind: 'UNTIL' };
    this.#problems.push(problems.badRuleDates(line.at, line.text));
    return { kind: 'OVERLAP' };
  }

  #readWeight(map: YAMLMap): number {
    if (!map.has('weight')) return 1;
    const node = map.get('weight', true) as Node | undefined;
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && value >= 0 && value <= 1) return value;
    const written = isScalar(node) && node.value !== null ? String(node.source ?? node.value) : 'what stands here';
    this.#problems.push(problems.weightOutOfRange(node ? this.#placeOf(node) : this.#placeOf(map), written));
    return 1;
  }

  #checkKeys(map: YAMLMap, of: string, known: readonly string[]): void {
    for (const { key } of map.items) {
      const word = { text: isScalar(key) ? String(key.value) : '', at: this.#placeOf(key as Node) };
      if (!known.includes(word.text)) this.#problems.push(problems.unknownRuleKey(word, of, known));
    }
  }

  /** The text under a key; what is there and no text is a problem. */
  #text(map: YAMLMap, key: string): Word | undefined {
    if (!map.has(key)) return undefined;
    const node = map.get(key, true) as Node | undefined;
    const value = isScalar(node) ? node.value : undefined;
    const text = typeof value === 'number' ? String(value) : value;
    if (node && typeof text === 'string' && text.trim() !== '') return { text: text.trim(), at: this.#placeOf(node) };
    return this.#fail(problems.wrongRulePart(this.#placeOf(node ?? map), key, 'a text'));
  }

  #list(map: YAMLMap, key: string): Node[] {
    if (!map.has(key)) return [];
    const node = map.get(key, true) as Node | undefined;
    if (isSeq(node)) return node.items as Node[];
    this.#problems.push(problems.wrongRulePart(this.#placeOf(node ?? map), key, 'a list'));
    return [];
  }

  #lines<T>(map: YAMLMap, key: string, read: (line: RuleLine) => T): T[] {
    return this.#list(map, key).flatMap((it) => this.#readLine(it, key, read) ?? []);
  }

  #oneLine<T>(map: YAMLMap, key: string, read: (line: RuleLine) => T): T | undefined {
    const node = map.get(key, true) as Node | undefined;
    return node && this.#readLine(node, key, read);
  }

  #readLine<T>(node: Node, key: string, read: (line: RuleLine) => T): T | undefined {
    const at = this.#placeOf(node);
    if (!isScalar(node) || typeof node.value !== 'string') {
      return this.#fail(problems.wrongRulePart(at, key, 'sentences, such as "Speaker spoke-at Conference"'));
    }
    const text = node.value;
    const start = node.range?.[0] ?? 0;
    // A quoted text begins one character later; one that is folded or escaped keeps the place of its whole.
    const quote = this.#file.text.slice(start, start + 1) === text.slice(0, 1) ? 0 : 1;
    const asWritten = this.#file.text.startsWith(text, start + quote);
    const placeOf = (offset: number, length: number): Position =>
      asWritten ? this.#file.positionAt(start + quote + offset, length) : at;
    try {
      return read({ text, at, placeOf });
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      return this.#fail(error.problem);
    }
  }

  #placeOf(node: Node | null): Position {
    const [start, end] = node?.range ?? [0, 1];
    // A map or a list spans many lines; its place is its first word.
    const length = isScalar(node) ? Math.max(1, end - start) : 1;
    return this.#file.positionAt(start, length);
  }

  #fail(found: Problem): undefined {
    this.#problems.push(found);
    return undefined;
  }
}
