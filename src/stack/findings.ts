import { relative, sep } from "node:path";
import type { Issue, Severity, WhatsAppAnswer } from "../model/issue.ts";
import type { Located, LocatedMap, Reference, SourcePosition } from "./source/located.ts";
import { find, pathOf, pointersByPosition } from "./source/pointer.ts";
import type { StackIssue } from "./types.ts";

/** A problem before it becomes a `StackIssue`: it still refers to the position object of a value or key. */
export interface LocatedFinding {
  severity: Severity;
  code: string;
  /** The position object of the value or key itself: the JSON pointer is looked up by it. */
  at: SourcePosition;
  /** A more precise position inside the value's text. */
  exact?: SourcePosition;
  message: string;
  hint: string;
  whatsapp?: WhatsAppAnswer;
}

type Unweighed = Omit<LocatedFinding, "severity">;

export function error(finding: Unweighed): LocatedFinding {
  return { severity: "error", ...finding };
}

export function warning(finding: Unweighed): LocatedFinding {
  return { severity: "warning", ...finding };
}

export function note(finding: Unweighed): LocatedFinding {
  return { severity: "note", ...finding };
}

/** Which of the model's issues apply. */
interface LintScope {
  /** Parts are missing because they are broken or belong to another file: only issues of existing parts apply. */
  partial: boolean;
  /** The top-level keys to check. Any other key is unknown, and reported by the shape check. */
  known?: readonly string[];
}

/**
 * Warnings of the model about what is often intended. `mycobot validate` shows them as notes; in a run of the engine the provider
 * says them where the template is new or changed, instead of in every run.
 */
const OFTEN_INTENDED: ReadonlySet<string> = new Set(["buttons-on-desktop"]);

/** The model's issues with a body, at the positions its parts came from. Texts that are not final are not checked. */
export function lintFindings(issues: readonly Issue[], body: LocatedMap, scope: LintScope): LocatedFinding[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue.path);
    // The schema of stack files reports unknown keys; the model reports the read-only ones.
    if (path.length === 1 && issue.code === "unknown-key") return [];
    const judged = scope.known === undefined || path.length !== 1 || scope.known.includes(path[0] ?? "");
    if (!judged && issue.code !== "read-only-field") return [];
    const { node, complete, depth } = find(body, path);
    if (scope.partial && (!complete || depth === 0 || issue.path === "/components")) return [];
    if (node.kind === "scalar" && node.unresolved === true) return [];
    const { path: _path, ...rest } = issue;
    return [{ ...rest, ...(OFTEN_INTENDED.has(issue.code) ? { severity: "note" } : {}), at: node.position }];
  });
}

/** Converts absolute paths for display: relative to `cwd`, with forward slashes, if the file is below it. */
export function shownFrom(cwd: string) {
  return (file: string): string => {
    const path = relative(cwd, file);
    return path === "" || path.startsWith("..") ? file : path.split(sep).join("/");
  };
}

/** Findings as issues, without duplicates, sorted by file, line and column. */
export function stackIssues(
  findings: readonly LocatedFinding[],
  tree: LocatedMap | undefined,
  show: (file: string) => string,
): StackIssue[] {
  const pointers = tree === undefined ? new Map<SourcePosition, string>() : pointersByPosition(tree);
  const references = tree === undefined ? new Map<SourcePosition, Reference[]>() : referencesByPosition(tree);
  const distinct = new Map<string, StackIssue>();
  for (const finding of findings) {
    const { at, exact = at, severity, code, message, hint, whatsapp } = finding;
    const issue: StackIssue = {
      severity,
      code,
      path: pointers.get(at) ?? "",
      message,
      hint: [hint, ...(references.get(at) ?? []).map((reference) => setAt(reference, show))].filter(Boolean).join(" "),
      file: show(exact.file),
      line: exact.line,
      column: exact.column,
      ...(whatsapp === undefined ? {} : { whatsapp }),
    };
    const identity = JSON.stringify([issue.file, issue.line, issue.column, code, message]);
    if (!distinct.has(identity)) distinct.set(identity, issue);
  }
  return [...distinct.values()].sort(byPosition);
}

function setAt({ name, position }: Reference, show: (file: string) => string): string {
  return `\`\${${name}}\` is set at ${show(position.file)}:${position.line}:${position.column}.`;
}

function byPosition(a: StackIssue, b: StackIssue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function referencesByPosition(tree: LocatedMap): Map<SourcePosition, Reference[]> {
  const found = new Map<SourcePosition, Reference[]>();
  const visit = (node: Located): void => {
    if (node.kind === "list") node.items.forEach(visit);
    else if (node.kind === "map") for (const { value } of node.entries.values()) visit(value);
    else if (node.references !== undefined) found.set(node.position, node.references);
  };
  visit(tree);
  return found;
}
