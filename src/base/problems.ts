/**
 * What can be wrong with YAML, in sentences.
 *
 * The parser's own speak of nodes and implicit keys; whoever wrote a dossier by hand forgot a quote, a dash or a space.
 */
import type { YAMLError } from 'yaml';
import { shorten } from './located.ts';
import { type Position, type Problem, problem, warning } from './problem.ts';

type At = Position | undefined;

export const brokenYaml = (at: Position, message: string): Problem =>
  problem('broken-yaml', at, `This is not YAML: ${message.replace(/\.?$/, '.')}`);

export const yamlTooDeep = (at: Position): Problem =>
  problem('broken-yaml', at, 'This is not YAML that can be read: its brackets are nested too deep.');

export const secondDocument = (at: Position): Problem =>
  problem(
    'broken-yaml',
    at,
    'A second document begins here, and a file is one. Remove the line "---" or "..." above, or make this a file of its own.',
  );

export const yamlDirective = (at: Position): Problem =>
  problem('broken-yaml', at, 'Directives such as "%YAML" are not read here. Remove the line.');

export const cutText = (at: Position, comment: string): Problem =>
  warning(
    'cut-text',
    at,
    `The text ends here, for YAML takes "${comment}" and what follows for a comment. Put the whole text in quotes; or write a space behind the "#".`,
  );

/** An alias or an anchor, with its mark. */
export const yamlAlias = (at: At, name: string): Problem =>
  problem(
    'yaml-alias',
    at,
    `Aliases and anchors such as "${shorten(name)}" are not read here. Write the value out, a text in quotes.`,
  );

export const yamlKey = (at: At): Problem =>
  problem('yaml-key', at, 'Every key is a word here: no lists, no maps, no merge keys.');

/** What is wrong in a text and what mends it, as the end of a sentence; undefined where YAML's own words must do. */
export function remedyOfYaml({ code, message, pos }: YAMLError, text: string): string | undefined {
  const [offset] = pos;
  const line = lineAt(text, offset);
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab indents this line. Indent it by spaces';
    case 'TAG_RESOLVE_FAILED':
      return 'a text cannot begin with "!". Put it in quotes';
    case 'BAD_SCALAR_START':
      return `a text cannot begin with "${text.charAt(offset)}". Put it in quotes`;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      if (hasColonInText(line)) return 'this text has a colon in it. Put it in quotes';
      if (code === 'MULTILINE_IMPLICIT_KEY' && !line.includes(':')) {
        return 'this line has no colon. A key has a colon and a space behind it';
      }
      return 'the line below is indented deeper than this one. Let the keys of an entry begin in one column';
    case 'BAD_INDENT':
      if (message.startsWith('Flow')) return 'a bracket or brace is not closed. Close it, and indent what stands in it';
      return 'this line is indented unlike those above it. Let the keys of an entry begin in one column';
    case 'MISSING_CHAR':
      if (offset >= text.trimEnd().length || /["']/.test(line))
        return 'a quote is never closed. Close it; a quote within it is written twice';
      return 'an entry of a list begins with "- ". Write it, or let the keys of an entry begin in one column';
    case 'UNEXPECTED_TOKEN':
      return 'text stands behind what was complete. Put all of it in one pair of quotes; a quote within them is written twice';
    default:
      return undefined;
  }
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, Math.min(end === -1 ? text.length : end, start + 10_000));
}

/** Whether a value on the line, behind its key, has a colon that YAML takes for another key's. */
function hasColonInText(line: string): boolean {
  const first = line.search(/:(?:\s|$)/);
  return first !== -1 && /:(?:\s|$)/.test(line.slice(first + 1));
}
