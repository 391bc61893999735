import { z } from "zod";
import { type Issue, warning } from "../../../issue.ts";
import { emojisOf, quote } from "../../../text/index.ts";
import { given } from "../../envelope.ts";
import { absent, anyFields, filled, object, oneOf, rule, text, word } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

/** `flowButton` is advised, not enforced. */
export const FLOW_LIMITS = { flowButton: 30 } as const;

export const FLOW_MODES = ["draft", "published"] as const;

export const FLOW_MESSAGE_ACTIONS = ["navigate", "data_exchange"] as const;

function* adviceOnButton(label: string): Iterable<Issue> {
  const { length } = Array.from(label);
  if (length > FLOW_LIMITS.flowButton)
    yield warning({
      code: "text-too-long",
      path: "",
      message: `the flow's button ${quote(label)} has ${length} characters; WhatsApp recommends at most ${FLOW_LIMITS.flowButton}`,
      hint: "Shorten it.",
    });
  const [emoji] = emojisOf(label);
  if (emoji !== undefined)
    yield warning({
      code: "emoji",
      path: "",
      message: `the flow's button ${quote(label)} contains the emoji ${emoji}; WhatsApp recommends none`,
      hint: "Remove it.",
    });
}

const version = z.union([word("3"), z.literal(3)], { error: '"3"' });

const parameters = object({
  flow_message_version: version,
  /** Either this or `flow_name`. */
  flow_id: filled("flow_id").optional(),
  flow_name: filled("flow_name").optional(),
  /** The button's text, without emoji; see {@link FLOW_LIMITS}. */
  flow_cta: filled("The flow's button").check(rule(adviceOnButton)),
  flow_token: text.optional(),
  /** Default: `published`. */
  mode: oneOf("The mode", FLOW_MODES).optional(),
  /** Default: `navigate`. */
  flow_action: oneOf("flow_action", FLOW_MESSAGE_ACTIONS).optional(),
  /** The first screen, and its data. */
  flow_action_payload: object({
    screen: filled("The flow's screen").optional(),
    data: anyFields.optional(),
  }).optional(),
}).check(
  rule(function* ({ flow_id, flow_name, flow_action, flow_action_payload }) {
    if (flow_id === undefined && flow_name === undefined)
      yield absent("the flow message", "flow_id and no flow_name", "Add one of them.", "flow-missing");
    if (flow_id !== undefined && flow_name !== undefined)
      yield warning({
        code: "flow-twice",
        path: "",
        message: "the flow message has both flow_id and flow_name; WhatsApp documents only one",
        hint: "Remove one of them.",
      });
    if (
      flow_action !== "data_exchange" &&
      flow_action_payload !== undefined &&
      flow_action_payload.screen === undefined
    )
      yield warning({
        code: "flow-screen-missing",
        path: "/flow_action_payload",
        message: "the flow navigates, but its payload has no screen",
        hint: 'Add "screen".',
      });
  }),
);

const action = object({ name: word("flow"), parameters });

export interface FlowAction extends z.infer<typeof action> {}

export const flowKind = interactiveKind("flow", action);

type Content = z.infer<typeof flowKind.schema>;

export interface FlowArguments extends InteractiveTexts {
  /** This or `flowName`. */
  flowId?: string | undefined;
  flowName?: string | undefined;
  /** The button's text, without emoji; see {@link FLOW_LIMITS}. */
  button: string;
  token?: string | undefined;
  mode?: (typeof FLOW_MODES)[number] | undefined;
  action?: (typeof FLOW_MESSAGE_ACTIONS)[number] | undefined;
  /** First screen, and its data. */
  screen?: string | undefined;
  data?: Readonly<Record<string, unknown>> | undefined;
}

/** A button that opens a flow. */
export function flowMessage(message: FlowArguments): InteractiveEnvelope<Content> {
  const { flowId, flowName, button, token, mode, action, screen, data } = message;
  return interactiveMessage<Content>(message, "flow", {
    name: "flow",
    parameters: {
      flow_message_version: "3",
      ...given({ flow_token: token, flow_id: flowId, flow_name: flowName, mode }),
      flow_cta: button,
      ...given({
        flow_action: action,
        flow_action_payload: screen === undefined ? undefined : { screen, ...given({ data }) },
      }),
    },
  });
}
