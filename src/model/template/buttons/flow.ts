import { z } from "zod";
import { error, type Issue, unknownValue, warning } from "../../issue.ts";
import { field, type JsonObject, listing, pointer, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { text } from "../field-shapes.ts";
import { withFields } from "../json-fields.ts";
import type { ButtonKind } from "../kinds.ts";
import { has, type Part, textOf, upper } from "../view.ts";

const FLOW_ACTIONS: readonly string[] = ["NAVIGATE", "DATA_EXCHANGE"];
const DEFAULT_ACTION = "NAVIGATE";

/** A flow button names its flow in exactly one of these ways. */
const FLOW_SOURCES: readonly string[] = ["flow_id", "flow_name", "flow_json"];

/** Opens a flow. One that was named, or sent as a document, is read back by id. */
export const flow: ButtonKind<
  "FLOW",
  { index: number; flow: { token?: string; data?: Readonly<Record<string, unknown>> } }
> = {
  type: "FLOW",
  max: 1,
  label: { policy: "required" },
  fields: {
    flow_id: {
      shape: z.union([text, z.number()], { error: "digits in a text" }),
      spelling: "id",
      readBack: "sometimes",
    },
    flow_name: { shape: text, readBack: "sometimes" },
    flow_json: { shape: text, readBack: "sometimes" },
    flow_action: { shape: text, spelling: "enum" },
    navigate_screen: { shape: text, readBack: "sometimes" },
    icon: { shape: text, readBack: "sometimes" },
  },
  rules: flowIssues,
  canonical: (button: JsonObject) => withFields(button, { flow_action: button.flow_action ?? DEFAULT_ACTION }),
  send: {
    subTypes: ["flow"],
    fill: {
      key: "flow",
      subType: "flow",
      parameters: ({ flow: { token, data } }) => [
        {
          type: "action",
          action: {
            ...(token === undefined ? {} : { flow_token: token }),
            ...(data === undefined ? {} : { flow_action_data: data }),
          },
        },
      ],
      flag: { kind: "flow", value: (index, token) => ({ index, flow: { token } }) },
    },
  },
};

function* flowIssues(button: Part, subject: string): Iterable<Issue> {
  const sources = FLOW_SOURCES.filter((key) => has(button, key));
  const action = textOf(button, "flow_action");
  if (sources.length !== 1)
    yield error({
      code: "flow-source",
      path: button.path,
      message: `${subject} (FLOW) has ${sources.length === 0 ? `none of ${listing(FLOW_SOURCES)}` : listing(sources, "and")}; WhatsApp requires exactly one`,
      hint: sources.length === 0 ? "Add flow_id or flow_name." : "Keep one of them.",
      whatsapp: sources.length === 0 ? TEMPLATE_ANSWERS.buttonField : TEMPLATE_ANSWERS.invalidParameter,
    });
  yield* flowIdIssues(button, subject);
  yield* flowJsonIssues(button, subject);
  if (action !== undefined && !FLOW_ACTIONS.includes(upper(action)))
    yield unknownValue({
      code: "flow-action-unknown",
      path: pointer(button.path, "flow_action"),
      subject: "flow_action",
      value: action,
      known: FLOW_ACTIONS,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  if (upper(action) === "DATA_EXCHANGE" && has(button, "navigate_screen"))
    yield warning({
      code: "flow-screen-ignored",
      path: pointer(button.path, "navigate_screen"),
      message: `${subject} has navigate_screen, which only applies to the action NAVIGATE`,
      hint: "Remove it: with DATA_EXCHANGE the endpoint chooses the screen.",
    });
}

function* flowIdIssues(button: Part, subject: string): Iterable<Issue> {
  const id = field(button.value, "flow_id");
  const path = pointer(button.path, "flow_id");
  if (typeof id === "number" && !Number.isSafeInteger(id))
    yield error({
      code: "flow-id-not-exact",
      path,
      message: `flow_id of ${subject} is the number ${id}, which is too large to be read without losing digits`,
      hint: "Put the id in quotes.",
    });
  if (typeof id === "string" && !/^\d+$/.test(id))
    yield error({
      code: "flow-id-invalid",
      path,
      message: `flow_id of ${subject} ${quote(id)} is not an id`,
      hint: "An id has only digits.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
}

function* flowJsonIssues(button: Part, subject: string): Iterable<Issue> {
  const document = textOf(button, "flow_json");
  if (document === undefined) return;
  try {
    JSON.parse(document);
  } catch {
    yield error({
      code: "flow-json-invalid",
      path: pointer(button.path, "flow_json"),
      message: `flow_json of ${subject} is not JSON: ${quote(document)}`,
      hint: "Correct it: it is a JSON document in a text.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  }
}
