import { createHash } from "node:crypto";
import stringify from "safe-stable-stringify";
import { z } from "zod";
import { canonicalTemplate, type TemplateBody } from "../../model/template/index.ts";
import type { LocatedFinding } from "../findings.ts";
import { shown, text } from "../shape/schema.ts";
import { child, type LocatedMap, textOf } from "../source/located.ts";

/** Hex digits: enough to detect an edit, and short enough to read. */
const DIGITS = 16;

const EXAMPLE = { digest: "0d4a1f2b3c4d5e6f", reason: "exists in the account already" };

export const accepted = shown(
  z.strictObject({
    digest: text({
      description: "The digest of the accepted content. If it differs, errors show the current one.",
      example: EXAMPLE.digest,
      maxLength: DIGITS,
    }),
    reason: text({ description: "Why the content is accepted.", example: EXAMPLE.reason }),
  }),
  {
    description:
      "Accepts content that exists in the account although it breaks today's creation rules: the broken rules are notes until the content is edited.",
    example: EXAMPLE,
  },
);

/** The digest under `accepted`: hex digits over the content in canonical form, without its name. */
export function contentDigest(body: TemplateBody): string {
  const { name: _name, ...content } = canonicalTemplate(body) ?? {};
  return createHash("sha256").update(stringify(content)).digest("hex").slice(0, DIGITS);
}

interface Acceptance {
  /** The reason, while the digest matches the content. */
  reason?: string;
  /** Makes errors notes while the content is accepted. After an edit, errors are kept and their hint shows the new digest. */
  judge: (finding: LocatedFinding) => LocatedFinding;
}

/** How `accepted: {digest, reason}` in a language affects the creation rules that its content breaks. */
export function acceptance(language: LocatedMap, body: TemplateBody): Acceptance {
  const node = child(language, "accepted");
  const digest = textOf(child(node, "digest"));
  if (digest === undefined) return { judge: (finding) => finding };
  const actual = contentDigest(body);
  if (digest === actual) {
    const reason = textOf(child(node, "reason")) ?? "accepted";
    return {
      reason,
      judge: (finding) => ({ ...finding, severity: "note", message: `${finding.message} (accepted: ${reason})` }),
    };
  }
  const advice = `The content was edited since it was accepted: its digest is ${actual}, no longer ${digest}.`;
  return {
    judge: (finding) => (finding.severity === "error" ? { ...finding, hint: `${finding.hint} ${advice}` } : finding),
  };
}
