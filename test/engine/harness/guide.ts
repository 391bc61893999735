/** A command of a guide and its documented result. */
export interface GuideCommand {
  /** The text of the command, which may have several lines. */
  text: string;
  /** The exit code in a trailing comment such as `# exit 3`; otherwise 0. */
  exit: number;
  /** A code that the output must contain, from a comment such as `# exit 1: 131047`. */
  says: string | undefined;
  /** The number of its first line, starting at 1. */
  line: number;
}

const HEREDOC = /<<-?\s*'?(\w+)'?/;
const OUTCOME = /\s# exit (\d+)(?:: (\w+))?$/m;

function wholeCommand(lines: readonly string[], start: number): number {
  let end = start;
  const heredoc = HEREDOC.exec(lines[start] ?? "")?.[1];
  if (heredoc !== undefined) while (end < lines.length && lines[end] !== heredoc) end += 1;
  else while (lines[end]?.endsWith("\\")) end += 1;
  return end;
}

/** A `js` block that begins with the name of its file, such as `// sender.mjs`. */
const PROGRAM = /^```js\n\/\/ ([\w.-]+)\n([\s\S]*?)^```$/gm;

/** The programs of a guide as commands that write their files. The numbers of the lines after one grow by one. */
function programsAsCommands(markdown: string): string {
  return markdown.replace(PROGRAM, (_, name: string, text: string) => {
    return `\`\`\`sh\ncat > ${name} <<'PROGRAM'\n${text}PROGRAM\n\`\`\``;
  });
}

/**
 * The commands in the `sh` blocks of a Markdown text, in order; a `js` block that names its file is written to it. Blocks of other
 * languages are ignored.
 */
export function guideCommands(markdown: string): GuideCommand[] {
  const lines = programsAsCommands(markdown).split("\n");
  const commands: GuideCommand[] = [];
  let inside = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line.startsWith("```")) inside = !inside && line === "```sh";
    else if (inside && line.trim() !== "" && !line.startsWith("#")) {
      const end = wholeCommand(lines, index);
      const text = lines.slice(index, end + 1).join("\n");
      const [, exit = 0, says] = OUTCOME.exec(text) ?? [];
      commands.push({ text, exit: Number(exit), says, line: index + 1 });
      index = end;
    }
  }
  return commands;
}
