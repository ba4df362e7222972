/**
 * All commands and options as a page for `man`, in roff.
 */
import type { Command, Option } from 'commander';
import { packageVersion } from '../base/shipped-files.ts';
import { environmentName, settingKeys, settings } from '../server/settings.ts';

export function printManual(program: Command): string {
  return `${[
    `.TH DIPLOGRAPH 1 "" "Diplograph ${packageVersion()}"`,
    '.SH NAME',
    `diplograph \\- ${plain(program.description())}`,
    '.SH SYNOPSIS',
    '.B diplograph',
    '.RI < command >',
    '.RI [ options ]',
    '.SH OPTIONS OF EVERY COMMAND',
    ...program.options.flatMap(printOption),
    '.SH COMMANDS',
    ...program.commands.flatMap(printCommand),
    '.SH ENVIRONMENT',
    ...settingKeys.flatMap((key) => ['.TP', `.B ${environmentName(key)}`, plain(settings[key].help)]),
    '.SH FILES',
    '.TP',
    '.I diplograph.config.json',
    'Settings, in the folder where the command runs. An option counts before the environment, that before this file.',
    '.SH EXIT STATUS',
    '0 when all is fine; 1 when there are problems, or nothing was found; 2 when it was asked wrongly.',
  ].join('\n')}\n`;
}

function printCommand(command: Command): string[] {
  const words = command.registeredArguments.map((it) => (it.required ? `<${it.name()}>` : `[${it.name()}]`));
  return [
    `.SS ${plain([command.name(), ...words].join(' '))}`,
    plain(command.description()),
    ...command.options.flatMap(printOption),
  ];
}

const printOption = ({ flags, description }: Option): string[] => ['.TP', `.B ${plain(flags)}`, plain(description)];

/** Text that roff reads as it stands: no line begins with a point, and hyphens and backslashes are themselves. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .split('\n')
    .map((line) => (/^[.']/.test(line) ? `\\&${line}` : line))
    .join('\n');
