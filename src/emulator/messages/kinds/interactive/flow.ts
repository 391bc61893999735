import { filled, loose, oneOf, optional, required, text } from "../../../graph/shape.ts";
import { objectOf } from "../../../json.ts";
import { messageError } from "../../message-error.ts";
import { ANY_HEADER, type InteractiveKind, named } from "./interactive-kind.ts";

const FLOW_VERSION = "3";

const shape = loose({
  name: named("flow"),
  parameters: required(
    loose({
      flow_message_version: required(oneOf(FLOW_VERSION)),
      flow_id: optional(filled),
      flow_name: optional(filled),
      // WhatsApp advises a short label, and enforces no limit.
      flow_cta: required(filled),
      flow_token: optional(text()),
      mode: optional(oneOf("draft", "published")),
      flow_action: optional(oneOf("navigate", "data_exchange")),
      flow_action_payload: optional(loose({ screen: optional(filled) })),
    }),
  ),
});

/** `flow`: a button that opens a flow, which the message names by id or by name. */
export const flow: InteractiveKind = {
  headers: ANY_HEADER,
  action: (_, action, path) => {
    shape(action, path);
    const { flow_id: id, flow_name: name } = objectOf(objectOf(action).parameters);
    if (id === undefined && name === undefined)
      throw messageError("missing", "Either flow_id or flow_name is required");
  },
};
