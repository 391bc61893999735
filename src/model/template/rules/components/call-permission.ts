import type { Issue } from "../../../issue.ts";
import { ANSWERS } from "../../tables/index.ts";
import { error } from "../issues.ts";
import { component, type TemplateView } from "../template-view.ts";

/** A call permission request brings its own buttons. */
export function* callPermissionIssues(view: TemplateView): Iterable<Issue> {
  const request = component(view, "CALL_PERMISSION_REQUEST");
  const buttons = component(view, "BUTTONS");
  if (request !== undefined && buttons !== undefined)
    yield error(
      "call-permission-buttons",
      buttons.path,
      "a template that asks for permission to call has no other buttons",
      "Take BUTTONS or CALL_PERMISSION_REQUEST out.",
      ANSWERS.unexpectedField,
    );
}
