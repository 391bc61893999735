import type { Severity } from "../../model/issue.ts";
import type { Paint } from "./paint.ts";
import { counted } from "./plural.ts";

const COLOURS = { error: "red", warning: "yellow", note: "cyan" } as const satisfies Record<Severity, string>;

/** `error`, `warning` or `note` in its colour. */
export function severityLabel(severity: Severity, paint: Paint): string {
  return paint(COLOURS[severity], severity);
}

/** `2 errors, 1 warning`; `no problems` without any. */
export function issueCounts(issues: readonly { severity: Severity }[]): string {
  const counts = (["error", "warning", "note"] as const).map((severity) => ({
    severity,
    number: issues.filter((issue) => issue.severity === severity).length,
  }));
  const present = counts.filter(({ number }) => number > 0).map(({ severity, number }) => counted(number, severity));
  return present.length === 0 ? "no problems" : present.join(", ");
}
