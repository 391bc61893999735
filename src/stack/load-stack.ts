import { type LocatedFinding, shownFrom, stackIssues } from "./findings.ts";
import { interpolate } from "./interpolate.ts";
import { mergeFiles, withoutNulls } from "./merge.ts";
import { addOtherClaims, type Claims, claimsOf, sharedClaims } from "./rules/claims.ts";
import { stackRules } from "./rules/stack-rules.ts";
import { checkPicture, checkSampleFiles } from "./sample-files.ts";
import { declareAccount, declareConnections } from "./sections/account.ts";
import { declareProfiles } from "./sections/profiles.ts";
import { declareSettings } from "./sections/settings.ts";
import { checkShape } from "./shape/check-shape.ts";
import type { LocatedMap } from "./source/located.ts";
import { readFiles, Sources } from "./source/stack-files.ts";
import { StackError } from "./stack-error.ts";
import { type StackPath, stackPath, type WhereToLook } from "./stack-path.ts";
import { declareTemplate, type ExpandedTemplate, expandTemplates } from "./templates/expand-templates.ts";
import type { ProfileDeclaration, Stack, StackIssue } from "./types.ts";

export interface LoadOptions extends WhereToLook {
  /** Does not compare the file with the project's other stack files: for commands that change nothing. Default: false. */
  alone?: boolean;
}

export interface CheckOptions extends WhereToLook {
  /**
   * Whether the file is a fragment for other files to extend: then `account`, values and parts of templates may be missing.
   * `auto`: if it has no `account`, including the files that it extends. Default: false.
   */
  fragment?: boolean | "auto";
  /** The texts of files, by absolute path, that replace those on disk: to check an edit before it is written. */
  edited?: ReadonlyMap<string, string>;
}

export interface StackCheck {
  /** `dev` for stacks/dev.yaml. */
  name: string;
  /** Absolute path. */
  file: string;
  fragment: boolean;
  /** All issues, sorted by file and line. File names are relative to `cwd` if the file is below it. */
  issues: StackIssue[];
  /** The text of every file that was read, by its name in issues. The file itself may have changed since. */
  sources: ReadonlyMap<string, string>;
  /** Present if there are no errors and the file is not a fragment. */
  stack?: Stack;
}

/**
 * Loads a stack file: merges, interpolates, checks and expands it, and compares it with the other files of the project's
 * stacks/. A template or profile that two files declare is an error; another file that cannot be read is a warning. Sends
 * nothing.
 *
 * @param pathOrName a name for stacks/<name>.yaml, or a path that ends in .yaml or .yml
 * @throws StackError `MYCO_STACK_INVALID` with every issue, or `MYCO_STACK_NOT_FOUND`
 * @example
 * const stack = await loadStack("production");
 * stack.templates.map((template) => template.body.name);
 */
export async function loadStack(pathOrName: string, options: LoadOptions = {}): Promise<Stack> {
  const sources = new Sources();
  const checked = await checkFile(pathOrName, options, sources);
  if (options.alone !== true) await addOtherClaims(checked.path.projectRoot, [checked], sources, checked.show);
  const { name, issues, stack } = report(checked);
  if (stack === undefined) throw StackError.invalid(name, issues);
  return stack;
}

/**
 * Checks one stack file with the files that it extends. Sends nothing.
 *
 * @param pathOrName a name for stacks/<name>.yaml, or a path that ends in .yaml or .yml
 * @throws StackError `MYCO_STACK_NOT_FOUND`; problems in the file are issues
 */
export async function checkStack(pathOrName: string, options: CheckOptions = {}): Promise<StackCheck> {
  return report(await checkFile(pathOrName, options, new Sources(options.edited)));
}

/**
 * Checks several stack files, and compares them with each other and with the other files of the project's stacks/: a template
 * or a profile that two of them declare is an error. Files without `account` are fragments, unless `fragment` is set.
 *
 * @throws StackError `MYCO_STACK_NOT_FOUND`
 */
export async function checkStacks(pathsOrNames: readonly string[], options: CheckOptions = {}): Promise<StackCheck[]> {
  const sources = new Sources(options.edited);
  const all: CheckedFile[] = [];
  for (const pathOrName of pathsOrNames)
    all.push(await checkFile(pathOrName, { fragment: "auto", ...options }, sources));
  addSharedClaims(all);
  for (const projectRoot of new Set(all.map(({ path }) => path.projectRoot))) {
    const files = all.filter(({ path }) => path.projectRoot === projectRoot);
    const [first] = files;
    if (first !== undefined) await addOtherClaims(projectRoot, files, sources, first.show);
  }
  return all.map(report);
}

/**
 * Checks the text of a stack file that is not written yet, with the files that it extends and with the project's other stack
 * files. Sends nothing.
 */
