import { createHash } from "node:crypto";
import { invalidParameter, notOneOf } from "../../graph/errors.ts";
import { type Json, type JsonObject, upperOf } from "../../json.ts";
import { refusal } from "../refusals.ts";
import type { ServedButton } from "./served-button.ts";

const ACTIONS: readonly string[] = ["DATA_EXCHANGE", "NAVIGATE"];

/**
 * The ways to name a flow: exactly one is required. The flow need not exist in the emulator: how WhatsApp rejects an
 * unknown or unpublished flow is not published.
 */
const REFERENCES = ["flow_id", "flow_name", "flow_json"];

/** A read shows an id, also for a flow that was named or sent inline. */
function flowId({ flow_id, flow_name, flow_json }: JsonObject): Json {
  if (flow_id !== undefined && flow_id !== "") {
    // JSON.stringify cannot write a number above 2^53 with all its digits.
    return Number.isSafeInteger(Number(flow_id)) ? Number(flow_id) : flow_id;
  }
  const digest = createHash("sha256")
    .update(JSON.stringify(flow_name ?? flow_json ?? null))
    .digest();
  return 1e14 + digest.readUIntBE(0, 5);
}

export const flow: ServedButton = {
  max: 1,
  required: ["text"],
  label: "Flow",
  isSubType: true,
  check(button, { index, path }) {
    const given = REFERENCES.filter((field) => button[field] !== undefined && button[field] !== "");
    if (given.length === 0) throw refusal("buttonMissingFields", index, "flow_id");
    if (given.length > 1) throw invalidParameter(`Only one of ${given.join(", ")} can be given for ${path}`);
    if (button.flow_action !== undefined && !ACTIONS.includes(upperOf(button.flow_action))) {
      throw notOneOf(`${path}['flow_action']`, ACTIONS, button.flow_action);
    }
  },
  readBack(button) {
    const { type = null, text = null, flow_id, flow_name, flow_json, flow_action, ...rest } = button;
    const action = flow_action === undefined ? "NAVIGATE" : upperOf(flow_action);
    return { type, text, flow_id: flowId(button), flow_action: action, ...rest };
  },
};
