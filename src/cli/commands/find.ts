/**
 * `diplograph find`: nodes by what people call them.
 */
import type { NodeAnswer } from '../../answers/answer-form.ts';
import type { EdgeAnswer } from '../../answers/edge-answer.ts';
import { nothingFound } from '../../answers/problems.ts';
import type { SearchHit } from '../../search/search-hit.ts';
import { languageOption, listOption, numberOption } from '../options.ts';
import type { Output } from '../output.ts';
import { printTable } from '../print-table.ts';
import type { Question } from '../question.ts';

interface FindOptions {
  readonly type?: readonly string[];
  readonly language?: string;
  readonly first: number;
}

export const findCommand: Question<FindOptions> = {
  name: 'find',
  summary: 'find nodes by name, in any script and however misspelt',
  description:
    'Finds nodes by what people call them, the likeliest first, or by an office and a time ("ICRC president 1960"). Exit code 1 when nothing is like it.',
  arguments: { '<text...>': 'a name, an alias, an acronym or words about it' },
  options: [
    listOption('--type <types>', 'only nodes of these types or interfaces, such as State,Party'),
    languageOption('only names in the script of this language, such as ru'),
    numberOption('--first <number>', 'the most hits', { least: 1, most: 1000, otherwise: 10 }),
  ],
  examples: [
    'diplograph find Mariana Spolaric',
    'diplograph find МККК',
    'diplograph find "red cross" --type Organisation',
    'diplograph find Swiss foreign minister 2024',
  ],
  async ask({ view, form, words, options: { type: types, language, first }, style }) {
    const { search } = await import('../../answers/search.ts');
    const asked = words.join(' ');
    const options = { first, ...(types && { types }), ...(language !== undefined && { language }) };
    const answer = search(view, asked, options, form);
    const missing = answer.length === 0 ? { missing: nothingFound(asked).message } : {};
    return { answer, text: printHits(answer, style), ...missing };
  },
};

function printHits(hits: readonly SearchHit<NodeAnswer, EdgeAnswer>[], style: Output['style']): string {
  return printTable(
    hits.map((hit) => {
      const { id, type, name } = hit.node;
      return [hit.score.toFixed(2), style('bold', name), type, id, style('dim', reasonOf(hit))];
    }),
  );
}

/** Why it is a hit, as far as its name does not say so. */
function reasonOf({
  node: { name },
  matched,
  when,
  transliterated,
  edits,
  tenure,
}: SearchHit<NodeAnswer, EdgeAnswer>): string {
  if (tenure) {
    const { office, edge, asked, certainty } = tenure;
    const seen = edge.attested === undefined ? 'undated' : `seen ${edge.attested}`;
    return `${words[certainty]} ${asked}: ${office.name}, ${edge.when ?? seen}`;
  }
  return [
    matched === name ? '' : `by "${matched}"${when === undefined ? '' : ` (${when})`}`,
    transliterated ? 'by its sound' : '',
    edits === 0 ? '' : `${edits} ${edits === 1 ? 'letter' : 'letters'} off`,
  ]
    .filter((it) => it !== '')
    .join(', ');
}

const words = { CERTAIN: 'in', POSSIBLE: 'possibly in', BEFORE: 'before', AFTER: 'after' } as const;
