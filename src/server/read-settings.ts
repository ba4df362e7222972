/**
 * Settings found and read: an option counts before the environment, the environment before the file of settings.
 *
 * Whatever is wrong is said with the name under which it was given, so nobody has to guess which of three places to mend.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { badConfigFile, badSetting, expectedChoice, unknownSetting } from './problems.ts';
import {
  environmentName,
  optionName,
  type ServerSettings,
  type Setting,
  type SettingKey,
  settingKeys,
  settings,
} from './settings.ts';

/** What a folder's settings stand in. */
export const CONFIG_FILE = 'diplograph.config.json';

/** A file of settings, of which the names are known and the values are not read yet. */
export interface ConfigFile {
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Where settings may come from. */
export interface SettingSources {
  /** As they were typed, by key. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly file?: ConfigFile | undefined;
  /** What paths of options and of the environment start from. */
  readonly cwd: string;
}

/** The value of a setting, and under which name it was given. */
export interface FoundSetting {
  readonly value: unknown;
  readonly from: 'option' | 'environment' | 'file';
  readonly name: string;
}

/**
 * The file of settings at this path.
 * @throws KnowledgeError `bad-config-file` where it cannot be read or is no JSON object, `unknown-setting` with the nearest name
 */
export function readConfigFile(path: string): ConfigFile {
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw badConfigFile(path, (error as Error).message);
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw badConfigFile(path, 'it is no object');
  for (const name of Object.keys(values)) {
    if (name !== '$schema' && !settingKeys.includes(name as SettingKey)) throw unknownSetting(name, path, settingKeys);
  }
  return { path, values: values as ConfigFile['values'] };
}

/**
 * Each setting that was given, as it counts.
 * @throws KnowledgeError `bad-setting` for a value that cannot be read
 */
export function findSettings(
  sources: SettingSources,
  keys: readonly SettingKey[] = settingKeys,
): Partial<Record<SettingKey, FoundSetting>> {
  const found = keys.map((key) => [key, findSetting(key, sources)] as const);
  return Object.fromEntries(found.filter(([, it]) => it !== undefined));
}

/** The same as plain values. */
export function readSettings(sources: SettingSources, keys?: readonly SettingKey[]): ServerSettings {
  const found = Object.entries(findSettings(sources, keys));
  return Object.fromEntries(found.map(([key, { value }]) => [key, value]));
}

function findSetting(key: SettingKey, { options, env, file, cwd }: SettingSources): FoundSetting | undefined {
  const setting = settings[key];
  if (options[key] !== undefined) {
    const name = `--${optionName(key)}`;
    return { value: readValue(setting, name, options[key], cwd), from: 'option', name };
  }
  // What is set to nothing is not set: so it is where a variable of another name is passed on.
  const variable = [environmentName(key), setting.alias].find((it) => it !== undefined && env[it]);
  if (variable !== undefined) {
    return { value: readValue(setting, variable, env[variable], cwd), from: 'environment', name: variable };
  }
  const given = file && Object.hasOwn(file.values, key) ? file.values[key] : undefined;
  if (!file || given === undefined) return undefined;
  const value = readValue(setting, `"${key}" in ${basename(file.path)}`, given, dirname(file.path));
  return { value, from: 'file', name: basename(file.path) };
}

/** A value as it is used, of what was given as text or in JSON. */
function readValue(setting: Setting, name: string, given: unknown, folder: string): unknown {
  const refuse = (expected: string): never => {
    throw badSetting(name, typeof given === 'string' ? given : JSON.stringify(given), expected);
  };
  switch (setting.kind) {
    case 'flag':
      if (typeof given === 'boolean') return given;
      if (given === 'true' || given === '1') return true;
      return given === 'false' || given === '0' ? false : refuse('true or false.');
    case 'number':
      return readWhole(name, given, 0, setting.most);
    case 'text': {
      if (typeof given !== 'string') return refuse('a text.');
      const { choices } = setting;
      return !choices || choices.includes(given) ? given : refuse(expectedChoice(given, choices));
    }
    case 'path':
      return typeof given === 'string' ? resolve(folder, given) : refuse('a path.');
    case 'paths':
      return readNameList(given)?.map((it) => resolve(folder, it)) ?? refuse('a list of paths.');
    case 'names':
      return readNameList(given) ?? refuse('a list of texts.');
    case 'limits':
      if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
        return Object.entries(given).map(([limit, value]) => `${limit}=${value}`);
      }
      return readNameList(given) ?? refuse('an object of numbers by name.');
  }
}

function readNameList(given: unknown): readonly string[] | undefined {
  const list = typeof given === 'string' ? given.split(',') : given;
  if (!Array.isArray(list) || !list.every((it) => typeof it === 'string')) return undefined;
  return list.map((it) => it.trim()).filter((it) => it !== '');
}

/** A whole number, given as one or as text. */
export function readWhole(name: string, given: unknown, least: number, most = 2_147_483_647): number {
  const text = String(given).trim();
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw badSetting(name, String(given), `a whole number from ${least} to ${most}.`);
}
