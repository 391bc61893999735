import type { Issue } from "../../../issue.ts";
import { count, field, pointer, quote } from "../../../text/index.ts";
import { ANSWERS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { has, type Part, partsOf, textOf } from "../template-view.ts";

const PACKAGE = /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/;
const HASH = new RegExp(`^[A-Za-z0-9+/=]{${TEMPLATE_LIMITS.signatureHash}}$`);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function* packageIssues(app: Part, name: string): Iterable<Issue> {
  const path = pointer(app.path, "package_name");
  if (name.length > TEMPLATE_LIMITS.packageName || !PACKAGE.test(name))
    yield error(
      "package-name-invalid",
      path,
      `package_name ${quote(name)} is no Android package name of up to ${TEMPLATE_LIMITS.packageName} characters with at least two parts`,
      "Write it like com.example.app.",
      ANSWERS.invalidParameter,
    );
}

function* hashIssues(app: Part, hash: string): Iterable<Issue> {
  const path = pointer(app.path, "signature_hash");
  if (HASH.test(hash)) return;
  // Meta prints a hash with %2F for its slash.
  if (HASH.test(decoded(hash)))
    yield warning(
      "signature-hash-encoded",
      path,
      `signature_hash ${quote(hash)} is percent-encoded`,
      `Write ${quote(decoded(hash))}.`,
    );
  else
    yield error(
      "signature-hash-invalid",
      path,
      `signature_hash ${quote(hash)} has ${count(hash.length, "character")}; it has exactly ${TEMPLATE_LIMITS.signatureHash} letters, digits, +, / or =`,
      "Take the hash of the key that signs the app.",
      ANSWERS.invalidParameter,
    );
}

function* appIssues(app: Part, subject: string): Iterable<Issue> {
  for (const key of ["package_name", "signature_hash"])
    if (!has(app, key))
      yield error(
        "supported-app-incomplete",
        app.path,
        `an app of ${subject} has no ${key}`,
        `Add ${key}.`,
        ANSWERS.missingField,
      );
  const [name, hash] = [textOf(app, "package_name"), textOf(app, "signature_hash")];
  if (name !== undefined) yield* packageIssues(app, name);
  if (hash !== undefined) yield* hashIssues(app, hash);
}

function* twinIssues(apps: Part[]): Iterable<Issue> {
  const seen = new Set<string>();
  for (const app of apps) {
    const key = JSON.stringify([textOf(app, "package_name"), textOf(app, "signature_hash")]);
    if (seen.has(key))
      yield warning(
        "supported-app-twice",
        app.path,
        `the app ${textOf(app, "package_name") ?? ""} stands there twice`,
        "Keep one.",
      );
    seen.add(key);
  }
}

/** The apps that may read the code: ONE_TAP and ZERO_TAP need 1 to 5, COPY_CODE none. */
export function* supportedAppIssues(button: Part, subject: string, otpType: string): Iterable<Issue> {
  const path = pointer(button.path, "supported_apps");
  const list = field(button.value, "supported_apps");
  const apps = partsOf(list, path);
  const old = ["package_name", "signature_hash"].some((key) => has(button, key));
  const needed = otpType === "ONE_TAP" || otpType === "ZERO_TAP";
  if (old) {
    yield warning(
      "supported-apps-outside",
      button.path,
      `${subject} has package_name or signature_hash of its own, which works up to Graph v20.0 only`,
      'Write "supported_apps": [{"package_name": …, "signature_hash": …}].',
    );
    if (list === undefined) yield* appIssues(button, subject);
  }
  if (needed && !old && (list === undefined || (Array.isArray(list) && list.length === 0)))
    yield error(
      "supported-apps-missing",
      button.path,
      `${subject} is ${otpType} without supported_apps`,
      'Add "supported_apps": [{"package_name": …, "signature_hash": …}].',
      ANSWERS.missingField,
    );
  if (otpType === "COPY_CODE" && (list !== undefined || old))
    yield warning(
      "supported-apps-unused",
      list === undefined ? button.path : path,
      `${subject} is COPY_CODE and names apps, which only ONE_TAP and ZERO_TAP use`,
      "Take the apps out.",
    );
  if (Array.isArray(list) && list.length > TEMPLATE_LIMITS.supportedApps)
    yield error(
      "supported-apps-many",
      path,
      `${subject} has ${list.length} apps, WhatsApp allows ${TEMPLATE_LIMITS.supportedApps}`,
      "Take some out.",
      ANSWERS.invalidParameter,
    );
  for (const app of apps) yield* appIssues(app, subject);
  yield* twinIssues(apps);
}
