import type { Issue } from "../../../issue.ts";
import { field } from "../../../text/index.ts";
import { error } from "../issues.ts";
import type { TemplateView } from "../template-view.ts";
import { enumIssues } from "./enums.ts";
import { lintLanguage } from "./language.ts";
import { libraryIssues } from "./library.ts";
import { lintTemplateName } from "./name.ts";
import { settingIssues } from "./settings.ts";
import { ttlIssues } from "./ttl.ts";

function* languageIssues({ body }: TemplateView): Iterable<Issue> {
  if (field(body, "language") === undefined && field(body, "languages") !== undefined)
    yield error(
      "language-missing",
      "/languages",
      "the template has languages, which is for upsert_message_templates; create takes one language",
      "Write one body with a language for each of them.",
    );
  else yield* typed(lintLanguage(field(body, "language")));
}

/** The shape says "wrong type" already. */
function typed(issues: Issue[]) {
  return issues.filter(({ code }) => code !== "wrong-type");
}

/** The rules of the fields beside the components. */
export function* fieldIssues(view: TemplateView): Iterable<Issue> {
  yield* typed(lintTemplateName(field(view.body, "name")));
  yield* languageIssues(view);
  yield* enumIssues(view);
  yield* ttlIssues(view);
  yield* settingIssues(view);
  yield* libraryIssues(view);
}
