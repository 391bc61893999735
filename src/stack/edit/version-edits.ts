import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { MycobotError } from "../../errors/index.ts";
import { didYouMean } from "../did-you-mean.ts";
import { shownFrom } from "../findings.ts";
import { checkStack } from "../load-stack.ts";
import { mergeFiles } from "../merge.ts";
import { UNCHANGED } from "../rules/versions.ts";
import { child, entriesOf, isMap as isLocatedMap, plain, type SourcePosition } from "../source/located.ts";
import { parseSource } from "../source/parse-source.ts";
import { pointerOf } from "../source/pointer.ts";
import { readFiles, Sources, type StackFile } from "../source/stack-files.ts";
import { StackError } from "../stack-error.ts";
import { type StackPath, stackPath, type WhereToLook } from "../stack-path.ts";
import { checkEdit, type StackContent, type StackEdit } from "./edit-stack.ts";
import { edited, LayoutError, MapText, type TextEdit } from "./map-text.ts";

interface BumpEdit extends StackEdit {
  /** The version that is now under `previous`. */
  from: number;
  to: number;
}

export interface RetireEdit extends StackEdit {
  /** The version that was taken out. */
  version: number;
}

/** Keys of a template that are not content of one version. `onRemove` and `protect` apply to all of its versions. */
const NOT_CONTENT: readonly string[] = ["name", "version", "previous", "onRemove", "protect"];

/**
 * The edit that makes a new version of a template: its content is copied to `previous`, under its number, and `version` goes up.
 * Nothing is written.
 *
 * @throws StackError if the file, or the result, does not validate; an unchanged new version is expected
 * @throws MYCO_USAGE for an unknown name; MYCO_STACK_NOT_EDITABLE for a template that this command cannot edit
 */
export async function bumpEdit(pathOrName: string, name: string, where: WhereToLook = {}): Promise<BumpEdit> {
  const { stack, path, text, template, parent, content, refuse } = await declaredTemplate(pathOrName, name, where);
  const declared = content.templates[name] ?? {};
  const { version: given = 1 } = declared;
  if (typeof given !== "number")
    throw refuse("`version` is not written as a number", template.pair("version")?.keyStart);
  const from = given;
  const to = from + 1;
  const contentKeys = template.pairs.map(({ key }) => key).filter((key) => !NOT_CONTENT.includes(key));
  const older = Object.fromEntries(contentKeys.map((key) => [key, declared[key]]));
  const step = template.column - parent.column;
  const after = inLayout(refuse, () =>
    edited(text, [versionEdit(template, to), previousEdit(template, from, older, step)]),
  );
  const expected = {
    ...content,
    templates: {
      ...content.templates,
      [name]: { ...declared, version: to, previous: { ...asContent(declared.previous), [from]: older } },
    },
  };
  const unchanged = pointerOf(["templates", name, "previous", String(from)]);
  const accepts = ({ code, path: at }: { code: string; path: string }) => code === UNCHANGED && at === unchanged;
  const edit = await checkEdit({ path, before: text, after, expected, accepts }, stack, where);
  return { ...edit, from, to };
}

/**
 * The edit that takes an older version of a template out of `previous`: the oldest one, or `version`. Nothing is written.
 *
 * @throws as {@link bumpEdit}; MYCO_USAGE for a version that is not under `previous`
 */
export async function retireEdit(
  pathOrName: string,
  name: string,
  version: number | undefined,
  where: WhereToLook = {},
): Promise<RetireEdit> {
  const { stack, path, text, template, content, refuse } = await declaredTemplate(pathOrName, name, where, "previous");
  const declared = content.templates[name] ?? {};
  const previous = asContent(declared.previous);
  const versions = Object.keys(previous)
    .map(Number)
    .sort((a, b) => a - b);
  const retired = version ?? versions[0];
  if (retired === undefined || !versions.includes(retired)) throw notUnderPrevious(name, retired, versions);
  const { [retired]: _, ...kept } = previous;
  const last = Object.keys(kept).length === 0;
  const after = inLayout(refuse, () => {
    if (last) return edited(text, [template.removal("previous")]);
    return edited(text, [template.map("previous")?.removal(String(retired)) ?? template.removal("previous")]);
  });
  const { previous: _previous, ...rest } = declared;
  const templates = { ...content.templates, [name]: last ? rest : { ...rest, previous: kept } };
  const edit = await checkEdit({ path, before: text, after, expected: { ...content, templates } }, stack, where);
  return { ...edit, version: retired };
}

