import { open } from "node:fs/promises";
import { error, type Finding } from "./finding.ts";

/** Bytes. The largest account, 6000 templates, makes a file of about half that size. */
const MAX_BYTES = 10_000_000;

export type SourceText = { text: string } | { missing: true } | { finding: Finding };

/** A file's text without its byte order mark, or what keeps it from being read. */
export async function readSource(file: string): Promise<SourceText> {
  const at = { file, line: 1, column: 1 };
  try {
    const handle = await open(file, "r");
    try {
      const status = await handle.stat();
      if (!status.isFile()) {
        return {
          finding: error({ code: "not-a-file", at, message: `${file} is no file`, hint: "Name a .yaml file." }),
        };
      }
      if (status.size >= MAX_BYTES) {
        const message = `the file has ${status.size} bytes; a stack file has less than ${MAX_BYTES}`;
        return {
          finding: error({
            code: "file-too-large",
            at,
            message,
            hint: "Check that this is a stack file; if so, split it.",
          }),
        };
      }
      return decode(await handle.readFile(), at);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return { missing: true };
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `the file cannot be read: ${reason}`;
    return { finding: error({ code: "file-unreadable", at, message, hint: "Check the path and its permissions." }) };
  }
}

function decode(bytes: Buffer, at: { file: string; line: number; column: number }): SourceText {
  try {
    // TextDecoder takes a byte order mark away by itself.
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return {
      finding: error({ code: "not-utf-8", at, message: "the file is not UTF-8 text", hint: "Save it as UTF-8." }),
    };
  }
}
