import { lintProfile } from "../../model/profile/index.ts";
import type { CheckFailure, CheckResult } from "../handler-results.ts";
import { hashMediaFile } from "../media-file.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { containsUnknown, type PropertyBag, withoutEngineKeys } from "../wire.ts";
import { declaredFields, inputsOf } from "./state.ts";

const DIGITS = /^\d+$/;

/** Checks a profile's inputs and adds the picture's hash. Parts that are not known yet are left alone. */
export async function checkProfile(
  _olds: PropertyBag,
  news: PropertyBag,
  runtime: ProviderRuntime,
): Promise<CheckResult> {
  const given = withoutEngineKeys(news);
  runtime.claims.add("profile", inputsOf(given).phone);
  const { connection, ...content } = given;
  if (!containsUnknown(connection)) runtime.claims.addConnection(connection);
  if (containsUnknown(content)) return { inputs: given };
  const inputs = inputsOf(given);
  const failures: CheckFailure[] = [];
  if (typeof inputs.phone !== "string" || !DIGITS.test(inputs.phone)) {
    failures.push({
      property: "phone",
      reason: `phone must be the phone number's id, a string of digits, not ${JSON.stringify(inputs.phone)}: write it in quotes, as a number it would lose digits`,
    });
  }
  for (const issue of lintProfile(declaredFields(inputs))) {
    if (issue.severity === "error")
      failures.push({
        property: issue.path.replace(/^\//, "").replaceAll("/", "."),
        reason: `${issue.message} ${issue.hint}`,
      });
  }
  const checked: PropertyBag = { ...given, onRemove: inputs.onRemove ?? "retain" };
  if (inputs.picture !== undefined) {
    try {
      checked.picture = { file: inputs.picture.file, sha256: await hashMediaFile(inputs.picture.file) };
    } catch (error) {
      failures.push({ property: "picture", reason: (error as Error).message });
    }
  }
  return failures.length > 0 ? { inputs: given, failures } : { inputs: checked };
}
