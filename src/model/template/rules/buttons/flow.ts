import type { Issue } from "../../../issue.ts";
import { field, listing, pointer, quote } from "../../../text/index.ts";
import { ANSWERS, FLOW_ACTIONS, FLOW_SOURCES } from "../../tables/index.ts";
import { notOneOf } from "../fields/enums.ts";
import { error, warning } from "../issues.ts";
import { has, type Part, textOf, upper } from "../template-view.ts";

function* flowIdIssues(button: Part, subject: string): Iterable<Issue> {
  const id = field(button.value, "flow_id");
  const path = pointer(button.path, "flow_id");
  if (typeof id === "number" && !Number.isSafeInteger(id))
    yield error(
      "flow-id-not-exact",
      path,
      `flow_id of ${subject} is the number ${id}, which has lost digits on the way`,
      "Put the id in quotes.",
    );
  if (typeof id === "string" && !/^\d+$/.test(id))
    yield error(
      "flow-id-invalid",
      path,
      `flow_id of ${subject} ${quote(id)} is no id`,
      "Ids are digits.",
      ANSWERS.invalidParameter,
    );
}

function* flowJsonIssues(button: Part, subject: string): Iterable<Issue> {
  const text = textOf(button, "flow_json");
  if (text === undefined) return;
  try {
    JSON.parse(text);
  } catch {
    yield error(
      "flow-json-invalid",
      pointer(button.path, "flow_json"),
      `flow_json of ${subject} is not JSON: ${quote(text)}`,
      "Correct it; it is JSON in a text.",
      ANSWERS.invalidParameter,
    );
  }
}

/** A flow button: exactly one way to name the flow. */
export function* flowIssues(button: Part, subject: string): Iterable<Issue> {
  const sources = FLOW_SOURCES.filter((key) => has(button, key));
  const action = textOf(button, "flow_action");
  if (sources.length !== 1)
    yield error(
      "flow-source",
      button.path,
      `${subject} (FLOW) has ${sources.length === 0 ? `none of ${listing(FLOW_SOURCES)}` : listing(sources, "and")}; WhatsApp wants exactly one`,
      sources.length === 0 ? "Add flow_id or flow_name." : "Keep one of them.",
      sources.length === 0 ? ANSWERS.buttonField : ANSWERS.invalidParameter,
    );
  yield* flowIdIssues(button, subject);
  yield* flowJsonIssues(button, subject);
  if (action !== undefined && !FLOW_ACTIONS.includes(upper(action)))
    yield notOneOf("flow-action-unknown", pointer(button.path, "flow_action"), "flow_action", action, FLOW_ACTIONS);
  if (upper(action) === "DATA_EXCHANGE" && has(button, "navigate_screen"))
    yield warning(
      "flow-screen-ignored",
      pointer(button.path, "navigate_screen"),
      `${subject} has navigate_screen, which goes with the action NAVIGATE`,
      "Take it out: with DATA_EXCHANGE the endpoint chooses the screen.",
    );
}
