import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultConfig, readConfig, type ServerConfig } from '../../src/server/config.ts';
import { readSettings } from '../../src/server/read-settings.ts';

test('without a word the server listens on loopback, port 4000', () => {
  expect(readConfig({})).toEqual(defaultConfig);
  expect(readConfig({})).toMatchObject({ port: 4000, host: 'localhost' });
});

const read = (options: Record<string, unknown>, env = {}): ServerConfig =>
  readConfig(readSettings({ options, env, cwd: '/' }));

test('PORT and HOST of the environment count when neither an option nor a variable of our own does', () => {
  const env = { PORT: '8080', HOST: '0.0.0.0' };
  expect(read({}, env)).toMatchObject({ port: 8080, host: '0.0.0.0' });
  expect(read({}, { ...env, DIPLOGRAPH_PORT: '9090' })).toMatchObject({ port: 9090, host: '0.0.0.0' });
  expect(read({ port: '0', host: 'localhost' }, env)).toMatchObject({ port: 0, host: 'localhost' });
  expect(read({}, { PORT: '', HOST: '' })).toEqual(defaultConfig);
});

test.each([
  [{ port: '70000' }, {}, /--port is "70000".*from 0 to 65535/],
  [{ port: '4e3' }, {}, /--port is "4e3"/],
  [{ port: '-1' }, {}, /--port is "-1"/],
  [{}, { PORT: 'http' }, /PORT is "http"/],
  [{ frameAncestors: ["https://a.example; script-src 'unsafe-inline'"] }, {}, /--frame-ancestors .* an origin such as/],
  [{ frameAncestors: ['example.org'] }, {}, /--frame-ancestors is "example.org"/],
  [{}, { DIPLOGRAPH_PORT: 'tcp://10.0.0.1:80' }, /DIPLOGRAPH_PORT is "tcp:/],
  [{}, { DIPLOGRAPH_WATCH: 'yes' }, /DIPLOGRAPH_WATCH is "yes".*true or false/],
  [{ limit: ['maxDepth=0'] }, {}, /--limit maxDepth is "0"/],
  [{ limit: ['maxDepth'] }, {}, /--limit maxDepth is ""/],
  [{ limit: ['maxTokens=1.5'] }, {}, /--limit maxTokens is "1.5"/],
  [{ limit: ['maxDept=3'] }, {}, /--limit is "maxDept=3".*name=number.*Did you mean "maxDepth"/],
  [{ limit: ['constructor=3'] }, {}, /--limit is "constructor=3"/],
  [{ corsOrigin: ['studio.apollographql.com'] }, {}, /--cors-origin is "studio.*https:/],
  [{ corsOrigin: ['https://example.org/page'] }, {}, /--cors-origin/],
  [{ trustProxy: ['nginx'] }, {}, /--trust-proxy is "nginx".*10\.0\.0\.0\/8/],
  [{ trustProxy: ['10.0.0.0/40'] }, {}, /--trust-proxy/],
])('%j with the environment %j is refused with what is expected', (options, env, message) => {
  expect(() => read(options, env)).toThrow(message);
});

test('a limit that is given changes that one and no other', () => {
  const { limits } = readConfig({ limit: ['maxDepth=20', 'maxTokens=9'] });
  expect(limits).toEqual({ ...defaultConfig.limits, maxDepth: 20, maxTokens: 9 });
});

test.each(Object.keys(defaultConfig.limits))('the limit %s is explained to people who may change it', (name) => {
  expect(readFileSync('docs/command-line.md', 'utf8')).toMatch(new RegExp(`\\b${name}\\b`));
});
