import type { AddressParameters, InteractiveMessage, OrderDetails, OrderStatus } from "../types/index.ts";
import { given } from "./given.ts";
import { type InteractiveTexts, interactiveMessage } from "./interactive.ts";

export interface FlowArguments extends InteractiveTexts {
  /** This or `flowName`. */
  flowId?: string | undefined;
  flowName?: string | undefined;
  /** The button's text: up to 30 characters, no emoji. */
  button: string;
  token?: string | undefined;
  mode?: "draft" | "published" | undefined;
  action?: "navigate" | "data_exchange" | undefined;
  /** First screen, and its data. */
  screen?: string | undefined;
  data?: Readonly<Record<string, unknown>> | undefined;
}

/** Opens a flow. */
export function flowMessage(message: FlowArguments): InteractiveMessage<"flow"> {
  const { flowId, flowName, button, token, mode, action, screen, data } = message;
  return interactiveMessage(message, "flow", {
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

/** Calls the business on WhatsApp. */
export function voiceCallMessage(
  message: InteractiveTexts & {
    displayText?: string | undefined;
    ttlMinutes?: number | undefined;
    payload?: string | undefined;
  },
): InteractiveMessage<"voice_call"> {
  const { displayText, ttlMinutes, payload } = message;
  const parameters = given({ display_text: displayText, ttl_minutes: ttlMinutes, payload });
  const none = Object.keys(parameters).length === 0;
  return interactiveMessage(message, "voice_call", { name: "voice_call", ...(none ? {} : { parameters }) });
}

/** Asks for an address (India, Singapore). */
export function addressMessage(
  message: InteractiveTexts & { parameters: AddressParameters },
): InteractiveMessage<"address_message"> {
  return interactiveMessage(message, "address_message", { name: "address_message", parameters: message.parameters });
}

/** Asks to pay for an order (Brazil, India, Singapore). */
export function orderDetailsMessage(
  message: InteractiveTexts & { parameters: OrderDetails },
): InteractiveMessage<"order_details"> {
  return interactiveMessage(message, "order_details", { name: "review_and_pay", parameters: message.parameters });
}

/** Tells how an order stands. */
export function orderStatusMessage(
  message: InteractiveTexts & { parameters: OrderStatus },
): InteractiveMessage<"order_status"> {
  return interactiveMessage(message, "order_status", { name: "review_order", parameters: message.parameters });
}
