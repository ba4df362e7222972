/**
 * Where words go: data to stdout, everything else to stderr, so that a pipe carries nothing but the answer.
 */
import { styleText } from 'node:util';
import type { Terminal } from './terminal.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green';

export interface Output {
  /** The answer, a line or several. */
  data(text: string): void;
  /** The answer as JSON, indented by two. */
  json(value: unknown): void;
  /** What a person likes to know and a program does not; silent with `--quiet`. */
  note(text: string): void;
  /** What went wrong. */
  problem(text: string): void;
  /** Text in a style, or plain where colour is not wanted. */
  style(style: Style, text: string): string;
}

export interface OutputOptions {
  readonly quiet?: boolean | undefined;
  /** False with `--no-color`. */
  readonly color?: boolean | undefined;
}

export function makeOutput(terminal: Terminal, options: OutputOptions): Output {
  const { stdout, stderr } = terminal;
  const colour = options.color !== false && wantsColour(terminal);
  return {
    data: (text) => void stdout.write(`${text}\n`),
    json: (value) => void stdout.write(`${printJson(value)}\n`),
    note: (text) => void (options.quiet || stderr.write(`${text}\n`)),
    problem: (text) => void stderr.write(`${text}\n`),
    style: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
  };
}

/** JSON with whole numbers of any size: what JavaScript's JSON cannot hold becomes text, as in the GraphQL answers. */
function printJson(value: unknown): string {
  return JSON.stringify(value, (_key, it: unknown) => (typeof it === 'bigint' ? it.toString() : it), 2);
}

function wantsColour({ stdout, env }: Terminal): boolean {
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
