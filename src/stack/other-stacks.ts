import { readdir, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Inspection } from "./inspect.ts";
import { interpolate } from "./merge/interpolate.ts";
import { loadTree } from "./merge/load-tree.ts";
import { withoutNulls } from "./merge/without-nulls.ts";
import { type Claims, claimsOf, crossClaimFindings } from "./rules/cross-claims.ts";
import { type Finding, warning } from "./source/finding.ts";
import { child, isMap, isScalar, type Located, type LocatedEntry, type LocatedMap } from "./source/located.ts";
import type { Sources } from "./source/sources.ts";
import { STACK_FILE } from "./stack-path.ts";

type Show = (file: string) => string;

/**
 * What files of the project's stacks/ claim and other files there claim too, as errors of the first ones. Of the others
 * only that counts which tells their claims; where it cannot be told, that is a warning.
 *
 * @param inspections of one project; they are not compared with each other. A file elsewhere, such as a copy, is left out.
 */
export async function addOtherClaims(
  projectRoot: string,
  inspections: readonly Inspection[],
  sources: Sources,
  show: Show,
): Promise<void> {
  const files = await stackFiles(projectRoot);
  const known = new Map<string, Inspection>();
  for (const inspection of inspections) known.set(await spelledOnce(inspection.path.file), inspection);
  const claiming: Inspection[] = [];
  for (const file of files) {
    const inspection = known.get(await spelledOnce(file));
    if (inspection?.claims !== undefined) claiming.push(inspection);
  }
  const [first] = claiming;
  if (first === undefined) return;
  for (const file of files) {
    if (known.has(await spelledOnce(file))) continue;
    const { claims: other, problem } = await readClaims(file, projectRoot, sources);
    if (problem !== undefined) first.findings.push(claimsUnknown(file, problem, show));
    if (other === undefined) continue;
    for (const { claims, findings } of claiming) {
      if (claims !== undefined) for (const found of crossClaimFindings(claims, [other], show)) findings.push(found);
    }
  }
}

/** The absolute paths of the files in stacks/, in the order of their names; none where the folder cannot be read. */
async function stackFiles(projectRoot: string): Promise<string[]> {
  const folder = join(projectRoot, "stacks");
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => STACK_FILE.test(name));
  return files.sort().map((name) => join(folder, name));
}

/** One spelling for a file whose folder is reached in several ways; a link in its place stays a file of its own. */
async function spelledOnce(file: string): Promise<string> {
  const folder = await realpath(dirname(file)).catch(() => dirname(file));
  return join(folder, basename(file));
}

/** The claims of a file, and the first thing that keeps them, or some of them, from being known. */
async function readClaims(
  file: string,
  projectRoot: string,
  sources: Sources,
): Promise<{ claims?: Claims; problem?: Finding }> {
  const { tree, findings } = await loadTree(file, projectRoot, sources);
  if (tree === undefined) return findings[0] === undefined ? {} : { problem: findings[0] };
  // A fragment claims nothing.
  if (!tree.entries.has("account")) return {};
  const claiming = interpolate(claimingPart(withoutNulls(tree, [])), findings, false);
  settleVersions(claiming);
  const problem = findings.find(({ severity }) => severity === "error");
  return { claims: claimsOf(file, claiming), ...(problem === undefined ? {} : { problem }) };
}

function claimsUnknown(file: string, { at, exact = at, message }: Finding, show: Show): Finding {
  return warning({
    code: "claims-unknown",
    at: exact,
    message: `not all that ${show(file)} declares is known: ${message}`,
    hint: "Correct that file: until then it is not certain that no other stack has the same templates and profiles.",
  });
}

/** What of a file tells its claims: texts of messages are left out, so that none of them is filled in or judged. */
function claimingPart(tree: LocatedMap): LocatedMap {
  return pick(tree, {
    account: whole,
    values: whole,
    settings: whole,
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

const whole: Part = (node) => node;
const keysOnly: Part = (languages) => each(languages, (language) => pick(language, {}));

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

/** `version: ${version}` is text after interpolation; the check of shapes, which is not made here, would settle it. */
function settleVersions(tree: LocatedMap): void {
  const templates = child(tree, "templates");
  if (!isMap(templates)) return;
  for (const { value } of templates.entries.values()) {
    const version = child(value, "version");
    if (isScalar(version) && version.typed !== undefined) version.value = version.typed;
  }
}
