import { fileTypeFromBuffer } from "file-type";
import type { MediaUse } from "../expand/expansion.ts";
import { error, type Finding } from "../source/finding.ts";
import { type MediaHead, mediaHead } from "./media-head.ts";
import { MEDIA_RULES } from "./media-kinds.ts";

/**
 * Whether the sample files lie in `folder`, exist and are what WhatsApp takes, judged by their content. Each file is read
 * once.
 */
export async function checkMedia(uses: readonly MediaUse[], folder: string): Promise<Finding[]> {
  const heads = new Map<string, Promise<MediaHead>>();
  const headOf = (use: MediaUse): Promise<MediaHead> => {
    const key = `${use.kind} ${use.file}`;
    const known = heads.get(key) ?? mediaHead(use, folder);
    heads.set(key, known);
    return known;
  };
  const findings: Finding[] = [];
  // One after the other: thousands of templates must not open thousands of files.
  for (const use of uses) {
    const finding = await mediaFinding(use, await headOf(use));
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

export async function mediaFinding(use: MediaUse, head: MediaHead): Promise<Finding | undefined> {
  if (use.node.unresolved === true) return undefined;
  const at = use.node.place;
  const name = `\`${String(use.node.value)}\``;
  const rule = MEDIA_RULES[use.kind];
  if ("refused" in head) {
    if (head.refused === "too-large") {
      const message = `${name} has ${megabytes(head.bytes ?? 0)} MB; ${articled(use.kind)} has up to ${megabytes(rule.maxBytes)} MB`;
      return error({ code: "media-too-large", at, message, hint: head.hint });
    }
    const code = head.refused === "outside" ? "outside-project" : "media-missing";
    return error({ code, at, message: `${name} ${head.reason}`, hint: head.hint });
  }
  const type = head.bytes === 0 ? undefined : (await fileTypeFromBuffer(head.head))?.mime;
  if (type !== undefined && rule.types.includes(type)) return undefined;
  const message = `${name} is ${type ?? (head.bytes === 0 ? "empty" : "of no known type")} by its content; ${articled(use.kind)} is ${rule.names}`;
  return error({ code: "media-type", at, message, hint: `Convert it to ${rule.names}: renaming does not help.` });
}

function articled(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "");
}
