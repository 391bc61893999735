import { isDeepStrictEqual } from "node:util";
import { compareProfiles, PROFILE_FIELD_NAMES } from "../../model/profile/index.ts";
import type { DiffResult } from "../handler-results.ts";
import { containsUnknown, type PropertyBag } from "../wire.ts";
import { declaredFields, inputsOf, type ProfileInputs } from "./state.ts";

/** Also a field that is no longer declared is a change: of what is managed, not of the account. */
export function sameDeclaration(before: ProfileInputs, after: ProfileInputs): boolean {
  return (
    PROFILE_FIELD_NAMES.every((field) => (before[field] === undefined) === (after[field] === undefined)) &&
    compareProfiles(declaredFields(after), declaredFields(before)).equal &&
    before.picture?.sha256 === after.picture?.sha256 &&
    (before.onRemove ?? "retain") === (after.onRemove ?? "retain")
  );
}

/** Compares declared with declared. A connection that is not known yet is no change; a known one is, so that the state learns it. */
export function diffProfile(olds: PropertyBag, news: PropertyBag): DiffResult {
  const before = inputsOf(olds);
  const after = inputsOf(news);
  if (before.phone !== after.phone) return { changes: true, replaces: ["phone"], deleteBeforeReplace: false };
  const { connection, ...content } = after;
  if (containsUnknown(content)) return { changes: true };
  if (!containsUnknown(connection) && before.connection !== connection) return {};
  return isDeepStrictEqual(before, after) || sameDeclaration(before, after) ? { changes: false } : {};
}
