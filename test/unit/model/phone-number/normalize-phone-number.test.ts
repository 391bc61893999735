import { describe, expect, test } from "vitest";
import { normalizePhoneNumber } from "../../../../src/model/phone-number/index.ts";

describe("a phone number in any spelling", () => {
  test.each([
    ["+49 151 23456789", "4915123456789"],
    ["+1 (650) 555-1234", "16505551234"],
    ["+44.20.7946.0958", "442079460958"],
    ["\u202a+49\u00a0151\u2011234\u2013567\u206089\u202c", "4915123456789"],
    ["＋49 151/23456789", "4915123456789"],
    ["16505551234", "16505551234"],
    ["+683 4002", "6834002"], // Niue: the shortest numbers there are
  ])("%j", (text, number) => {
    expect(normalizePhoneNumber(text)).toEqual({ number, issues: [] });
  });

  test.each([
    ["", "phone-number-empty"],
    ["+ () -", "phone-number-empty"],
    ["+49 151", "phone-number-too-short"],
    ["123456", "phone-number-too-short"],
    ["1234567890123456", "phone-number-too-long"],
    ["+49 151 2345678x", "phone-number-character"],
    ["49+15123456789", "phone-number-character"],
    ["tel:+4915123456789", "phone-number-character"],
    ["٤٩١٥١٢٣٤٥٦٧٨٩", "phone-number-character"],
  ])("%j is impossible", (text, code) => {
    const { number, issues } = normalizePhoneNumber(text);
    expect(number).toBeUndefined();
    expect(issues).toEqual([expect.objectContaining({ severity: "error", code, whatsapp: { code: 131009 } })]);
  });

  test.each([
    ["+1 123 456 7890", "11234567890", "phone-number-doubtful"],
    ["+999 12345678", "99912345678", "phone-number-doubtful"],
    ["1234567", "1234567", "phone-number-doubtful"],
    ["0049 151 23456789", "004915123456789", "phone-number-without-country"],
    ["0151 23456789", "015123456789", "phone-number-without-country"],
  ])("%j is doubtful, and sent unchanged", (text, number, code) => {
    expect(normalizePhoneNumber(text)).toEqual({
      number,
      issues: [expect.objectContaining({ severity: "warning", code })],
    });
  });

  test.each(["US.13491208655302741918", "US.ENT.11815799212886844830", "Y2FwaV9ncm91cDoxMjM0NTY3ODkwOmFiY2RlZg=="])(
    "%s is not a phone number, and is unchanged",
    (id) => {
      expect(normalizePhoneNumber(id)).toEqual({ number: id, issues: [] });
    },
  );
});
