import { expect, test } from 'vitest';
import { defaultConfig, readConfig } from '../../src/server/config.ts';

test('without a word the server listens on loopback, port 4000', () => {
  expect(readConfig({})).toEqual(defaultConfig);
  expect(readConfig({})).toMatchObject({ port: 4000, host: 'localhost' });
});

test('PORT and HOST count when no option says otherwise', () => {
  const env = { PORT: '8080', HOST: '0.0.0.0' };
  expect(readConfig({}, env)).toMatchObject({ port: 8080, host: '0.0.0.0' });
  expect(readConfig({ port: '0', host: 'localhost' }, env)).toMatchObject({ port: 0, host: 'localhost' });
  expect(readConfig({}, { PORT: '', HOST: '' })).toEqual(defaultConfig);
});

test.each([
  [{ port: '70000' }, {}, /--port is "70000".*from 0 to 65535/],
  [{ port: '4e3' }, {}, /--port is "4e3"/],
  [{ port: '-1' }, {}, /--port is "-1"/],
  [{}, { PORT: 'http' }, /PORT is "http"/],
  [{ bodyLimit: '10' }, {}, /--body-limit is "10"/],
  [{ timeLimit: '' }, {}, /--time-limit is ""/],
  [{ tokenLimit: '1.5' }, {}, /--token-limit is "1.5"/],
])('%j with the environment %j is refused with what is expected', (settings, env, message) => {
  expect(() => readConfig(settings, env)).toThrow(message);
});
