import { anything, filled, integer, list, loose, needed, oneOf, optional, text } from "../../graph/shape.ts";
import { COMPONENT_PARTS, SENT_PARAMETER_TYPES } from "../../tables/template-message-types.ts";
import { SUB_TYPES } from "../../templates/buttons/index.ts";

const parameters = optional(
  list(loose({ type: needed(oneOf(...SENT_PARAMETER_TYPES)), parameter_name: optional(text()) })),
);

const part = { type: needed(oneOf(...COMPONENT_PARTS)), parameters };

const component = loose({
  ...part,
  sub_type: optional(oneOf(...SUB_TYPES)),
  index: optional(integer(0)),
  cards: optional(list(loose({ card_index: needed(integer(0)), components: needed(list(loose(part))) }))),
});

/** `template` of a message. */
export const templateShape = loose({
  name: needed(filled),
  language: needed(loose({ code: needed(filled), policy: optional(oneOf("deterministic")) })),
  components: optional(list(component)),
  namespace: optional(anything),
});
