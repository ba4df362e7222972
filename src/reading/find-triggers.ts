/**
 * Where the words of patterns stand in a sentence: one look-up for each token, whatever the number of patterns.
 */
import { addTo } from '../base/group-by.ts';
import { nounForms, type VerbForm, verbForms } from './inflect.ts';
import type { Pattern, Trigger } from './pattern.ts';
import type { Sentence, Token } from './tokens.ts';

export interface TriggerFound {
  readonly pattern: Pattern;
  readonly trigger: Trigger;
  readonly forms: ReadonlySet<VerbForm>;
  /** Tokens, the end excluded. */
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly pattern: Pattern;
  readonly trigger: Trigger;
  readonly forms: ReadonlySet<VerbForm>;
}

export interface TriggerIndex {
  readonly triggers: ReadonlyMap<string, readonly Entry[]>;
  /** Patterns that a preposition alone states. */
  readonly between: readonly Pattern[];
}

const NO_FORMS: ReadonlySet<VerbForm> = new Set();
/** How many words may stand between the words of a trigger: "took an active part in". */
const GAP = 7;

/** The first words of all triggers, in all their forms. */
export function indexTriggers(patterns: readonly Pattern[]): TriggerIndex {
  const index = new Map<string, Entry[]>();
  const add = (key: string, entry: Entry): void => addTo(index, key, entry);
  for (const pattern of patterns) {
    for (const trigger of pattern.triggers) {
      const [first = ''] = trigger.words;
      if (trigger.kind === 'noun')
        for (const form of nounForms(first)) add(form, { pattern, trigger, forms: NO_FORMS });
      else for (const [form, forms] of verbForms(first)) add(form, { pattern, trigger, forms });
    }
  }
  return { triggers: index, between: patterns.filter((it) => it.between.length > 0) };
}

/** The triggers of a sentence, in order; of those that begin at one token, the longest first. */
export function findTriggers({ tokens }: Sentence, index: TriggerIndex): TriggerFound[] {
  return tokens.flatMap((token, start) => {
    const here = (index.triggers.get(token.key) ?? []).flatMap((entry): TriggerFound[] => {
      const end = endOf(tokens, start, entry.trigger);
      return end === undefined || !isOfItsKind(tokens, start, entry) ? [] : [{ ...entry, start, end }];
    });
    return here.sort((a, b) => b.trigger.words.length - a.trigger.words.length);
  });
}

function endOf(tokens: readonly Token[], start: number, { words }: Trigger): number | undefined {
  let at = start + 1;
  for (const word of words.slice(1)) {
    let gap = 0;
    while (gap <= GAP && tokens[at] && !isWord(tokens[at]!, word)) {
      const { pos } = tokens[at]!;
      if (
        !['DET', 'ADJ', 'ADV', 'NOUN', 'NUM', 'VERB', 'PROPN', 'PRON', 'PART', 'CCONJ'].includes(pos) &&
        !['-', ','].includes(tokens[at]!.text) &&
        // "20 tonnes of aid"
        !(tokens[at]!.key === 'of' && tokens[at - 1]?.pos === 'NOUN')
      )
        return undefined;
      at++;
      gap++;
    }
    if (!tokens[at] || gap > GAP) return undefined;
    at++;
  }
  return at;
}

const isWord = (token: Token, word: string): boolean => token.key === word || token.key === `${word}s`;

/** Whether the first token is a verb or a noun, as the trigger has it. */
function isOfItsKind(tokens: readonly Token[], start: number, { trigger, forms }: Entry): boolean {
  const { pos, isCapital } = tokens[start]!;
  const before = tokens[start - 1];
  const { prefix } = trigger;
  if (prefix !== undefined) return before?.text === '-' && tokens[start - 2]?.key === prefix;
  if (trigger.kind === 'noun')
    return pos !== 'VERB' || before?.pos === 'DET' || before?.pos === 'ADJ' || before?.pos === 'ADP';
  if (isCapital && start > 0 && pos === 'PROPN') return false;
  if (before && (before.pos === 'DET' || /^[’']s$/.test(before.text)) && !forms.has('participle')) return false;
  // "hosts", "visits", "heads": the tagger often errs, so a noun is refused only where its neighbours say so.
  return (
    pos === 'VERB' || pos === 'AUX' || trigger.words.length > 1 || (before?.pos !== 'ADJ' && before?.pos !== 'DET')
  );
}