function notUnderPrevious(name: string, version: number | undefined, versions: readonly number[]): MycobotError {
  if (versions.length === 0)
    return new MycobotError("MYCO_USAGE", `the template \`${name}\` has no versions under \`previous\``, {
      hint: "There is nothing to retire.",
    });
  return new MycobotError("MYCO_USAGE", `the template \`${name}\` has no version ${version} under \`previous\``, {
    hint: `Available: ${versions.join(", ")}.`,
  });
}

interface DeclaredTemplate {
  stack: StackPath;
  /** The file that declares it, absolute. */
  path: string;
  text: string;
  content: StackContent & { templates: Record<string, StackContent> };
  parent: MapText;
  template: MapText;
  refuse: Refuse;
}

type Refuse = (message: string, offset: number | undefined) => MycobotError;

/** @param part the key of the template that the edit is about; by default the whole template */
async function declaredTemplate(
  pathOrName: string,
  name: string,
  where: WhereToLook,
  part?: string,
): Promise<DeclaredTemplate> {
  const stack = await stackPath(pathOrName, where);
  const { issues } = await checkStack(pathOrName, { ...where, fragment: "auto" });
  if (issues.some(({ severity }) => severity === "error")) throw StackError.invalid(stack.name, issues);
  const { root, texts } = await readFiles(stack.file, stack.folder, new Sources());
  const show = shownFrom(where.cwd ?? process.cwd());
  const path = declaringFile(root, name, stack, show);
  const text = texts.get(path) ?? "";

  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: false, lineCounter: lines });
  const refuse: Refuse = (message, offset = 0) => {
    const { line, col } = lines.linePos(offset);
    return new MycobotError("MYCO_STACK_NOT_EDITABLE", message, {
      where: `${show(path)}:${line}:${col}`,
      hint: "Edit the file by hand, or write the value out.",
    });
  };
  const { contents } = document;
  const { tree } = parseSource(text, path);
  // It has been checked above: the file is a map, and so are its templates.
  if (!isMap(contents) || tree === undefined) throw refuse("the file cannot be edited", 0);
  const content = plain(tree) as DeclaredTemplate["content"];
  return inLayout(refuse, () => {
    refuseAliases(contents as YAMLMap.Parsed, ["templates"], refuse, false);
    const parent = new MapText(text, contents as YAMLMap.Parsed, 0).map("templates");
    const template = parent?.map(name);
    if (parent === undefined || template === undefined) throw refuse(`\`${name}\` is not in this file`, 0);
    refuseAliases(contents as YAMLMap.Parsed, ["templates", name, ...(part === undefined ? [] : [part])], refuse, true);
    return { stack, path, text, content, parent, template, refuse };
  });
}

/** @throws if a value on the way is an alias; with `below`, also if the value contains an anchor or an alias */
function refuseAliases(contents: YAMLMap.Parsed, path: readonly string[], refuse: Refuse, below: boolean): void {
  let node: unknown = contents;
  for (const key of path) {
    node = isMap(node) ? node.get(key, true) : undefined;
    if (isAlias(node)) throw refuse(aliasText(`*${node.source}`), node.range?.[0]);
  }
  if (!below || !isNode(node)) return;
  visit(node, {
    Alias: (_, alias) => {
      throw refuse(aliasText(`*${alias.source}`), alias.range?.[0]);
    },
    Node: (_, one) => {
      if (!isAlias(one) && one.anchor !== undefined) throw refuse(aliasText(`&${one.anchor}`), one.range?.[0]);
    },
  });
}

function aliasText(what: string): string {
  return `the template uses \`${what}\`: a copy of an anchor or alias could change its meaning`;
}

