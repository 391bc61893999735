import { structuredPatch } from "diff";
import type { StackEdit } from "../../../stack/index.ts";
import type { Color, Paint } from "../../output/paint.ts";
import { visibleLine } from "../../output/visible.ts";

const CONTEXT_LINES = 2;
const COLORS: Readonly<Record<string, Color>> = { "+": "green", "-": "red" };

/** The changed lines of an edit with the lines around them, as in a unified diff. */
export function patchLines({ file, before, after }: StackEdit): string[] {
  const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, { context: CONTEXT_LINES });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines.filter((line) => !line.startsWith("\\")).map((line) => line.trimEnd()),
  ]);
}

export function patchText(edit: StackEdit, paint: Paint): string {
  const lines = patchLines(edit).map((line) => paint(COLORS[line.charAt(0)] ?? "dim", visibleLine(line)));
  return [paint("bold", visibleLine(edit.file)), ...lines].join("\n");
}
