/**
 * Settings on the command line: the options of a command from the table, and what was typed of them.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CONFIG_FILE, readConfigFile, type SettingSources } from '../server/read-settings.ts';
import {
  environmentName,
  optionFlags,
  optionHelp,
  type SettingKey,
  settingKeys,
  settings,
} from '../server/settings.ts';
import { readNames } from './options.ts';
import type { Terminal } from './terminal.ts';

export const commonSettings: readonly SettingKey[] = settingKeys.filter((it) => settings[it].isCommon);
export const serverSettings: readonly SettingKey[] = settingKeys.filter((it) => !settings[it].isCommon);

export function addSettings(command: Command, keys: readonly SettingKey[]): Command {
  for (const key of keys) {
    const { kind } = settings[key];
    if (kind === 'names' || kind === 'paths' || kind === 'limits')
      command.option(optionFlags(key), optionHelp(key), readNames);
    else command.option(optionFlags(key), optionHelp(key));
  }
  return command;
}

/** Where the settings of a command come from: what was typed, the environment, and the file that either of them names. */
export function settingSources(command: Command, { env, cwd }: Terminal): SettingSources {
  const typed = command.optsWithGlobals<Readonly<Record<string, unknown>>>();
  // A flag that is on unless said has a value from the start.
  const options = Object.fromEntries(
    settingKeys.filter((it) => command.getOptionValueSourceWithGlobals(it) === 'cli').map((it) => [it, typed[it]]),
  );
  const named = (typed.config as string | undefined) ?? (env[environmentName('config')] || undefined);
  const path = resolve(cwd, named ?? CONFIG_FILE);
  const file = named !== undefined || existsSync(path) ? readConfigFile(path) : undefined;
  return { options, env, file, cwd };
}
