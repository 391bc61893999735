import { createHash } from "node:crypto";
import stringify from "safe-stable-stringify";
import { canonicalTemplate, type TemplateBody } from "../model/template/index.ts";

/** Hex digits: enough to tell an edit by, short enough to read. */
const DIGITS = 16;

/** What `accepted.digest` holds: 16 hex digits over the content in canonical form, without its name. */
export function contentDigest(body: TemplateBody): string {
  const { name: _name, ...content } = canonicalTemplate(body) ?? {};
  return createHash("sha256").update(stringify(content)).digest("hex").slice(0, DIGITS);
}
