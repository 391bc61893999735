/** A command of a guide, with what the guide says it ends with. */
export interface GuideCommand {
  /** As it is written, several lines where it has them. */
  text: string;
  /** `# exit 3` behind it; 0 otherwise. */
  exit: number;
  /** A code that has to stand in what it prints: `# exit 1: 131047`. */
  says: string | undefined;
  /** Where it begins, counted from 1. */
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

/** The commands in the `sh` blocks of a Markdown text, in their order. Blocks of other languages are not to be run. */
export function guideCommands(markdown: string): GuideCommand[] {
  const lines = markdown.split("\n");
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
