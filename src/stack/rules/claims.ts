import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { error, type LocatedFinding, warning } from "../findings.ts";
import { interpolate } from "../interpolate.ts";
import { mergeFiles, withoutNulls } from "../merge.ts";
import {
  child,
  entriesOf,
  isMap,
  isScalar,
  type Located,
  type LocatedEntry,
  type LocatedMap,
  type SourcePosition,
  textOf,
} from "../source/located.ts";
import { readFiles, Sources } from "../source/stack-files.ts";
import { stackFiles } from "../stack-path.ts";
import { languageSources, templateSources } from "../templates/template-sources.ts";

type Show = (file: string) => string;

/** The templates and profiles that a stack file declares. Each may be declared by one stack only, whose state owns it. */
export interface Claims {
  /** Absolute path. */
  file: string;
  waba: string;
  /** Positions by `name/language`, with the remote name. */
  templates: ReadonlyMap<string, SourcePosition>;
  /** Positions by phone number id. */
  profiles: ReadonlyMap<string, SourcePosition>;
}

/** A checked stack file. */
export interface ClaimingFile {
  path: { file: string };
  /** Absent for a fragment. */
  claims?: Claims;
  findings: LocatedFinding[];
}

/** The claims of a merged and interpolated file. */
export function claimsOf(file: string, tree: LocatedMap): Claims {
  const templates = templateSources(tree, [])
    .flatMap(languageSources)
    .map(({ template, language, position }): [string, SourcePosition] => [
      `${template.remoteName}/${language}`,
      position,
    ]);
  const profiles = entriesOf(child(tree, "profiles"));
  return {
    file,
    waba: textOf(child(child(tree, "account"), "waba")) ?? "",
    templates: new Map(templates),
    profiles: new Map(profiles.map(([phone, { keyPosition }]) => [phone, keyPosition])),
  };
}

/** Errors for what `own` claims and another file claims too. */
export function sharedClaims(own: Claims, others: readonly Claims[], show: Show): LocatedFinding[] {
  return others.flatMap((other) => [...sharedTemplates(own, other, show), ...sharedProfiles(own, other, show)]);
}

function sharedTemplates(own: Claims, other: Claims, show: Show): LocatedFinding[] {
  if (own.waba === "" || own.waba !== other.waba) return [];
  const hint =
    "Two states cannot own one template: give one file a `namePrefix` or another account, or remove it from one.";
  return shared(own.templates, other.templates).map(([identity, at]) => {
    const message = `${show(own.file)} and ${show(other.file)} both declare \`${identity}\` of account ${own.waba}`;
    return error({ code: "template-claimed-twice", at, message, hint });
  });
}

function sharedProfiles(own: Claims, other: Claims, show: Show): LocatedFinding[] {
  const hint =
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the stack file's syntax
    'Each `pulumi up` would undo the other\'s changes: keep it in one file. In a shared base, write a value as the key, such as `"${phone}"`, and set it in each stack.';
  return shared(own.profiles, other.profiles).map(([phone, at]) => {
    const message = `${show(own.file)} and ${show(other.file)} both declare the profile of phone number ${phone}`;
    return error({ code: "profile-claimed-twice", at, message, hint });
  });
}

function shared(
  own: ReadonlyMap<string, SourcePosition>,
  other: ReadonlyMap<string, SourcePosition>,
): [string, SourcePosition][] {
  return [...own].filter(([key]) => other.has(key));
}

/**
 * Compares files of the project's stacks/ with the other files there, and adds shared claims to their findings. The other
 * files are not checked, except that a problem that hides claims is a warning.
 *
 * @param checked files of one project. They are not compared with each other, and files outside stacks/ are ignored.
 */
export async function addOtherClaims(
  projectRoot: string,
  checked: readonly ClaimingFile[],
  sources: Sources,
  show: Show,
): Promise<void> {
  const files = await stackFiles(projectRoot);
  const known = new Map<string, ClaimingFile>();
  for (const file of checked) known.set(await resolvedFolder(file.path.file), file);
  const claiming: ClaimingFile[] = [];
  for (const file of files) {
    const found = known.get(await resolvedFolder(file));
    if (found?.claims !== undefined) claiming.push(found);
  }
  const [first] = claiming;
  if (first === undefined) return;
  for (const file of files) {
    if (known.has(await resolvedFolder(file))) continue;
    const { claims: other, problem } = await readClaims(file, projectRoot, sources);
    if (problem !== undefined) first.findings.push(claimsUnknown(file, problem, show));
    if (other === undefined) continue;
    for (const { claims, findings } of claiming) {
      if (claims !== undefined) for (const finding of sharedClaims(claims, [other], show)) findings.push(finding);
    }
  }
}

