/**
 * `diplograph mcp`: the graph as tools for a language model, over standard input and output.
 */
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

interface McpOptions {
  readonly proposals?: string;
}

export function addMcp(program: Command, shell: Shell): void {
  program
    .command('mcp')
    .summary('offer the graph as tools to a language model (MCP over standard input and output)')
    .description(
      'Speaks the Model Context Protocol over standard input and output: clients such as editors and desktop assistants ' +
        'start it and ask. It reads the graph and changes nothing; what goes wrong is told on stderr.',
    )
    .option('--proposals <folder>', 'let the model propose claims, which wait in this folder for your review')
    .addHelpText(
      'before',
      examples('diplograph mcp', 'diplograph mcp --data my-graph --schema my-graph/schema.graphql'),
    )
    .action((options: McpOptions, command: Command) => shell.run(command, (workplace) => mcp(options, workplace)));
}

async function mcp({ proposals }: McpOptions, { terminal, output, files }: Workplace): Promise<0> {
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { view, about } = await openFolder(files);
  const { makeMcpServer } = await import('../../agents/mcp-server.ts');
  const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
  const { defaultLimits } = await import('../../graphql/limits/query-limits.ts');
  const { readExampleQueries } = await import('../../server/query-editor.ts');
  const server = makeMcpServer({
    graph: () => ({
      ...{ view, about, limits: defaultLimits, patterns: join(files.data, 'patterns') },
      ...(proposals !== undefined && { proposals: resolve(terminal.cwd, proposals) }),
    }),
    questions: () => readExampleQueries(files.queries),
    print: (text) => output.problem(text),
  });
  const ended = new Promise<void>((end) => {
    server.onclose = end;
    terminal.stdin.on('end', () => void server.close());
  });
  await server.connect(new StdioServerTransport(terminal.stdin, terminal.stdout));
  await ended;
  return exitCode.fine;
}
