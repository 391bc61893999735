import { describe, expect, test } from "vitest";
import { lintTemplate } from "../../../../src/model/template/rules/index.ts";

type Json = Record<string, unknown>;

export const HANDLE = "4::aW1hZ2UvanBlZw==:ARsample";

/** A body that breaks no rule, with other fields over it; undefined takes a field out. */
export function template(fields: Json = {}): Json {
  const body = { name: "order_shipped", language: "en_US", category: "UTILITY", components: [BODY], ...fields };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

export const BODY: Json = { type: "BODY", text: "Your order is on its way to you." };

export const withParts = (...components: unknown[]) => template({ components: [BODY, ...components] });
export const withBody = (body: Json, fields: Json = {}) =>
  template({ components: [{ type: "BODY", ...body }], ...fields });
export const withHeader = (header: Json, fields: Json = {}) =>
  template({ components: [{ type: "HEADER", ...header }, BODY], ...fields });
export const textHeader = (text: string) => withHeader({ format: "TEXT", text });
export const withFooter = (text: string) => withParts({ type: "FOOTER", text });
export const withButtons = (...buttons: unknown[]) => withParts({ type: "BUTTONS", buttons });
export const reply = (text: string) => ({ type: "QUICK_REPLY", text });
export const link = (fields: Json = {}) => ({ type: "URL", text: "Track", url: "https://example.com/t", ...fields });

export interface Row {
  rule: string;
  /** Keeps the rule; has no error at all. */
  good: unknown;
  /** Breaks the rule. */
  bad: unknown;
  code: string;
  path: string;
  severity?: "error" | "warning";
  /** WhatsApp's subcode, or its code where it has none. */
  answer?: number;
  /** Part of the message: the limit and the actual number. */
  says?: string;
}

/** One test per row: the good neighbour passes, the bad one has the issue at its place. */
export function table(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows)("$rule", ({ good, bad, code, path, severity = "error", answer, says }) => {
      const passing = lintTemplate(good);
      expect(passing.filter((issue) => issue.severity === "error" || issue.code === code)).toEqual([]);
      const found = lintTemplate(bad).filter((issue) => issue.code === code && issue.path === path);
      expect(found, JSON.stringify(lintTemplate(bad), null, 1)).not.toHaveLength(0);
      const [issue] = found;
      expect(issue?.severity).toBe(severity);
      expect(issue?.message).toContain(says ?? "");
      expect(issue?.hint).not.toBe("");
      if (answer !== undefined) expect([issue?.whatsapp?.subcode, issue?.whatsapp?.code]).toContain(answer);
    });
  });
}
