import type { Issue } from "../../issue.ts";

export function lintTemplate(_body: unknown): Issue[] {
  return [];
}

export function lintTemplateName(_name: unknown): Issue[] {
  return [];
}
