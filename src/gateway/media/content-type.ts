import { typeOfName } from "../../model/media/index.ts";
import { rowOf } from "../../model/text/index.ts";

/** WhatsApp's names of what file-type calls otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  "audio/x-m4a": "audio/mp4",
  "audio/ogg; codecs=opus": "audio/ogg",
  // Any other codec in OGG is refused.
  "audio/ogg": "audio/ogg; codecs=other",
  "video/x-m4v": "video/mp4",
  "image/apng": "image/png",
};

/** The container of old Word, Excel and PowerPoint files: which of them it is, only the name tells. */
const OLD_OFFICE = "application/x-cfb";

/** The MIME type by content, in WhatsApp's words; `head` is the file's beginning. Undefined when it is nothing known. */
export async function contentType(path: string, fileName: string, head: Uint8Array): Promise<string | undefined> {
  // Loaded when it is needed: most commands upload nothing.
  const { fileTypeFromFile } = await import("file-type");
  const mime: string | undefined = (await fileTypeFromFile(path))?.mime;
  if (mime === OLD_OFFICE) return typeOfName(fileName) ?? OLD_OFFICE;
  if (mime !== undefined) return rowOf(NAMES, mime) ?? mime;
  return isText(head) ? "text/plain" : undefined;
}

/** Plain text has no mark of its own: valid UTF-8 without control characters. */
function isText(head: Uint8Array): boolean {
  try {
    // `stream`: the beginning may end in the middle of a character.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}

/** Whether a WebP moves: the second bit of the extended header's flags. Source: WebP container specification. */
export function isAnimatedWebp(head: Uint8Array): boolean {
  const ascii = Buffer.from(head.subarray(0, 21)).toString("latin1");
  return ascii.startsWith("RIFF") && ascii.slice(8, 16) === "WEBPVP8X" && ((head[20] ?? 0) & 0b10) !== 0;
}
