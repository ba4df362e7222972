/**
 * `diplograph communities`: groups of nodes that have more to do with each other than with the rest, or are connected.
 */
import type { CommunityMethod, CommunityOptions } from '../../analysis/communities.ts';
import { selectView } from '../../views/select-view.ts';
import { counted } from '../counted.ts';
import { choiceOption, listOption, numberOption } from '../options.ts';
import type { Question } from '../question.ts';

interface Options extends CommunityOptions {
  readonly by?: CommunityMethod;
  readonly via?: readonly string[];
  readonly seed: number;
}

/** How many groups, and nodes of each, are printed; JSON has all. */
const SHOWN = 10;

export const communitiesCommand: Question<Options> = {
  name: 'communities',
  summary: 'list groups of nodes that belong together',
  description:
    'Lists groups of nodes that have more to do with each other than with the rest, or that are connected at all, the ' +
    `largest first: ${SHOWN} groups and as many nodes of each; --json has all.`,
  arguments: {},
  options: [
    choiceOption('--by <method>', 'the method', ['LOUVAIN', 'LABELS', 'COMPONENTS']),
    listOption('--via <edge-types>', 'only edges of these types count, such as co-launched,joined'),
    numberOption('--seed <number>', 'louvain: the seed of its choices', { least: 0, most: 999_999_999, otherwise: 1 }),
  ],
  examples: [
    'diplograph communities --via co-launched,joined',
    'diplograph communities --by components --as-of 1995 --json',
  ],
  async ask({ view, form, options: { by = 'LOUVAIN', via, seed } }) {
    const { findCommunities } = await import('../../answers/analyses.ts');
    const answer = findCommunities(selectView(view, { via }), { by, seed }, form);
    const lines = answer.groups.slice(0, SHOWN).map(({ size, nodes }) => {
      const names = nodes.slice(0, SHOWN).map((it) => it.name);
      return `${counted(size, 'node')}: ${names.join(', ')}${size > SHOWN ? ' …' : ''}`;
    });
    const note = `${counted(answer.groups.length, 'group')}, modularity ${answer.modularity.toFixed(3)}.`;
    return { answer, text: lines.join('\n'), note };
  },
};
