import type { Severity } from "../../model/issue.ts";
import type { Paint } from "./paint.ts";
import { counted } from "./phrases.ts";

const SEVERITY_COLORS = { error: "red", warning: "yellow", note: "cyan" } as const satisfies Record<Severity, string>;

const SEVERITIES = ["error", "warning", "note"] as const;

/** `error`, `warning` or `note` in its color. */
export function severityLabel(severity: Severity, paint: Paint): string {
  return paint(SEVERITY_COLORS[severity], severity);
}

/** `2 errors, 1 warning`, or `no problems`. */
export function issueCounts(issues: readonly { severity: Severity }[]): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    number: issues.filter((issue) => issue.severity === severity).length,
  }));
  const present = counts.filter(({ number }) => number > 0).map(({ severity, number }) => counted(number, severity));
  return present.length === 0 ? "no problems" : present.join(", ");
}
