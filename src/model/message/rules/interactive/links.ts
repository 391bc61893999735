import { z } from "zod";
import { emojisOf, quote } from "../../../text/index.ts";
import { FLOW_MESSAGE_ACTIONS, FLOW_MODES, MESSAGE_ANSWERS, MESSAGE_LIMITS } from "../../tables/index.ts";
import { obeys, type Problem } from "../problem.ts";
import { filled, object, oneOf, text, webAddress, words } from "../values.ts";
import { named } from "./texts.ts";

export const linkAction = object({
  name: named("cta_url"),
  parameters: object({
    display_text: words("The button's text", MESSAGE_LIMITS.linkText),
    url: webAddress("The button's address"),
  }),
});

function* flowButton(label: string): Iterable<Problem> {
  const { length } = Array.from(label);
  if (length > MESSAGE_LIMITS.flowButton)
    yield {
      severity: "warning",
      code: "text-too-long",
      message: `the flow's button ${quote(label)} has ${length} characters; WhatsApp advises ${MESSAGE_LIMITS.flowButton} at most`,
      hint: "Shorten it.",
    };
  const [emoji] = emojisOf(label);
  if (emoji !== undefined)
    yield {
      severity: "warning",
      code: "emoji",
      message: `the flow's button ${quote(label)} has the emoji ${emoji}; WhatsApp wants none there`,
      hint: "Take it out.",
    };
}

const flowParameters = object({
  flow_message_version: z.union([z.literal("3"), z.literal(3)], { error: '"3"' }),
  flow_id: filled("flow_id").optional(),
  flow_name: filled("flow_name").optional(),
  flow_cta: filled("The flow's button").check(obeys(flowButton)),
  flow_token: text.optional(),
  mode: oneOf("The mode", FLOW_MODES).optional(),
  flow_action: oneOf("flow_action", FLOW_MESSAGE_ACTIONS).optional(),
  flow_action_payload: object({
    screen: filled("The flow's screen").optional(),
    data: object({}).optional(),
  }).optional(),
}).check(
  obeys(function* ({ flow_id, flow_name, flow_action, flow_action_payload }) {
    if (flow_id === undefined && flow_name === undefined)
      yield {
        code: "flow-missing",
        message: "neither flow_id nor flow_name says which flow",
        hint: "Add one of them.",
        whatsapp: MESSAGE_ANSWERS.missingParameter,
      };
    if (flow_id !== undefined && flow_name !== undefined)
      yield {
        severity: "warning",
        code: "flow-twice",
        message: "both flow_id and flow_name say which flow; WhatsApp documents one",
        hint: "Leave one of them out.",
      };
    if (
      flow_action !== "data_exchange" &&
      flow_action_payload !== undefined &&
      flow_action_payload.screen === undefined
    )
      yield {
        severity: "warning",
        code: "flow-screen-missing",
        at: ["flow_action_payload"],
        message: "the flow is told to navigate, and not to which screen",
        hint: 'Add "screen".',
      };
  }),
);

export const flowAction = object({ name: named("flow"), parameters: flowParameters });

export const callAction = object({
  name: named("voice_call"),
  parameters: object({
    display_text: words("The button's text", MESSAGE_LIMITS.callText).optional(),
    ttl_minutes: z.number({ error: "a number of minutes" }).optional(),
    payload: text.optional(),
  }).optional(),
});
