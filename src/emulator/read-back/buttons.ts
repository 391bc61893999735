import { createHash } from "node:crypto";
import type { Switches } from "../faults/schema.ts";
import { type Json, type JsonObject, upperOf } from "../json.ts";
import { sampleList } from "../rules/samples.ts";
import { internationalNumber } from "../tables/international-number.ts";

export type ExampleForm = Switches["exampleForm"];

function fullUrls(button: JsonObject): Json[] {
  return sampleList(button.example).map((sample) => {
    const text = String(sample);
    return /^https?:\/\//i.test(text) ? text : String(button.url).replace(/\{\{\s*1\s*\}\}/, text);
  });
}

function urlButton({ example, ...button }: JsonObject): JsonObject {
  return example === undefined ? button : { ...button, example: fullUrls({ ...button, example }) };
}

/** A flow that is named or sent inline comes back by an id only. */
function flowIdOf(button: JsonObject): number {
  if (button.flow_id !== undefined && button.flow_id !== "") return Number(button.flow_id);
  const digest = createHash("sha256")
    .update(JSON.stringify(button.flow_name ?? button.flow_json))
    .digest();
  return 1e14 + digest.readUIntBE(0, 5);
}

function flowButton({ type, text, flow_id, flow_name, flow_json, flow_action, ...rest }: JsonObject): JsonObject {
  const button: JsonObject = { type: type ?? null, text: text ?? null };
  button.flow_id = flowIdOf({
    ...(flow_id === undefined ? {} : { flow_id }),
    flow_name: flow_name ?? null,
    flow_json: flow_json ?? null,
  });
  button.flow_action = flow_action === undefined ? "NAVIGATE" : upperOf(flow_action);
  return { ...button, ...rest };
}

function copyCodeButton(button: JsonObject, form: ExampleForm): JsonObject {
  const [sample = ""] = sampleList(button.example);
  return { type: "COPY_CODE", text: "Copy offer code", example: form === "list" ? [String(sample)] : String(sample) };
}

/** A button as it is read back. */
export function readBackButton(sent: JsonObject, form: ExampleForm): JsonObject {
  const { type, text, ...rest } = sent;
  const button: JsonObject = { type: upperOf(type), ...(text === undefined ? {} : { text }), ...rest };
  switch (button.type) {
    case "URL":
      return urlButton(button);
    case "PHONE_NUMBER":
      return { ...button, phone_number: internationalNumber(String(button.phone_number)) };
    case "COPY_CODE":
      return copyCodeButton(button, form);
    case "FLOW":
      return flowButton(button);
    default:
      return button;
  }
}
