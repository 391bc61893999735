import { expect, test } from "vitest";
import { replacedVersions, sendableVersions } from "../../../../../src/model/template/index.ts";

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

test("a version is replaced once a newer one is APPROVED in each of its languages", () => {
  const old = [version(undefined, "en", "APPROVED"), version(undefined, "es", "APPROVED")];
  expect(replacedVersions([version(2, "en", "APPROVED"), ...old])).toEqual([]);
  expect(replacedVersions([version(2, "en", "APPROVED"), version(2, "es", "PENDING"), ...old])).toEqual([]);
  expect(replacedVersions([version(2, "en", "APPROVED"), version(2, "es", "APPROVED"), ...old])).toEqual([1]);
  expect(
    replacedVersions([version(3, "en", "APPROVED"), version(2, "en", "APPROVED"), version(1, "en", "PAUSED")]),
  ).toEqual([1, 2]);
  // It is not in the account any more.
  expect(replacedVersions([version(2, "en", "APPROVED"), version(1, "en", undefined)])).toEqual([]);
});
