import { type OnRemoveTemplate, TEMPLATE_REMOVALS } from "../../model/policies.ts";
import { nameOfVersion } from "../../model/template/index.ts";
import { error, type LocatedFinding } from "../findings.ts";
import { NAME_PREFIX } from "../sections/settings.ts";
import {
  child,
  choiceOf,
  entriesOf,
  flagOf,
  isMap,
  isScalar,
  type LocatedEntry,
  type LocatedMap,
  type SourcePosition,
  textOf,
} from "../source/located.ts";
import type { Path } from "../source/pointer.ts";

/** A template, or an older version of one, as declared in the file. */
export interface TemplateSource {
  /** The key under `templates`. */
  key: string;
  version?: number;
  previous: boolean;
  /** The name in the account, prefix and version suffix included. */
  remoteName: string;
  /** The name contains a `${…}` whose value is set in another file. */
  nameUnknown: boolean;
  /** The position of `name:`, else of the key. */
  namePosition: SourcePosition;
  /** Overrides of the settings. An older version inherits them from the template. */
  protect?: boolean;
  onRemove?: OnRemoveTemplate;
  /** The template, or the version under `previous`. */
  node: LocatedMap;
  path: Path;
}

/** A template in one language. */
export interface LanguageSource {
  template: TemplateSource;
  language: string;
  /** Of the language's key. */
  position: SourcePosition;
  node: LocatedMap;
  path: Path;
}

/** Version 1 is the template before it had a version. */
function remoteNameOf(prefix: string, name: string, version = 1): string {
  return nameOfVersion(`${prefix}${name}`, version);
}

/**
 * Pulumi's logical name: `key/en_US`, from version 2 on `key@2/en_US`. Version 1 has no number, so that adding `version: 2`
 * keeps the resource of the older template.
 */
export function logicalNameOf(key: string, version: number | undefined, language: string): string {
  return `${key}${version === undefined || version === 1 ? "" : `@${version}`}/${language}`;
}

/** Every template of the file, each followed by its older versions. */
export function templateSources(tree: LocatedMap, findings: LocatedFinding[]): TemplateSource[] {
  const declared = textOf(child(child(tree, "settings"), "namePrefix")) ?? "";
  // An invalid prefix is one error, not an error of every name.
  const prefix = NAME_PREFIX.test(declared) ? declared : "";
  return entriesOf(child(tree, "templates")).flatMap(([key, entry]) => versionsOf(key, entry, prefix, findings));
}

function versionsOf(key: string, entry: LocatedEntry, prefix: string, findings: LocatedFinding[]): TemplateSource[] {
  const node = entry.value;
  if (!isMap(node)) return [];
  const nameNode = child(node, "name");
  const name = textOf(nameNode) ?? key;
  const namePosition = nameNode?.position ?? entry.keyPosition;
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
        namePosition: previous.keyPosition,
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
    namePosition,
    node,
    path,
    ...removal,
    ...(version === undefined ? {} : { version }),
  };
  return [own, ...older];
}

/** The overrides of a template, else those of `outer`. */
function removalOf(node: LocatedMap, outer: Pick<TemplateSource, "protect" | "onRemove">) {
  const protect = flagOf(node, "protect") ?? outer.protect;
  const onRemove = choiceOf(node, "onRemove", TEMPLATE_REMOVALS) ?? outer.onRemove;
  return { ...(protect === undefined ? {} : { protect }), ...(onRemove === undefined ? {} : { onRemove }) };
}

function wrongPrevious(number: string, version: number | undefined, entry: LocatedEntry): LocatedFinding | undefined {
  const at = entry.keyPosition;
  if (!/^[1-9]\d*$/.test(number)) {
    const message = `\`${number}\` is not a version: versions are 1, 2, 3 …`;
    return error({ code: "bad-version", at, message, hint: "Use the number of the older version." });
  }
  if (Number(number) < (version ?? 1)) return undefined;
  const message = `version ${number} under \`previous\` is not older than the current version, ${version ?? 1}`;
  return error({
    code: "bad-version",
    at,
    message,
    hint: `Set \`version: ${Number(number) + 1}\`, or remove version ${number}.`,
  });
}

export function languageSources(template: TemplateSource): LanguageSource[] {
  return entriesOf(child(template.node, "languages")).flatMap(([language, { keyPosition, value }]) =>
    isMap(value)
      ? [{ template, language, position: keyPosition, node: value, path: [...template.path, "languages", language] }]
      : [],
  );
}
