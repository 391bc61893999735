import { relative, sep } from "node:path";
import type { Finding } from "./source/finding.ts";
import type { Located, LocatedMap, Reference } from "./source/located.ts";
import type { Place } from "./source/place.ts";
import { pointersByPlace } from "./source/pointer.ts";
import type { StackIssue } from "./types.ts";

/** A file's path as people see it: relative to `cwd` with forward slashes when it lies below, else absolute. */
export function shownFrom(cwd: string) {
  return (file: string): string => {
    const path = relative(cwd, file);
    return path === "" || path.startsWith("..") ? file : path.split(sep).join("/");
  };
}

/** Findings as issues, in the order of files and lines, each once. */
export function stackIssues(
  findings: readonly Finding[],
  tree: LocatedMap | undefined,
  show: (file: string) => string,
): StackIssue[] {
  const pointers = tree === undefined ? new Map<Place, string>() : pointersByPlace(tree);
  const references = tree === undefined ? new Map<Place, Reference[]>() : referencesByPlace(tree);
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
  return [...distinct.values()].sort(byPlace);
}

function setAt({ name, place }: Reference, show: (file: string) => string): string {
  return `\`\${${name}}\` is set at ${show(place.file)}:${place.line}:${place.column}.`;
}

function byPlace(a: StackIssue, b: StackIssue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function referencesByPlace(tree: LocatedMap): Map<Place, Reference[]> {
  const found = new Map<Place, Reference[]>();
  const visit = (node: Located): void => {
    if (node.kind === "list") node.items.forEach(visit);
    else if (node.kind === "map") for (const { value } of node.entries.values()) visit(value);
    else if (node.references !== undefined) found.set(node.place, node.references);
  };
  visit(tree);
  return found;
}
