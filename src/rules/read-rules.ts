/**
 * `rules.yaml` to rules, each word with its place.
 *
 * Reading understands the language and not the ontology: whether there is such an edge type is for `check-rules`. A
 * fault is reported and the rest of the file read on.
 */
import { findEntry, type Located, type LocatedMap } from '../base/located.ts';
import type { Position, Problem } from '../base/problem.ts';
import { ProblemList } from '../base/problem-list.ts';
import { readYaml } from '../base/read-yaml.ts';
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
    const found = new ProblemList();
    const top = readYaml(this.#file, found);
    this.#problems.push(...found.shown());
    const list = top?.kind === 'map' ? findEntry(top, 'rules') : undefined;
    if (list?.kind !== 'list') {
      // An empty file, or one with nothing but comments, is no rules and no fault.
      if (top) this.#problems.push(problems.notRules(placeOf(top)));
      return { rules: [], problems: this.#problems };
    }
    const rules = list.items.flatMap((it) => this.#readRule(it) ?? []);
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

  #readRule(node: Located): (Rule & { idWord: Word }) | undefined {
    const before = this.#problems.length;
    if (node.kind !== 'map')
      return this.#fail(problems.wrongRulePart(placeOf(node), 'rules', 'a list of maps, one a rule'));
    const at = placeOf(node);
    this.#checkKeys(node, 'A rule', ruleKeys);
    for (const [key, example] of Object.entries(ruleParts)) {
      if (!node.entries.has(key)) this.#problems.push(problems.missingRulePart(at, 'This rule', key, example));
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

  #readExample(node: Located): Example | undefined {
    if (node.kind !== 'map') {
      return this.#fail(problems.wrongRulePart(placeOf(node), 'examples', 'a list of maps, one an example'));
    }
    const at = placeOf(node);
    this.#checkKeys(node, 'An example', exampleKeys);
    const title = this.#text(node, 'case');
    if (!title)
      this.#problems.push(problems.missingRulePart(at, 'This example', 'case', '"case: the post was left before"'));
    const follows = findEntry(node, 'follows');
    if (!follows) {
      this.#problems.push(problems.missingRulePart(at, 'This example', 'follows', '"follows: nothing"'));
    }
    const nothing = follows?.kind === 'scalar' && follows.value === 'nothing';
    const given: ExampleLine[] = this.#lines(node, 'given', readExampleLine);
    const edges: ExampleEdge[] = nothing ? [] : this.#lines(node, 'follows', readExampleEdge);
    return title && { title: title.text, given, follows: edges, at };
  }

  #readDates(map: LocatedMap): ConclusionDates {
    const line = this.#text(map, 'when');
    if (!line) return { kind: 'OVERLAP' };
    const [, keyword, name = ''] = /^(during|since|within|until)\s+([A-Z]\w*|then)$/.exec(line.text) ?? [];
    const offset = line.text.lastIndexOf(name);
    const word = { text: name, at: { ...line.at, column: line.at.column + offset, length: name.length } };
    if (keyword === 'since') return { kind: 'SINCE', occasion: name === 'then' ? undefined : word };
    if (keyword === 'during' && name !== 'then') return { kind: 'DURING', occasion: word };
    if (keyword === 'within' && name !== 'then') return { kind: 'WITHIN', occasion: word };
    if (keyword === 'until') return { kind: 'UNTIL', occasion: name === 'then' ? undefined : word };
    this.#problems.push(problems.badRuleDates(line.at, line.text));
    return { kind: 'OVERLAP' };
  }

  #readWeight(map: LocatedMap): number {
    const found = findEntry(map, 'weight');
    if (!found) return 1;
    if (found.kind === 'scalar' && typeof found.value === 'number' && found.value >= 0 && found.value <= 1)
      return found.value;
    const written = found.kind === 'scalar' && found.value !== null ? found.text : 'what stands here';
    this.#problems.push(problems.weightOutOfRange(placeOf(found), written));
    return 1;
  }

  #checkKeys(map: LocatedMap, of: string, known: readonly string[]): void {
    for (const [text, { keyAt = NOWHERE }] of map.entries) {
      if (!known.includes(text)) this.#problems.push(problems.unknownRuleKey({ text, at: keyAt }, of, known));
    }
  }

  /** The text under a key; what is there and no text is a problem. */
  #text(map: LocatedMap, key: string): Word | undefined {
    const found = findEntry(map, key);
    if (!found) return undefined;
    const isText = found.kind === 'scalar' && (typeof found.value === 'string' || typeof found.value === 'number');
    if (isText && found.text.trim() !== '') return { text: found.text.trim(), at: placeOf(found) };
    return this.#fail(problems.wrongRulePart(placeOf(found), key, 'a text'));
  }

  #list(map: LocatedMap, key: string): readonly Located[] {
    const found = findEntry(map, key);
    if (found && found.kind !== 'list') this.#problems.push(problems.wrongRulePart(placeOf(found), key, 'a list'));
    return found?.kind === 'list' ? found.items : [];
  }

  #lines<T>(map: LocatedMap, key: string, read: (line: RuleLine) => T): T[] {
    return this.#list(map, key).flatMap((it) => this.#readLine(it, key, read) ?? []);
  }

  #oneLine<T>(map: LocatedMap, key: string, read: (line: RuleLine) => T): T | undefined {
    const found = findEntry(map, key);
    return found && this.#readLine(found, key, read);
  }

  #readLine<T>(written: Located, key: string, read: (line: RuleLine) => T): T | undefined {
    const at = placeOf(written);
    if (written.kind !== 'scalar' || typeof written.value !== 'string') {
      return this.#fail(problems.wrongRulePart(at, key, 'sentences, such as "Speaker spoke-at Conference"'));
    }
    const { text } = written;
    const start = this.#file.offsetOfLine(at.line) + at.column - 1;
    // A quoted text begins one character later; one that is folded or escaped keeps the place of its whole.
    const quote = this.#file.text.slice(start, start + 1) === text.slice(0, 1) ? 0 : 1;
    const asWritten = this.#file.text.startsWith(text, start + quote);
    const placeIn = (offset: number, length: number): Position =>
      asWritten ? this.#file.positionAt(start + quote + offset, length) : at;
    try {
      return read({ text, at, placeOf: placeIn });
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      return this.#fail(error.problem);
    }
  }

  #fail(found: Problem): undefined {
    this.#problems.push(found);
    return undefined;
  }
}

const NOWHERE: Position = { file: '', line: 1, column: 1 };

/** A map or a list spans many lines; its place is its first word. */
function placeOf({ kind, at = NOWHERE }: Located): Position {
  return kind === 'scalar' ? at : { ...at, length: 1 };
}
