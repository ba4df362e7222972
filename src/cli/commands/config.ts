/**
 * `diplograph config`: every setting of the server, as it counts here, and which of the places to set it won.
 */
import type { Command } from 'commander';
import { nearest } from '../../base/did-you-mean.ts';
import { findSettings } from '../../server/read-settings.ts';
import { environmentName, type SettingKey, settingKeys, settings } from '../../server/settings.ts';
import { addSettings, serverSettings } from '../command-settings.ts';
import { exitCode } from '../exit-code.ts';
import { printTable } from '../print-table.ts';
import { strangeVariable } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

export function addConfig(program: Command, shell: Shell): void {
  addSettings(
    program
      .command('config')
      .summary('tell the settings of the server, and where each comes from')
      .description(
        'Prints every setting of `serve` as it counts here: an option before the environment, the environment before ' +
          'diplograph.config.json, that before the default. It takes the options of `serve`, and ends with 2 where one is wrong.',
      ),
    serverSettings,
  )
    .addHelpText('before', examples('diplograph config', 'PORT=8080 diplograph config --json'))
    .action((_options: unknown, command: Command) => shell.run(command, config));
}

async function config({ sources, output, json }: Workplace): Promise<0> {
  const found = findSettings(sources);
  const { readConfig } = await import('../../server/config.ts');
  // What is wrong with the limits is known there.
  readConfig(Object.fromEntries(Object.entries(found).map(([key, it]) => [key, it.value])));
  for (const name of Object.keys(sources.env).filter(isStrange)) {
    output.note(strangeVariable(name, nearest(name, known)));
  }
  const rows = settingKeys.map((key) => ({ key, ...(found[key] ?? { value: defaultOf(key), from: 'default' }) }));
  if (json) {
    output.json(Object.fromEntries(rows.map(({ key, value, from }) => [key, { value: value ?? null, from }])));
    return exitCode.fine;
  }
  const file = sources.file ? `${sources.file.path}` : 'none';
  output.note(`Settings, with the file ${file}:`);
  output.data(printTable(rows.map((it) => [it.key, printSetting(it.value), 'name' in it ? `${it.name}` : 'default'])));
  return exitCode.fine;
}

function defaultOf(key: SettingKey): unknown {
  const { kind, isOn, otherwise } = settings[key];
  return kind === 'flag' ? isOn === true : otherwise;
}

const printSetting = (value: unknown): string =>
  value === undefined ? '-' : Array.isArray(value) ? value.join(', ') : String(value);

const known = settingKeys.map(environmentName);

/** A variable that looks as if it were meant for Diplograph; Kubernetes sets some of its own for a service of that name. */
const isStrange = (name: string): boolean =>
  name.startsWith('DIPLOGRAPH_') &&
  name !== environmentName('config') &&
  !known.includes(name) &&
  !/^DIPLOGRAPH_(?:SERVICE_|PORT_)/.test(name);
