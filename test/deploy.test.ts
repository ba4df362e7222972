/**
 * What ships: held to what the package has, and judged by whatever program for it is at hand.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { environmentName, settingKeys } from '../src/server/settings.ts';

const ROOT = resolve(import.meta.dirname, '..');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const there = (name: string): boolean => !spawnSync(name, [name === 'nginx' ? '-v' : '--version']).error;
const known = new Set([...settingKeys, 'config'].map(environmentName));

test.each(['Dockerfile', 'deploy/diplograph.service', 'deploy/kubernetes.yaml'])(
  '%s sets no variable that is none',
  (file) => {
    const set = [...textOf(file).matchAll(/\b(DIPLOGRAPH_[A-Z_]+)\b/g)].map((it) => it[1] ?? '');
    expect(set.length).toBeGreaterThan(0);
    // That a service of Kubernetes would set one is told in a comment.
    expect([...new Set(set)].filter((it) => !known.has(it))).toEqual([]);
  },
);

describe('the examples of proxies in docs/operations.md', () => {
  const example = (start: RegExp): string => start.exec(textOf('docs/operations.md'))?.[1] ?? '';
  const inFolder = (work: (folder: string) => void): void => {
    const folder = mkdtempSync(join(tmpdir(), 'diplograph-proxy-'));
    try {
      work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test.skipIf(!there('nginx') || !there('openssl'))('nginx takes its own', () => {
    const server = example(/```nginx\n([^`]*)```/);
    expect(server).toContain('proxy_pass');
    inFolder((folder) => {
      const files = ['-keyout', join(folder, 'graph.key'), '-out', join(folder, 'graph.pem')];
      spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=x', ...files]);
      const here = `pid ${join(folder, 'pid')}; events {} http { ${server.replaceAll('/etc/ssl', folder)} }`;
      writeFileSync(join(folder, 'nginx.conf'), here);
      const { status, stderr } = spawnSync('nginx', ['-t', '-c', join(folder, 'nginx.conf')], { encoding: 'utf8' });
      expect(stderr).toContain('syntax is ok');
      expect(status).toBe(0);
    });
  });

  test.skipIf(!there('caddy'))('Caddy takes its own', () => {
    const site = example(/For Caddy:\n\n```\n([^`]*)```/);
    expect(site).toContain('reverse_proxy');
    inFolder((folder) => {
      writeFileSync(join(folder, 'Caddyfile'), site);
      const line = ['validate', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
      const { status, stderr } = spawnSync('caddy', line, { encoding: 'utf8' });
      expect({ status, stderr }).toMatchObject({ status: 0 });
    });
  });
});

describe('the Dockerfile', () => {
  const lines = textOf('Dockerfile')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((it) => it !== '' && !it.startsWith('#'));
  const last = lines.slice(lines.findLastIndex((it) => it.startsWith('FROM')));

  test('copies what the package ships and the program needs', () => {
    const { files, bin } = JSON.parse(textOf('package.json')) as { files: string[]; bin: Record<string, string> };
    const copied = [...last.join(' ').matchAll(/ \/build\/(\S+)/g)].map((match) => match[1] ?? '');
    // Documents and what a `require` needs are for programs that use the package.
    const needed = files.filter((it) => !it.startsWith('!') && !['docs', 'require', 'CHANGELOG.md'].includes(it));
    expect(needed.filter((it) => !copied.some((path) => `${it}/`.startsWith(`${path}/`)))).toEqual([]);
    expect(last.find((it) => it.startsWith('ENTRYPOINT'))).toContain(bin.diplograph?.replace('.', '/app'));
  });

  test('runs as nobody in particular, tells whether it is ready, and stops on a signal', () => {
    const user = last.find((it) => it.startsWith('USER'));
    expect(user).toBe('USER node');
    expect(last.find((it) => it.startsWith('HEALTHCHECK'))).toContain('/ready');
    // The form with brackets: a shell in between would keep the signal to itself.
    for (const it of last.filter((it) => /^(ENTRYPOINT|CMD)/.test(it))) expect(it).toMatch(/^\w+ \[/);
    const outOfContext = textOf('.dockerignore').split('\n');
    expect(outOfContext).toEqual(expect.arrayContaining(['**/node_modules', '**/.git']));
  });
});

describe('the example for Kubernetes', () => {
  interface Manifest {
    readonly kind: string;
    // biome-ignore lint/suspicious/noExplicitAny: as Kubernetes has it.
    readonly spec: any;
  }
  const manifests = parseAllDocuments(textOf('deploy/kubernetes.yaml')).map((it) => it.toJS() as Manifest);
  const { spec } = manifests.find((it) => it.kind === 'Deployment') as Manifest;
  const [container] = spec.template.spec.containers;

  test('has two replicas, of which one is always ready, behind one address', () => {
    expect(manifests.map((it) => it.kind)).toEqual(['Deployment', 'Service', 'PodDisruptionBudget']);
    expect([spec.replicas, spec.strategy.rollingUpdate.maxUnavailable]).toEqual([2, 0]);
    const ports = container.ports.map((it: { name: string }) => it.name);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
      expect(ports).toContain(container[probe].httpGet.port);
    }
    expect(container.readinessProbe.httpGet.path).toBe('/ready');
    expect(container.livenessProbe.httpGet.path).toBe('/health');
  });

  test('gives no rights, and no variable of a service can be taken for a setting', () => {
    expect(spec.template.spec.securityContext.runAsNonRoot).toBe(true);
    expect(container.securityContext).toEqual({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
    expect(spec.template.spec.enableServiceLinks).toBe(false);
  });
});

test.skipIf(!there('systemd-analyze'))('the unit is one that systemd reads without complaint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diplograph-unit-'));
  const unit = join(folder, 'diplograph.service');
  writeFileSync(unit, textOf('deploy/diplograph.service'));
  const { stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stderr.split('\n').filter((it) => it.includes('diplograph.service'))).toEqual([]);
});
