import type { Issue } from "../../issue.ts";
import { isObject, quote } from "../../text/index.ts";
import { componentIssues } from "./components/index.ts";
import { fieldIssues } from "./fields/index.ts";
import { error } from "./issues.ts";
import { shapeIssues } from "./shapes/shape-issues.ts";
import { templateView } from "./template-view.ts";

/**
 * All problems of a body of `POST /{waba}/message_templates`, at once; enums in any letter case. Never throws.
 *
 * Rules that WhatsApp enforces for certain are errors; those of which reports differ, and keys that are not documented,
 * are warnings. `path` is a JSON pointer into the body as given.
 */
export function lintTemplate(body: unknown): Issue[] {
  if (!isObject(body))
    return [
      error("not-an-object", "", `a template is an object, this is ${quote(body)}`, "Write the body of a create call."),
    ];
  const view = templateView(body);
  return [...shapeIssues(body), ...fieldIssues(view), ...componentIssues(view)];
}
