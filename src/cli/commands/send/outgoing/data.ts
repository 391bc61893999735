import { isObject } from "../../../../model/text/index.ts";
import { parseJson, readJson } from "../../../input/json.ts";
import type { Io } from "../../../io.ts";
import { UsageError } from "../../../usage-error.ts";

/** The help of `--data`; `what` it contains: `cards`. */
export function dataHelp(what: string): string {
  return `${what}: JSON, @FILE, or @- for stdin`;
}

async function parsed(value: string, io: Io): Promise<unknown> {
  return value.startsWith("@") ? readJson(value.slice(1), io) : parseJson(value, "--data");
}

function isWholeMessage(value: unknown): boolean {
  return isObject(value) && ("messaging_product" in value || "interactive" in value);
}

function wrongData(value: unknown, expected: string): UsageError {
  return new UsageError(
    `--data is not a ${expected}.`,
    isWholeMessage(value)
      ? "This is a complete message: send it with `mycobot send --file FILE`."
      : "Pass JSON, @FILE, or @- for stdin.",
  );
}

/**
 * `--data`: JSON, `@FILE` or `@-`, as a list; `expected` completes "is not a …". Its elements are not checked here: the check
 * of the message reports their errors, with WhatsApp's codes.
 * @throws UsageError, JsonSyntaxError
 */
export async function readList<Element>(value: string, expected: string, io: Io): Promise<readonly Element[]> {
  const data = await parsed(value, io);
  if (!Array.isArray(data)) throw wrongData(data, expected);
  return data;
}

/** `--data` as an object, with fields as unchecked as the elements of {@link readList}. @throws UsageError, JsonSyntaxError */
export async function readObject<Shape extends object>(value: string, io: Io): Promise<Shape> {
  const data = await parsed(value, io);
  if (!isObject(data) || isWholeMessage(data)) throw wrongData(data, "JSON object");
  // See readList.
  return data as Shape;
}