export async function checkStackText(place: StackPath, text: string, where: WhereToLook = {}): Promise<StackCheck> {
  const sources = new Sources();
  sources.set(place.file, place.folder, text);
  const checked = await checkPlace(place, where, sources);
  await addOtherClaims(place.projectRoot, [checked], sources, checked.show);
  return report(checked);
}

/** A checked stack file. Findings across files are added later. */
interface CheckedFile {
  path: StackPath;
  show: (file: string) => string;
  fragment: boolean;
  findings: LocatedFinding[];
  /** Merged and interpolated. Absent if the file cannot be read. */
  tree?: LocatedMap;
  /** The text of every file that was read, by absolute path. */
  texts: ReadonlyMap<string, string>;
  /** Absent for a fragment, which claims nothing. */
  claims?: Claims;
  templates: ExpandedTemplate[];
  profiles: ProfileDeclaration[];
}

/** The pipeline of one file: read, merge, interpolate, check the shape, expand, check the rules. */
async function checkFile(pathOrName: string, options: CheckOptions, sources: Sources): Promise<CheckedFile> {
  return checkPlace(await stackPath(pathOrName, options), options, sources);
}

async function checkPlace(path: StackPath, options: CheckOptions, sources: Sources): Promise<CheckedFile> {
  const { fragment = false } = options;
  const show = shownFrom(options.cwd ?? process.cwd());

  const { root, findings, texts, incomplete } = await readFiles(path.file, path.folder, sources);
  if (root === undefined)
    return { path, show, fragment: fragment === true, findings, texts, templates: [], profiles: [] };

  const merged = mergeFiles(root);
  const isFragment = fragment === "auto" ? !merged.entries.has("account") : fragment;
  // Another file has the rest of a fragment, or of a file whose base cannot be read, and what its nulls remove.
  const partial = isFragment || incomplete;
  const tree = interpolate(withoutNulls(merged, partial ? [] : findings), findings, partial);

  const shape = checkShape(tree, partial);
  const scope = { projectRoot: path.projectRoot, fragment: partial, shape };
  const expanded = expandTemplates(tree, scope);
  const declared = declareProfiles(tree, scope);
  const { templates, sampleFiles } = expanded;
  const accepted = templates.filter((template) => template.accepted !== undefined);

  // Not push(...all): a call takes about 100,000 arguments, and a broken file can have more findings.
  const add = (more: readonly LocatedFinding[]) => {
    for (const finding of more) findings.push(finding);
  };
  add(shape.findingsAccepting(accepted.map(({ source }) => source.path)));
  add(expanded.findings);
  add(declared.findings);
  if (!partial) {
    const { wellFormed } = shape;
    add(stackRules({ tree, templates, sampleFiles, settings: declareSettings(tree), wellFormed, show }));
  }
  add(await checkSampleFiles(sampleFiles, path.folder));
  for (const picture of declared.pictures) add(await checkPicture(picture, path.folder));

  const claims = isFragment ? {} : { claims: claimsOf(path.file, tree) };
  const { profiles } = declared;
  return { path, show, fragment: isFragment, findings, tree, texts, templates, profiles, ...claims };
}

/** Compares each file with the earlier ones, and adds shared claims to its findings. */
function addSharedClaims(all: readonly CheckedFile[]): void {
  const earlier: CheckedFile[] = [];
  for (const checked of all) {
    const { claims, path, findings, show } = checked;
    if (claims === undefined || earlier.some((other) => other.path.file === path.file)) continue;
    const others = earlier.flatMap((other) => other.claims ?? []);
    for (const finding of sharedClaims(claims, others, show)) findings.push(finding);
    earlier.push(checked);
  }
}

function report(checked: CheckedFile): StackCheck {
  const { path, show, fragment, findings, tree, texts } = checked;
  const issues = stackIssues(findings, tree, show);
  const stack = declareStack(checked, issues);
  const sources = new Map([...texts].map(([file, text]) => [show(file), text]));
  return { name: path.name, file: path.file, fragment, issues, sources, ...(stack === undefined ? {} : { stack }) };
}

/** The stack of a file without errors; undefined for a fragment and for a file with errors. */
function declareStack({ tree, fragment, path, templates, profiles }: CheckedFile, issues: StackIssue[]) {
  if (tree === undefined || fragment || issues.some((issue) => issue.severity === "error")) return undefined;
  const settings = declareSettings(tree);
  const stack: Stack = {
    name: path.name,
    file: path.file,
    account: declareAccount(tree),
    settings,
    connections: declareConnections(tree),
    profiles,
    templates: templates.map((template) => declareTemplate(template, settings)),
    issues,
  };
  return stack;
}
