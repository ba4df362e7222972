/**
 * A program of one's own that proposes claims, such as one that asks a language model: it is given the article and what
 * the ontology allows as JSON on its standard input, and answers with JSON. Nothing it says is believed: its claims pass
 * the gate. It may neither hang nor flood.
 */
import { spawn } from 'node:child_process';
import type { GraphView } from '../views/graph-view.ts';
import type { Article } from './article.ts';
import { type Admitted, admit, type ProposedClaim, type ProposedNode } from './gate.ts';
import { claimModalities } from './lexicon.ts';
import { proposerFailed } from './problems.ts';

export interface ProposerLimits {
  readonly milliseconds: number;
  readonly characters: number;
}

const USUAL: ProposerLimits = { milliseconds: 120_000, characters: 4_000_000 };

/** What the proposer claims, gated. Throws `proposer-failed` when it gives no answer that can be read. */
export async function askProposer(
  command: string,
  view: GraphView,
  article: Article,
  source: string,
  limits: ProposerLimits = USUAL,
): Promise<Admitted> {
  const edges = [...view.ontology.edgeTypes.values()].map(({ name, description, ends }) => ({
    name,
    description,
    ends,
  }));
  const question = { text: article.text, published: article.published, source, modalities: claimModalities, edges };
  const answer = await run(command, JSON.stringify(question), limits);
  let said: unknown;
  try {
    said = JSON.parse(answer);
  } catch (error) {
    throw proposerFailed(command, `its answer is no JSON (${(error as Error).message})`);
  }
  const { nodes, claims } = (said ?? {}) as { nodes?: unknown; claims?: unknown };
  if (!Array.isArray(nodes) || !Array.isArray(claims))
    throw proposerFailed(command, 'its answer has no lists "nodes" and "claims"');
  const isMap = (it: unknown): boolean => typeof it === 'object' && it !== null;
  return admit(view, article, source, 'proposer', {
    nodes: nodes.filter(isMap) as ProposedNode[],
    claims: claims.filter(isMap) as ProposedClaim[],
  });
}

function run(command: string, input: string, { milliseconds, characters }: ProposerLimits): Promise<string> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what the command starts ends with it.
    const child = spawn(command, { shell: true, detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
    let answer = '';
    const stop = (reason: string): void => {
      clearTimeout(timer);
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
      reject(proposerFailed(command, reason));
    };
    const timer = setTimeout(() => stop(`it took more than ${milliseconds / 1000} seconds`), milliseconds);
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      answer += piece;
      if (answer.length > characters) stop(`it wrote more than ${characters} characters`);
    });
    child.on('error', (error) => stop(error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(answer);
      else reject(proposerFailed(command, `it ended with code ${code}`));
    });
    // Whoever reads nothing closes the pipe; that is its right.
    child.stdin.on('error', () => undefined).end(input);
  });
}
