import { isMycobotError } from "../../errors/index.ts";
import type { Issue } from "../../model/issue.ts";
import {
  canonicalTemplate,
  lintTemplate,
  type MediaFile,
  mediaFilesOf,
  replaceMediaFiles,
  type TemplateBody,
} from "../../model/template/index.ts";
import { contentOfBody } from "../../model/template/inputs.ts";
import type { CheckFailure, CheckResult } from "../define-resource.ts";
import { hashMediaFile } from "../media-file.ts";
import { containsUnknown, type PropertyBag, urnOf, withoutEngineKeys } from "../property-bag.ts";
import type { Run } from "../run.ts";
import { announceTakeOver } from "./create.ts";
import { hasSameContent } from "./diff.ts";
import { bodyOf, idOf, inputsOf, placementOf, type TemplateInputs, withoutDefaults } from "./state.ts";

const REQUIRED = ["waba", "name", "language", "category"];
const IDS = ["waba", "app"];
const DIGITS = /^\d+$/;

/** Inputs that are missing or are not strings: a YAML number loses the last digits of an id. */
function malformed(inputs: PropertyBag): CheckFailure[] {
  const missing = REQUIRED.filter((property) => inputs[property] === undefined || inputs[property] === "");
  const failures = missing.map((property) => ({ property, reason: `${property} is required` }));
  for (const property of [...REQUIRED, "connection", "app"]) {
    const value = inputs[property];
    if (value === undefined || missing.includes(property) || containsUnknown(value)) continue;
    if (typeof value !== "string") {
      failures.push({
        property,
        reason: `${property} must be a string, not ${JSON.stringify(value)}: quote it, because a number loses digits`,
      });
    } else if (IDS.includes(property) && !DIGITS.test(value)) {
      failures.push({ property, reason: `${property} must consist of digits, not "${value}"` });
    }
  }
  return failures;
}

function failureOf(issue: Issue): CheckFailure {
  return {
    property: issue.path.replace(/^\//, "").replaceAll("/", ".") || "template",
    reason: `${issue.message} ${issue.hint}`,
  };
}

function reasonOf(error: unknown): string {
  return isMycobotError(error) ? error.describe() : String(error);
}

/** The body with the hash of each media file, so that a changed file is a changed input. Unreadable files are failures. */
async function withHashes(body: TemplateBody, run: Run): Promise<{ body: TemplateBody; failures: CheckFailure[] }> {
  const hashes = new Map<string, string>();
  const failures: CheckFailure[] = [];
  for (const { pointer, media, format } of mediaFilesOf(body)) {
    try {
      hashes.set(media.file, await hashMediaFile(media.file, format, run.folder));
    } catch (error) {
      failures.push({ property: pointer.replace(/^\//, "").replaceAll("/", "."), reason: reasonOf(error) });
    }
  }
  const hashed = replaceMediaFiles(body, (media: MediaFile) => ({ ...media, sha256: hashes.get(media.file) ?? "" }));
  return { body: hashed, failures };
}

/** Only where the content is new or changed: the buttons are often intended, and the next run would say it again. */
function warnOfDesktop(
  issues: readonly Issue[],
  { name, language }: TemplateInputs,
  news: PropertyBag,
  run: Run,
): void {
  const issue = issues.find(({ code }) => code === "buttons-on-desktop");
  if (issue === undefined) return;
  const label = `${name}/${language}`;
  const text = `${label}: ${issue.message}. ${issue.hint}`;
  run.warnings.add("MYCO_W_NOT_ON_DESKTOP", text, urnOf(news, "template", label));
}

/** Validates and normalizes a template's inputs. Parts that are not yet known are not checked. */
export async function checkTemplate(olds: PropertyBag, news: PropertyBag, run: Run): Promise<CheckResult> {
  const given = withoutEngineKeys(news);
  run.claims.add("template", idOf(inputsOf(given)));
  if (!containsUnknown(given.connection)) run.claims.addConnection(given.connection);
  const failures = malformed(given);
  if (failures.length > 0) return { inputs: given, failures };
  const { connection, ...content } = given;
  if (containsUnknown(content)) return { inputs: given };
  const inputs = inputsOf(content);
  const declared = bodyOf(inputs);
  const issues = lintTemplate(declared);
  const errors = inputs.accepted === undefined ? issues.filter(({ severity }) => severity === "error") : [];
  if (errors.length > 0) return { inputs: given, failures: errors.map(failureOf) };
  const hashed = await withHashes(canonicalTemplate(declared), run);
  if (hashed.failures.length > 0) return { inputs: given, failures: hashed.failures };
  const isNew = Object.keys(olds).length === 0;
  if (isNew || !hasSameContent(bodyOf(inputsOf(olds)), hashed.body)) warnOfDesktop(issues, inputs, news, run);
  if (isNew) await announceTakeOver(inputs, news, run);
  return { inputs: withoutDefaults({ ...placementOf(given), ...contentOfBody(hashed.body) }) };
}
