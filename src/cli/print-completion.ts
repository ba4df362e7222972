/**
 * The commands and options as shells complete them.
 */
import type { Command, Option } from 'commander';

export const shellNames = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type ShellName = (typeof shellNames)[number];
export const isShellName = (name: string): name is ShellName => shellNames.some((it) => it === name);

/** A script for each shell. */
export const completions: Readonly<Record<ShellName, (program: Command) => string>> = {
  bash: printBash,
  zsh: printZsh,
  fish: printFish,
  powershell: printPowerShell,
};

/** The options of a command and those of all commands, as they are typed in full. */
export function commandOptions(program: Command, command: Command = program): readonly Option[] {
  const own = command === program ? [] : command.options;
  return [...own, ...program.options].filter((it) => it.long !== undefined && !it.hidden);
}

const flagsOf = (options: readonly Option[]): string[] => [...options.map((it) => it.long ?? ''), '--help'];
const namesOf = (program: Command): string[] => program.commands.map((it) => it.name());
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function printBash(program: Command): string {
  const names = namesOf(program);
  const cases = program.commands.map(
    (it) => `    ${it.name()}) words='${flagsOf(commandOptions(program, it)).join(' ')}' ;;`,
  );
  return `# diplograph for bash
_diplograph() {
  local word=\${COMP_WORDS[COMP_CWORD]} command= words i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in ${names.join('|')}) command=\${COMP_WORDS[i]}; break ;; esac
  done
  case $command in
    '') words='${[...names, ...flagsOf(commandOptions(program))].join(' ')}' ;;
${cases.join('\n')}
  esac
  COMPREPLY=()
  if [[ -z $command || $word == -* ]]; then
    while IFS= read -r i; do COMPREPLY+=("$i"); done < <(compgen -W "$words" -- "$word")
  fi
}
complete -o default -F _diplograph diplograph
`;
}

function printZsh(program: Command): string {
  const described = (name: string, text: string): string => quoted(`${name.replaceAll(':', '\\:')}:${text}`);
  const listed = (options: readonly Option[]): string =>
    options.map((it) => described(it.long ?? '', it.description)).join(' ');
  const cases = program.commands.map((it) => `    ${it.name()}) options=(${listed(commandOptions(program, it))}) ;;`);
  return `#compdef diplograph
_diplograph() {
  local word command
  local -a commands options
  commands=(${program.commands.map((it) => described(it.name(), it.summary())).join(' ')})
  for word in \${words[2,CURRENT-1]}; do
    case $word in ${namesOf(program).join('|')}) command=$word; break ;; esac
  done
  case $command in
    '') options=(${listed(commandOptions(program))}) ;;
${cases.join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then _describe option options
  elif [[ -z $command ]]; then _describe command commands
  else _files
  fi
}
compdef _diplograph diplograph
`;
}

function printFish(program: Command): string {
  const line = (when: string, rest: string, text: string): string =>
    `complete -c diplograph -n ${quoted(when)} ${rest} -d ${quoted(text)}`;
  const optionLine = (when: string, { long = '', short, required, description }: Option): string => {
    const letter = short === undefined ? '' : ` -s ${short.slice(1)}`;
    return line(when, `-l ${long.slice(2)}${letter}${required ? ' -r' : ''}`, description);
  };
  return [
    '# diplograph for fish',
    ...program.commands.map((it) => line('__fish_use_subcommand', `-f -a ${it.name()}`, it.summary())),
    ...commandOptions(program).map((it) => optionLine('true', it)),
    ...program.commands.flatMap((command) =>
      command.options.map((it) => optionLine(`__fish_seen_subcommand_from ${command.name()}`, it)),
    ),
    '',
  ].join('\n');
}

function printPowerShell(program: Command): string {
  const list = (words: readonly string[]): string => `@(${words.map((it) => `'${it}'`).join(', ')})`;
  const options = program.commands.map((it) => `    '${it.name()}' = ${list(flagsOf(commandOptions(program, it)))}`);
  return `# diplograph for PowerShell
Register-ArgumentCompleter -Native -CommandName diplograph -ScriptBlock {
  param($word, $line, $position)
  $commands = ${list(namesOf(program))}
  $options = @{
${options.join('\n')}
  }
  $command = $line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" } | Where-Object { $commands -contains $_ } | Select-Object -First 1
  $words = if ($command -and $command -ne $word) { $options[$command] } else { $commands + ${list(flagsOf(commandOptions(program)))} }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
