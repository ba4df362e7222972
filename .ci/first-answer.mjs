/**
 * Starts the server as README says, on a free port, and asks it one question; fails unless the answer is right.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const QUESTION = '{ states(where: { id: { eq: "state:kaz" } }) { name } }';
const ANSWER = '{"states":[{"name":"Kazakhstan"}]}';
const PATIENCE_MS = 120_000;

// A group of its own, so that npm, its shell and the server can be stopped together.
const npm = spawn('npm', ['start', '--silent', '--', '--port', '0'], {
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const timer = setTimeout(() => fail(`No answer within ${PATIENCE_MS} ms.`), PATIENCE_MS);

try {
  const url = await firstUrl();
  const ready = await fetch(new URL('/ready', url));
  if (!ready.ok) throw new Error(`/ready says ${ready.status}.`);
  const answer = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTION }),
  });
  const text = await answer.text();
  if (JSON.stringify(JSON.parse(text).data) !== ANSWER) {
    throw new Error(`Asked ${QUESTION}, expected ${ANSWER}, got ${text}`);
  }
  process.stdout.write(`${url} answers.\n`);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
} finally {
  clearTimeout(timer);
  await stop();
}

/** The server says its address on stdout once it listens; what else comes before it is the compiler's complaint. */
async function firstUrl() {
  for await (const line of createInterface({ input: npm.stdout })) {
    if (line.startsWith('http://')) return line;
    process.stderr.write(`${line}\n`);
  }
  throw new Error('The server ended before it said its address.');
}

async function stop() {
  if (npm.exitCode !== null || npm.signalCode !== null) return;
  const ended = once(npm, 'exit');
  process.kill(-npm.pid, 'SIGTERM');
  await ended;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
  if (npm.exitCode === null) process.kill(-npm.pid, 'SIGKILL');
}