/** What the project's stack files other than `file` declare. Files that cannot be read declare nothing. */
export async function claimsBeside(projectRoot: string, file: string): Promise<Claims[]> {
  const sources = new Sources();
  const own = await resolvedFolder(file);
  const claims: Claims[] = [];
  // A file elsewhere is not compared with those of stacks/.
  if (dirname(own) !== dirname(await resolvedFolder(join(projectRoot, "stacks", basename(file))))) return claims;
  for (const other of await stackFiles(projectRoot)) {
    if ((await resolvedFolder(other)) === own) continue;
    const read = await readClaims(other, projectRoot, sources);
    if (read.claims !== undefined) claims.push(read.claims);
  }
  return claims;
}

/** The path with links resolved in its folder, but not in the file: a link is a stack file of its own. */
async function resolvedFolder(file: string): Promise<string> {
  const folder = await realpath(dirname(file)).catch(() => dirname(file));
  return join(folder, basename(file));
}

/** The claims of a file, and the first problem that hides some or all of them. */
async function readClaims(
  file: string,
  projectRoot: string,
  sources: Sources,
): Promise<{ claims?: Claims; problem?: LocatedFinding }> {
  const { tree, problem } = await claimingTree(file, projectRoot, sources);
  return {
    ...(tree === undefined ? {} : { claims: claimsOf(file, tree) }),
    ...(problem === undefined ? {} : { problem }),
  };
}

/**
 * What determines a file's claims, merged and interpolated, but not checked; and the first problem that hides some or all of it.
 * Without a tree, the file cannot be read or is a fragment, which claims nothing.
 */
export async function claimingTree(
  file: string,
  projectRoot: string,
  sources: Sources,
): Promise<{ tree?: LocatedMap; problem?: LocatedFinding }> {
  const { root, findings } = await readFiles(file, projectRoot, sources);
  if (root === undefined) return findings[0] === undefined ? {} : { problem: findings[0] };
  const merged = mergeFiles(root);
  if (!merged.entries.has("account")) return {};
  const tree = interpolate(claimingPart(withoutNulls(merged, [])), findings, false);
  settleVersions(tree);
  const problem = findings.find(({ severity }) => severity === "error");
  return { tree, ...(problem === undefined ? {} : { problem }) };
}

function claimsUnknown(file: string, { at, exact = at, message }: LocatedFinding, show: Show): LocatedFinding {
  return warning({
    code: "claims-unknown",
    at: exact,
    message: `cannot read everything that ${show(file)} declares: ${message}`,
    hint: "Fix that file: until then, another stack may have the same templates and profiles.",
  });
}

/** The keys that determine a file's claims. Texts of messages are omitted, so that they are neither filled in nor checked. */
function claimingPart(tree: LocatedMap): LocatedMap {
  return pick(tree, {
    account: whole,
    values: whole,
    settings: whole,
    connections: whole,
    profiles: (profiles) => each(profiles, (profile) => pick(profile, {})),
    templates: (templates) =>
      each(templates, (template) =>
        pick(template, {
          name: whole,
          version: whole,
          languages: keysOnly,
          previous: (previous) => each(previous, (version) => pick(version, { languages: keysOnly })),
        }),
      ),
  });
}

type Part = (node: Located) => Located;

function whole(node: Located): Located {
  return node;
}

function keysOnly(languages: Located): Located {
  return each(languages, (language) => pick(language, {}));
}

function pick<Node extends Located>(node: Node, parts: Readonly<Record<string, Part>>): Node {
  if (!isMap(node)) return node;
  const kept = [...node.entries].flatMap(([key, entry]): [string, LocatedEntry][] => {
    const part = Object.hasOwn(parts, key) ? parts[key] : undefined;
    return part === undefined ? [] : [[key, { ...entry, value: part(entry.value) }]];
  });
  return { ...node, entries: new Map(kept) };
}

function each(node: Located, part: Part): Located {
  if (!isMap(node)) return node;
  const entries = [...node.entries].map(([key, entry]): [string, LocatedEntry] => [
    key,
    { ...entry, value: part(entry.value) },
  ]);
  return { ...node, entries: new Map(entries) };
}

/** `version: ${version}` is text after interpolation. The shape check, which is skipped here, would convert it. */
function settleVersions(tree: LocatedMap): void {
  const templates = child(tree, "templates");
  if (!isMap(templates)) return;
  for (const { value } of templates.entries.values()) {
    const version = child(value, "version");
    if (isScalar(version) && version.typed !== undefined) version.value = version.typed;
  }
}
