/**
 * The commands, in the groups and the order in which help lists them. A new command is one file and one line here.
 */
import type { Command } from 'commander';
import { addAccept } from './commands/accept.ts';
import { aroundCommand } from './commands/around.ts';
import { changesCommand } from './commands/changes.ts';
import { addCheck } from './commands/check.ts';
import { communitiesCommand } from './commands/communities.ts';
import { addCompletion, addManual } from './commands/completion.ts';
import { addConfig } from './commands/config.ts';
import { conflictsCommand } from './commands/conflicts.ts';
import { countCommand } from './commands/count.ts';
import { diffCommand } from './commands/diff.ts';
import { addExport } from './commands/export.ts';
import { findCommand } from './commands/find.ts';
import { addFmt } from './commands/fmt.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { listCommand } from './commands/list.ts';
import { addLoad } from './commands/load.ts';
import { addMcp } from './commands/mcp.ts';
import { addNew } from './commands/new.ts';
import { pathCommand } from './commands/path.ts';
import { addQuery } from './commands/query.ts';
import { rankCommand } from './commands/rank.ts';
import { addRead } from './commands/read.ts';
import { addRename } from './commands/rename.ts';
import { retractCommand } from './commands/retract.ts';
import { addReview } from './commands/review.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { similarCommand } from './commands/similar.ts';
import { statsCommand } from './commands/stats.ts';
import { timelineCommand } from './commands/timeline.ts';
import { addTypes } from './commands/types.ts';
import { whyCommand } from './commands/why.ts';
import { addQuestion, type Question } from './question.ts';
import type { Shell } from './shell.ts';

type AddCommand = (program: Command, shell: Shell) => void;

const question =
  <Options>(asked: Question<Options>): AddCommand =>
  (program, shell) =>
    addQuestion(program, shell, asked);

/** By what somebody comes for. */
export const commandGroups: Readonly<Record<string, readonly AddCommand[]>> = {
  'Ask:': [
    question(findCommand),
    question(listCommand),
    question(aroundCommand),
    question(pathCommand),
    question(timelineCommand),
    question(changesCommand),
    question(similarCommand),
    question(countCommand),
    question(rankCommand),
    question(communitiesCommand),
    question(statsCommand),
    addQuery,
  ],
  'See who says so:': [
    question(whyCommand),
    question(conflictsCommand),
    question(retractCommand),
    question(diffCommand),
  ],
  'Serve:': [addServe, addMcp, addConfig],
  'Hand on and take in:': [addExport, addLoad, addImport, addRead, addReview, addAccept],
  'Facts of your own:': [addInit, addNew, addFmt, addRename, addCheck, addTypes, addSchema],
  'This program:': [addCompletion, addManual],
};
