import { describe, expect, test } from "vitest";
import { lintTemplate } from "../../../../src/model/template/index.ts";

type Json = Record<string, unknown>;

export const HANDLE = "4::aW1hZ2UvanBlZw==:ARsample";

/** A body that breaks no rule, with other fields over it; undefined takes a field out. */
export function template(fields: Json = {}): Json {
  const body = { name: "order_shipped", language: "en_US", category: "UTILITY", components: [BODY], ...fields };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

export const BODY: Json = { type: "BODY", text: "Your order is on its way to you." };

export function withParts(...components: unknown[]) {
  return template({ components: [BODY, ...components] });
}

export function withBody(body: Json, fields: Json = {}) {
  return template({ components: [{ type: "BODY", ...body }], ...fields });
}

export function withHeader(header: Json, fields: Json = {}) {
  return template({ components: [{ type: "HEADER", ...header }, BODY], ...fields });
}

export function textHeader(text: string) {
  return withHeader({ format: "TEXT", text });
}

export function withFooter(text: string) {
  return withParts({ type: "FOOTER", text });
}

export function withButtons(...buttons: unknown[]) {
  return withParts({ type: "BUTTONS", buttons });
}

export function reply(text: string) {
  return { type: "QUICK_REPLY", text };
}

export function link(fields: Json = {}) {
  return { type: "URL", text: "Track", url: "https://example.com/t", ...fields };
}

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
