import type { TemplateBody } from "../../model/template/index.ts";
import { contentDigest } from "../content-digest.ts";
import type { ShapeFinding } from "../shape/shape-finding.ts";
import type { Finding } from "../source/finding.ts";
import { child, type LocatedMap, textOf } from "../source/located.ts";
import { pointerOf } from "../source/pointer.ts";
import type { DeclaredTemplate } from "./declared.ts";

/** Keys that we do not know are notes in content that is accepted: the account has them. */
export function judgedShape(shape: readonly ShapeFinding[], templates: readonly DeclaredTemplate[]): Finding[] {
  const accepted = new Set(
    templates.filter((template) => template.accepted !== undefined).map(({ source }) => pointerOf(source.path)),
  );
  return shape.map(({ path, finding }) =>
    finding.code === "unknown-key" && accepted.has(pointerOf(path.slice(0, -1)))
      ? { ...finding, severity: "note" }
      : finding,
  );
}

export interface Acceptance {
  /** The reason that `accepted` gives, when the content is still the one that was accepted. */
  reason?: string;
  /** Errors as notes, while the content is accepted; after an edit, as they are with a hint. */
  judge: (finding: Finding) => Finding;
}

/** What `accepted: {digest, reason}` in a language means for the creation rules that its content breaks. */
export function acceptance(language: LocatedMap, body: TemplateBody): Acceptance {
  const accepted = child(language, "accepted");
  const digest = textOf(child(accepted, "digest"));
  if (digest === undefined) return { judge: (finding) => finding };
  const actual = contentDigest(body);
  if (digest === actual) {
    const reason = textOf(child(accepted, "reason")) ?? "accepted";
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
