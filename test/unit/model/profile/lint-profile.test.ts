import { describe, expect, test } from "vitest";
import { lintProfile, VERTICALS } from "../../../../src/model/profile/index.ts";

interface Row {
  rule: string;
  good: Record<string, unknown>;
  bad: Record<string, unknown>;
  code: string;
  path: string;
  severity?: "error" | "warning";
  says?: string;
}

function site(length: number) {
  return `https://example.com/${"a".repeat(length - 20)}`;
}

function mail(length: number) {
  return `${"a".repeat(length - 12)}@example.com`;
}

const rows: Row[] = [
  {
    rule: "about has 139 characters",
    good: { about: "a".repeat(139) },
    bad: { about: "a".repeat(140) },
    code: "about-too-long",
    path: "/about",
    says: "140 characters; WhatsApp allows 139",
  },
  {
    rule: "about cannot be cleared",
    good: { about: "a" },
    bad: { about: "" },
    code: "about-empty",
    path: "/about",
    says: "no way to clear",
  },
  {
    rule: "an emoji may count as two",
    good: { about: `${"a".repeat(137)}🌿` },
    bad: { about: `${"a".repeat(138)}🌿` },
    code: "about-too-long",
    path: "/about",
    severity: "warning",
  },
  {
    rule: "address has 256 characters",
    good: { address: "a".repeat(256) },
    bad: { address: "a".repeat(257) },
    code: "address-too-long",
    path: "/address",
  },
  { rule: "address is a text", good: { address: "" }, bad: { address: 5 }, code: "wrong-type", path: "/address" },
  {
    rule: "description has 512 characters",
    good: { description: "" },
    bad: { description: "a".repeat(513) },
    code: "description-too-long",
    path: "/description",
  },
  {
    rule: "description has 256 characters, in doubt",
    good: { description: "a".repeat(256) },
    bad: { description: "a".repeat(512) },
    code: "description-long",
    path: "/description",
    severity: "warning",
  },
  {
    rule: "email has 128 characters",
    good: { email: mail(128) },
    bad: { email: mail(129) },
    code: "email-too-long",
    path: "/email",
  },
  {
    rule: "email is an address",
    good: { email: "a.b+c@mail.example.com" },
    bad: { email: "hello@example" },
    code: "email-invalid",
    path: "/email",
  },
  { rule: "email may be cleared", good: { email: "" }, bad: { email: " " }, code: "email-invalid", path: "/email" },
  {
    rule: "two websites",
    good: { websites: [site(40), site(41)] },
    bad: { websites: [site(40), site(41), site(42)] },
    code: "websites-too-many",
    path: "/websites",
    says: "3 websites; WhatsApp allows 2",
  },
  {
    rule: "a website of 256 characters",
    good: { websites: [site(256)] },
    bad: { websites: [site(257)] },
    code: "website-too-long",
    path: "/websites/0",
  },
  {
    rule: "a website with http(s)",
    good: { websites: ["http://example.com"] },
    bad: { websites: ["example.com"] },
    code: "website-scheme",
    path: "/websites/0",
  },
  {
    rule: "a website that is an address",
    good: { websites: [] },
    bad: { websites: ["https://"] },
    code: "website-invalid",
    path: "/websites/0",
  },
  {
    rule: "websites are a list",
    good: { websites: [] },
    bad: { websites: "https://example.com" },
    code: "wrong-type",
    path: "/websites",
  },
  {
    rule: "a website is a text",
    good: { websites: [] },
    bad: { websites: [null] },
    code: "wrong-type",
    path: "/websites/0",
  },
  {
    rule: "vertical is on the list",
    good: { vertical: "RETAIL" },
    bad: { vertical: "RETAILS" },
    code: "vertical-unknown",
    path: "/vertical",
  },
  {
    rule: "UNDEFINED is refused",
    good: { vertical: "OTHER" },
    bad: { vertical: "UNDEFINED" },
    code: "vertical-refused",
    path: "/vertical",
    says: "none was ever set",
  },
  {
    rule: "NOT_A_BIZ is refused",
    good: { vertical: "MATRIMONY_SERVICE" },
    bad: { vertical: "NOT_A_BIZ" },
    code: "vertical-refused",
    path: "/vertical",
    says: "older documentation",
  },
  { rule: "vertical cannot be cleared", good: {}, bad: { vertical: "" }, code: "vertical-refused", path: "/vertical" },
  {
    rule: "unknown fields",
    good: { messaging_product: "whatsapp" },
    bad: { web_sites: [] },
    code: "unknown-key",
    path: "/web_sites",
    severity: "warning",
  },
];

describe("a business profile", () => {
  test.each(rows)("$rule", ({ good, bad, code, path, severity = "error", says = "" }) => {
    expect(lintProfile(good)).toEqual([]);
    const issue = lintProfile(bad).find((found) => found.code === code);
    expect(issue).toMatchObject({ severity, path });
    expect(issue?.message).toContain(says);
    expect(issue?.hint).not.toBe("");
  });

  test.each(VERTICALS)("takes the vertical %s", (vertical) => {
    expect(lintProfile({ vertical })).toEqual([]);
  });

  test.each([
    [{ vertical: "retail" }, "RETAIL"],
    [{ vertical: "RESTURANT" }, "RESTAURANT"],
    [{ website: [] }, "websites"],
    [{ websites: ["example.com"] }, "https://example.com"],
  ])("%j is answered with %s", (fields, expected) => {
    expect(lintProfile(fields)[0]?.hint).toContain(expected);
  });

  test.each([null, undefined, "about", 5, []])("%j is not a profile", (value) => {
    expect(lintProfile(value)).toMatchObject([{ code: "not-an-object", path: "" }]);
  });
});
