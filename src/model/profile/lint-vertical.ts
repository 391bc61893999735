import type { Issue } from "../issue.ts";
import { closest, quote } from "../text/index.ts";
import { REFUSED_VERTICALS, VERTICALS } from "./tables.ts";

/** The industry: one that a write accepts. */
export function* lintVertical(vertical: string, path: string): Iterable<Issue> {
  if (VERTICALS.includes(vertical)) return;
  const upper = vertical.toUpperCase();
  const refused = vertical === "" ? "an industry cannot be taken back" : REFUSED_VERTICALS.get(upper);
  const meant = closest(vertical, VERTICALS);
  yield {
    severity: "error",
    code: refused === undefined ? "vertical-unknown" : "vertical-refused",
    path,
    message:
      refused === undefined
        ? `vertical ${quote(vertical)} is none of ${VERTICALS.join(", ")}`
        : `WhatsApp refuses the vertical ${quote(vertical)}: ${refused}`,
    hint:
      refused !== undefined
        ? "Leave vertical out (then it stays as it is), or write OTHER."
        : meant === undefined
          ? "Write one of them, for example OTHER."
          : `Did you mean ${meant}?`,
    whatsapp: { code: 100 },
  };
}
