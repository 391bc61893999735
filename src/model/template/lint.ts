import { error, type Issue } from "../issue.ts";
import { isObject, quote } from "../text/index.ts";
import { componentArrangementIssues } from "./components/component-arrangement.ts";
import { TEMPLATE_COMPONENTS } from "./components/index.ts";
import { fieldIssues } from "./envelope/fields.ts";
import { shapeIssues } from "./shape/shape-issues.ts";
import { type TemplateView, viewOf } from "./view.ts";

/**
 * All issues of a body of `POST /{waba}/message_templates`, at once; enums in any letter case. Never throws.
 *
 * Rules that WhatsApp enforces for certain are errors; those on which reports differ, and undocumented keys, are warnings.
 * `path` is a JSON pointer into the body as given.
 */
export function lintTemplate(body: unknown): Issue[] {
  if (!isObject(body))
    return [
      error({
        code: "not-an-object",
        path: "",
        message: `a template is an object; this is ${quote(body)}`,
        hint: "Write the body of a create call.",
      }),
    ];
  const view = viewOf(body);
  return [
    ...shapeIssues(body),
    ...fieldIssues(view),
    ...componentArrangementIssues(view),
    ...TEMPLATE_COMPONENTS.flatMap((kind) => [...componentIssues(kind, view)]),
  ];
}

function componentIssues(kind: (typeof TEMPLATE_COMPONENTS)[number], view: TemplateView): Iterable<Issue> {
  const rules = view.category === "AUTHENTICATION" ? kind.authenticationRules : kind.rules;
  return rules?.(view) ?? [];
}
