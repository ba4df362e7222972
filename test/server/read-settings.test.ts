import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { defaultConfig } from '../../src/server/config.ts';
import { configSchema } from '../../src/server/config-schema.ts';
import { findSettings, readConfigFile, readSettings } from '../../src/server/read-settings.ts';
import { environmentName, optionFlags, settingKeys, settings } from '../../src/server/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'diplograph-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'diplograph.config.json');
const fileOf = (values: unknown) => {
  writeFileSync(path, typeof values === 'string' ? values : JSON.stringify(values));
  return readConfigFile(path);
};

test('an option counts before the environment, that before the file, and each is named', () => {
  const file = fileOf({ port: 1, host: 'file', log: true });
  const env = { DIPLOGRAPH_PORT: '2', DIPLOGRAPH_HOST: 'environment' };
  expect(findSettings({ options: { port: '3' }, env, file, cwd: '/' })).toEqual({
    port: { value: 3, from: 'option', name: '--port' },
    host: { value: 'environment', from: 'environment', name: 'DIPLOGRAPH_HOST' },
    log: { value: true, from: 'file', name: 'diplograph.config.json' },
  });
});

test('every kind of setting is the same from a text and from JSON', () => {
  const env = {
    DIPLOGRAPH_PORT: '80',
    DIPLOGRAPH_IDE: 'false',
    DIPLOGRAPH_WATCH: '1',
    DIPLOGRAPH_ALLOW_HOST: 'a.example, b.example',
    DIPLOGRAPH_LIMIT: 'maxDepth=3,maxRows=4',
  };
  const file = fileOf({
    port: 80,
    ide: false,
    watch: true,
    allowHost: ['a.example', 'b.example'],
    limit: { maxDepth: 3, maxRows: 4 },
  });
  const fromText = readSettings({ options: {}, env, cwd: '/' });
  expect(fromText).toMatchObject({ port: 80, ide: false, watch: true, limit: ['maxDepth=3', 'maxRows=4'] });
  expect(readSettings({ options: {}, env: {}, file, cwd: '/' })).toEqual(fromText);
});

test('a path starts from where it was given: the folder of the file, or where the command runs', () => {
  const file = fileOf({ queries: 'mine' });
  const of = (env: object) => readSettings({ options: {}, env: { ...env }, file, cwd: '/elsewhere' }).queries;
  expect(of({})).toBe(join(folder, 'mine'));
  expect(of({ DIPLOGRAPH_QUERIES: 'mine' })).toBe('/elsewhere/mine');
});

test.each([
  ['{ "prt": 80 }', 'unknown-setting', /"prt" in ".*" is no setting\. Did you mean "port"/],
  ['{ "port": 80, }', 'bad-config-file', /JSON/],
  ['[]', 'bad-config-file', /no object/],
])('the file %s is refused', (text, code, message) => {
  let refused: unknown;
  try {
    fileOf(text);
  } catch (error) {
    refused = error;
  }
  expect(refused).toMatchObject({ code, message: expect.stringMatching(message) });
});

test.each([
  [{ port: 'http' }, /"port" in diplograph\.config\.json is "http"/],
  [{ port: 1.5 }, /whole number/],
  [{ ide: 'no' }, /"ide".*true or false/],
  [{ allowHost: [1] }, /"allowHost".*list of texts/],
  [{ limit: 3 }, /"limit".*object of numbers/],
  [{ queries: true }, /"queries".*a path/],
])('the value in %j is refused by its name', (values, message) => {
  const file = fileOf(values);
  expect(() => readSettings({ options: {}, env: {}, file, cwd: '/' })).toThrow(message);
});

test('the schema for editors takes what is taken, and refuses what is refused', () => {
  const validate = new Ajv({ allErrors: true }).compile(configSchema());
  expect(validate({ $schema: 'x', port: 80, ide: false, allowHost: ['a'], limit: { maxDepth: 3 } })).toBe(true);
  for (const wrong of [{ prt: 80 }, { port: '80' }, { port: 70_000 }, { ide: 'no' }, { limit: { maxDept: 3 } }]) {
    expect(validate(wrong), JSON.stringify(wrong)).toBe(false);
  }
});

test('the words of the table for what is unsaid are the defaults', () => {
  for (const key of settingKeys) {
    const { kind, otherwise, isOn } = settings[key];
    const value = (defaultConfig as unknown as Record<string, unknown>)[key];
    if (value === undefined || kind === 'limits') continue;
    if (kind === 'flag') expect([key, value]).toEqual([key, isOn === true]);
    else expect([key, otherwise]).toEqual([key, String(value) || undefined]);
  }
});

test('names are those that people know from elsewhere', () => {
  expect([environmentName('allowHost'), optionFlags('allowHost')]).toEqual([
    'DIPLOGRAPH_ALLOW_HOST',
    '--allow-host <name>',
  ]);
  expect([environmentName('ide'), optionFlags('ide')]).toEqual(['DIPLOGRAPH_IDE', '--no-ide']);
});
