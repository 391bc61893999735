import type { Issue } from "../../../issue.ts";
import { field } from "../../../text/index.ts";
import { ANSWERS } from "../../tables/index.ts";
import { isFromLibrary } from "../fields/library.ts";
import { error } from "../issues.ts";
import type { TemplateView } from "../template-view.ts";

/** Which components there are: a body, and none twice. */
export function* presenceIssues(view: TemplateView): Iterable<Issue> {
  const list = field(view.body, "components");
  const seen = new Set<string>();
  for (const { type, path } of view.components) {
    if (type !== "" && seen.has(type))
      yield error("component-twice", path, `the template has a second ${type}`, "Keep one.", ANSWERS.invalidParameter);
    seen.add(type);
  }
  if (seen.has("BODY") || isFromLibrary(view) || (list !== undefined && !Array.isArray(list))) return;
  yield error(
    "body-missing",
    list === undefined ? "" : "/components",
    list === undefined
      ? "the template has no components"
      : "the template has no BODY, the one part that every template has",
    view.category === "AUTHENTICATION" ? 'Add {"type": "BODY"}.' : 'Add {"type": "BODY", "text": …}.',
    ANSWERS.missingField,
  );
}
