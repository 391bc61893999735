import { isObject } from "../../../../model/text/index.ts";
import { jsonSyntaxProblem } from "../../../input/json-syntax.ts";
import { JsonSyntaxError, readJson } from "../../../input/read-json.ts";
import type { Io } from "../../../io.ts";
import { UsageError } from "../../../usage-error.ts";

const WHOLE_MESSAGE = "This is a whole message: send it with `mycobot send --file FILE`.";

async function parsed(value: string, io: Io): Promise<unknown> {
  if (value.startsWith("@")) return readJson(value.slice(1), io);
  try {
    return JSON.parse(value);
  } catch {
    throw new JsonSyntaxError("--data", jsonSyntaxProblem(value));
  }
}

function isWholeMessage(value: unknown): boolean {
  return isObject(value) && ("messaging_product" in value || "interactive" in value);
}

function wrong(value: unknown, wanted: string): UsageError {
  return new UsageError(
    `--data holds no ${wanted}.`,
    isWholeMessage(value) ? WHOLE_MESSAGE : "Give JSON, @FILE, or @- for stdin.",
  );
}

/**
 * `--data`: JSON, `@FILE` or `@-`, as a list. `wanted` completes "holds no …". Its elements are not looked at: what is wrong
 * with them, the check of the message says, with WhatsApp's codes.
 * @throws UsageError, JsonSyntaxError
 */
export async function readList<Element>(value: string, wanted: string, io: Io): Promise<readonly Element[]> {
  const data = await parsed(value, io);
  if (!Array.isArray(data)) throw wrong(data, wanted);
  return data;
}

/** `--data` as an object, its fields as unchecked as the elements of {@link readList}. @throws UsageError, JsonSyntaxError */
export async function readObject<Shape extends object>(value: string, io: Io): Promise<Shape> {
  const data = await parsed(value, io);
  if (!isObject(data) || isWholeMessage(data)) throw wrong(data, "JSON object");
  // See readList.
  return data as Shape;
}
