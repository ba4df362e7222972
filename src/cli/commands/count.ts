/**
 * `diplograph count`: nodes in groups by a property or a relation, and how many there are of each.
 */
import type { GroupCountOptions } from '../../answers/analyses.ts';
import { asMisuse } from '../exit-code.ts';
import { listOption, numberOption, textOption } from '../options.ts';
import { printTable } from '../print-table.ts';
import type { Question } from '../question.ts';

interface Options extends Omit<GroupCountOptions, 'type' | 'by'> {
  readonly members: number;
}

export const countCommand: Question<Options> = {
  name: 'count',
  summary: 'count nodes in groups, by a property or a relation',
  description:
    'Counts the nodes of a type in groups, the largest first, or with --of the edges of a relation; and lists the nodes ' +
    'of each that add most. Names with a dot between go along relations: nationalOf.regionalGroup.',
  arguments: { '<type>': 'a node type or interface', '<by>': 'a property or a relation of it' },
  options: [
    textOption('--of <relation>', 'count the edges of this relation instead of nodes'),
    textOption('--related-to <node>', 'only nodes that this one stands in a relation to; with --along'),
    textOption('--along <relation>', 'the relation of the type that leads to it'),
    listOption('--except <ids>', 'without these nodes'),
    numberOption('--members <number>', 'the most nodes to list of each group', { least: 0, most: 1000, otherwise: 3 }),
    numberOption('--first <number>', 'the most groups', { least: 1, most: 10_000, otherwise: 50 }),
  ],
  examples: [
    'diplograph count State regionalGroup --of coLaunched',
    'diplograph count Official nationalOf.regionalGroup',
    'diplograph count State memberOf --related-to initiative:global-ihl --along coLaunched --json',
  ],
  async ask({ view, form, words: [type = '', by = ''], options: { members, relatedTo, ...options }, idMeant }) {
    const { nodeGroups } = await import('../../answers/analyses.ts');
    const { of, along, except, first } = options;
    const answer = nodeGroups(
      view,
      {
        ...{ type, by },
        ...(of !== undefined && { of }),
        ...(relatedTo !== undefined && { relatedTo: asMisuse(() => idMeant(relatedTo)) }),
        ...(along !== undefined && { along }),
        ...(except && { except: asMisuse(() => except.map(idMeant)) }),
        ...(first !== undefined && { first }),
      },
      form,
    );
    const rows = answer.map((group) => [
      String(group.count),
      group.node?.name ?? group.value ?? '(none)',
      group.members
        .slice(0, members)
        .map((it) => (it.count === 1 ? it.node.name : `${it.node.name} (${it.count})`))
        .join(', '),
    ]);
    return { answer, text: printTable(rows, [0]) };
  },
};