function inLayout<Result>(refuse: Refuse, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof LayoutError ? refuse(cause.message, cause.offset) : cause;
  }
}

/**
 * The one file that has the content of a template.
 *
 * @throws MYCO_USAGE for an unknown name; MYCO_STACK_NOT_EDITABLE if an extended file has it, or several files have parts of it
 */
function declaringFile(
  root: StackFile | undefined,
  name: string,
  stack: StackPath,
  show: (file: string) => string,
): string {
  const declaring = root === undefined ? [] : declarations(root, name);
  const places = declaring.map(({ position }) => `${show(position.file)}:${position.line}:${position.column}`);
  const [only, ...others] = declaring.filter(({ isContent }) => isContent);
  if (only === undefined) {
    const known = root === undefined ? [] : entriesOf(child(mergeFiles(root), "templates")).map(([key]) => key);
    throw new MycobotError("MYCO_USAGE", `the stack \`${stack.name}\` declares no template \`${name}\``, {
      hint: didYouMean(name, known, "The stack declares no templates."),
    });
  }
  if (others.length > 0)
    throw new MycobotError(
      "MYCO_STACK_NOT_EDITABLE",
      `the content of the template \`${name}\` is merged from several files: ${places.join(", ")}`,
      { hint: "Keep its content in one file, or edit the files by hand." },
    );
  const { file } = only.position;
  if (file === stack.file) return file;
  throw new MycobotError(
    "MYCO_STACK_NOT_EDITABLE",
    `the template \`${name}\` is declared in ${show(file)}, which ${show(stack.file)} extends`,
    {
      where: places[0] ?? show(file),
      hint: `To change it for every stack that extends the file: --stack ${show(file)}`,
    },
  );
}

interface Declaration {
  position: SourcePosition;
  /** It has more than `onRemove` and `protect`. */
  isContent: boolean;
}

/** A template's key in a file and in the files that it extends, each file once. */
function declarations(file: StackFile, name: string, seen: Set<StackFile> = new Set()): Declaration[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const entry = entriesOf(child(file.own, "templates")).find(([key]) => key === name)?.[1];
  const keys = isLocatedMap(entry?.value) ? [...entry.value.entries.keys()] : [];
  const isContent = keys.some((key) => key !== "onRemove" && key !== "protect");
  const own = entry === undefined ? [] : [{ position: entry.keyPosition, isContent }];
  return [...own, ...file.bases.flatMap((base) => declarations(base, name, seen))];
}

function versionEdit(template: MapText, version: number): TextEdit {
  const pair = template.pair("version");
  if (pair?.value && isScalar(pair.value)) {
    const { range } = pair.value as ParsedNode;
    return { at: range[0], remove: range[1] - range[0], insert: String(version) };
  }
  if (template.flow) return template.addition(`version: ${version}`);
  const category = template.pair("category");
  const at = category === undefined ? (template.pairs[0]?.start ?? template.end) : template.lineAfter(category);
  return template.insertion(at, `${" ".repeat(template.column)}version: ${version}${template.lineBreak}`);
}

/** @param step how much deeper each level of the file is indented */
function previousEdit(template: MapText, version: number, content: StackContent, step: number): TextEdit {
  const previous = template.map("previous");
  const { lineBreak } = template;
  const keys = Object.keys(content);
  if (template.flow) {
    const pair = `${version}: { ${template.copy(keys, 0)} }`;
    return previous === undefined ? template.addition(`previous: { ${pair} }`) : previous.addition(pair);
  }
  // Lines cannot be copied into braces. JSON is YAML.
  if (previous?.flow === true) return previous.addition(`${version}: ${JSON.stringify(content)}`);
  const column = previous?.column ?? template.column + step;
  const block = `${" ".repeat(column)}${version}:${lineBreak}${template.copy(keys, column + step)}`;
  if (previous !== undefined) return previous.addition(block);
  return template.insertion(template.end, `${" ".repeat(template.column)}previous:${lineBreak}${block}`);
}

function asContent(value: unknown): StackContent {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
