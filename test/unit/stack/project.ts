import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Marks a position in a file's text. Removed before the file is written. */
const MARK = "‸";

interface Mark {
  file: string;
  line: number;
  column: number;
}

export interface Project {
  root: string;
  /** The positions of the marks, in the order of the files. */
  marks: Mark[];
}

/** A project in a temporary folder, with these files by path. Deleted after the test. */
export async function project(files: Readonly<Record<string, string | Uint8Array>>): Promise<Project> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "mycobot-stack-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const marks: Mark[] = [];
  for (const [file, content] of Object.entries({ "Pulumi.yaml": "name: test\n", ...files })) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), typeof content === "string" ? unmarked(file, content, marks) : content);
  }
  return { root, marks };
}

function unmarked(file: string, text: string, marks: Mark[]): string {
  const lines = text.split("\n").map((line, index) => {
    const column = line.indexOf(MARK);
    if (column >= 0) marks.push({ file, line: index + 1, column: column + 1 });
    return line.replace(MARK, "");
  });
  return lines.join("\n");
}

/** The start of a stack file, for tests that are about what follows. */
export const ACCOUNT = 'account: { waba: "102290129340398", app: "670843887433847" }\n';

/** One template with this content in en_US, indented by four. */
export function template(content: string, more = ""): string {
  const indented = content.replace(/\n$/, "").replaceAll("\n", "\n        ");
  return `${ACCOUNT}templates:\n  hello:\n    category: UTILITY\n${more}    languages:\n      en_US:\n        ${indented}\n`;
}
