import type { FlowValidationError } from "../../../gateway/index.ts";
import { isObject } from "../../../model/text/index.ts";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import { parseJson } from "../../input/json.ts";
import { readText } from "../../input/read-text.ts";
import { counted } from "../../output/phrases.ts";
import { visibleLine } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
import { UsageError } from "../../usage-error.ts";

/** The text of a flow JSON file or of stdin (`-`), unchanged: WhatsApp's lines and columns are those of the file. @throws UsageError */
export async function readFlowJson(file: string, { io }: Context): Promise<string> {
  const text = await readText(file, io);
  if (isObject(parseJson(text, file))) return text;
  throw new UsageError(`${file} does not contain a JSON object.`, 'Expected flow JSON: { "version", "screens" }.');
}

/** `46:17 INVALID_PROPERTY_VALUE: Invalid value found for property 'type'. (screens[0].layout.type)` */
export function validationErrorText(error: FlowValidationError): string {
  const { line_start: line, column_start: column, pointers } = error;
  const place = line === undefined ? "" : `${line}:${column ?? 1} `;
  const paths = Array.isArray(pointers) ? pointers.flatMap(pathOf) : [];
  return `${place}${error.error}: ${error.message}${paths.length === 0 ? "" : ` (${paths.join(", ")})`}`;
}

function pathOf(pointer: unknown): string[] {
  return isObject(pointer) && typeof pointer.path === "string" && pointer.path !== "" ? [pointer.path] : [];
}

/** Reports what WhatsApp finds wrong with a flow JSON, and ends the command with exit code 3. `state` is what became of it. */
export function reportValidation(errors: readonly FlowValidationError[], state: string, context: Context): void {
  if (errors.length === 0) return;
  context.exitCode = EXIT.invalid;
  const lines = errors.map((error) => wrap(`  ${visibleLine(validationErrorText(error))}`, context.width, "    "));
  context.note(
    [`WhatsApp reports ${counted(errors.length, "error")} in the flow JSON; ${state}.`, ...lines].join("\n"),
  );
}
