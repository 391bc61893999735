import { expect, test } from "vitest";
import { sendableVersions } from "../../../../src/model/template/index.ts";

const version = (number: number | undefined, language: string, status: string | undefined) => ({
  version: number,
  name: number === undefined ? "sale" : `sale_v${number}`,
  language,
  status,
});

test("the newest APPROVED version of each language, whatever the order", () => {
  const { versions, unsendable } = sendableVersions([
    version(3, "en", "PENDING"),
    version(undefined, "en", "APPROVED"),
    version(2, "en", "APPROVED"),
    version(10, "es", "APPROVED"),
    version(9, "es", "APPROVED"),
    version(2, "fr", "PAUSED"),
    version(2, "de", undefined),
  ]);
  expect([...versions].map(([language, { name }]) => [language, name])).toEqual([
    ["en", "sale_v2"],
    ["es", "sale_v10"],
  ]);
  expect(unsendable).toEqual(["fr", "de"]);
});

test.each(["PENDING", "REJECTED", "PAUSED", "DISABLED", "IN_APPEAL", "PENDING_DELETION", "ARCHIVED", "UNKNOWN"])(
  "%s is not sendable",
  (status) => {
    expect(sendableVersions([version(undefined, "en", status)])).toEqual({ versions: new Map(), unsendable: ["en"] });
  },
);
