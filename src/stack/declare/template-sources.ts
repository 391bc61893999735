import { NAME_PREFIX } from "../schema/settings.ts";
import { error, type Finding } from "../source/finding.ts";
import { child, entriesOf, isMap, isScalar, type LocatedEntry, type LocatedMap, textOf } from "../source/located.ts";
import { flagOf, onRemoveOf } from "./declare-settings.ts";
import type { LanguageSource, TemplateSource } from "./template-source.ts";

/** Version 1 is the template as it was before anyone counted: its name, and its resource, stay what they were. */
function remoteNameOf(prefix: string, name: string, version: number | undefined): string {
  return `${prefix}${name}${version === undefined || version === 1 ? "" : `_v${version}`}`;
}

/**
 * Pulumi's logical name: `key/en_US`, from version 2 on `key@2/en_US`. Version 1 has the name without a number, so that the
 * first bump of a template leaves its older resource alone.
 */
export function logicalNameOf(key: string, version: number | undefined, language: string): string {
  return `${key}${version === undefined || version === 1 ? "" : `@${version}`}/${language}`;
}

/** Every template of the file, older versions after the present one. */
export function templateSources(tree: LocatedMap, findings: Finding[]): TemplateSource[] {
  const declared = textOf(child(child(tree, "settings"), "namePrefix")) ?? "";
  // A prefix with other characters is an error of its own, not one of every name.
  const prefix = NAME_PREFIX.test(declared) ? declared : "";
  return entriesOf(child(tree, "templates")).flatMap(([key, entry]) => versionsOf(key, entry, prefix, findings));
}

function versionsOf(key: string, entry: LocatedEntry, prefix: string, findings: Finding[]): TemplateSource[] {
  const node = entry.value;
  if (!isMap(node)) return [];
  const nameNode = child(node, "name");
  const name = textOf(nameNode) ?? key;
  const namePlace = nameNode?.place ?? entry.keyPlace;
  const nameUnknown = isScalar(nameNode) && nameNode.unresolved === true;
  const versionNode = child(node, "version");
  const version = isScalar(versionNode) && typeof versionNode.value === "number" ? versionNode.value : undefined;
  const path = ["templates", key];
  const removal = removalOf(node, {});
  const older = entriesOf(child(node, "previous")).flatMap(([number, previous]): TemplateSource[] => {
    if (!isMap(previous.value)) return [];
    const wrong = wrongPrevious(number, version, previous);
    if (wrong !== undefined) {
      findings.push(wrong);
      return [];
    }
    const remoteName = remoteNameOf(prefix, name, Number(number));
    const below = { node: previous.value, path: [...path, "previous", number] };
    return [
      {
        key,
        version: Number(number),
        previous: true,
        remoteName,
        nameUnknown,
        namePlace: previous.keyPlace,
        ...removalOf(previous.value, removal),
        ...below,
      },
    ];
  });
  const remoteName = remoteNameOf(prefix, name, version);
  const own = {
    key,
    previous: false,
    remoteName,
    nameUnknown,
    namePlace,
    node,
    path,
    ...removal,
    ...(version === undefined ? {} : { version }),
  };
  return [own, ...older];
}

/** What a template says about its removal, else what `outer` says. */
function removalOf(node: LocatedMap, outer: Pick<TemplateSource, "protect" | "onRemove">) {
  const protect = flagOf(node, "protect") ?? outer.protect;
  const onRemove = onRemoveOf(node) ?? outer.onRemove;
  return { ...(protect === undefined ? {} : { protect }), ...(onRemove === undefined ? {} : { onRemove }) };
}

function wrongPrevious(number: string, version: number | undefined, entry: LocatedEntry): Finding | undefined {
  const at = entry.keyPlace;
  if (!/^[1-9]\d*$/.test(number)) {
    const message = `\`${number}\` is no version: versions are 1, 2, 3 …`;
    return error({ code: "bad-version", at, message, hint: "Write the older version's number." });
  }
  if (Number(number) < (version ?? 1)) return undefined;
  const message = `version ${number} under \`previous\` is not older than the present version, ${version ?? 1}`;
  return error({
    code: "bad-version",
    at,
    message,
    hint: `Set \`version: ${Number(number) + 1}\`, or take version ${number} out.`,
  });
}

export function languageSources(template: TemplateSource): LanguageSource[] {
  return entriesOf(child(template.node, "languages")).flatMap(([language, { keyPlace, value }]) =>
    isMap(value)
      ? [{ template, language, place: keyPlace, node: value, path: [...template.path, "languages", language] }]
      : [],
  );
}
