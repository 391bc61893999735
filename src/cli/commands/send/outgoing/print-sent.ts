import type { SentMessage } from "../../../../gateway/index.ts";
import { rowOf } from "../../../../model/text/index.ts";

import type { Context } from "../../../context.ts";
import { fieldLines } from "../../../output/fields.ts";

/** WhatsApp says a status only where it is another one. */
const TAKEN = "accepted";

const HELD: Readonly<Record<string, string>> = {
  held_for_quality_assessment: "WhatsApp holds it back while it judges the template's quality; it may be dropped.",
  paused: "WhatsApp does not send it: the template is paused.",
};

export function printSent({ id, status = TAKEN, contacts }: SentMessage, context: Context): void {
  const held = rowOf(HELD, status);
  if (held !== undefined) context.note(`note: ${held}`);
  if (context.json) {
    const wire = contacts.map(({ input, waId }) => ({ input, wa_id: waId }));
    context.printJson({ message: { id, status, contacts: wire } });
    return;
  }
  const to = contacts.map(({ input, waId }) => waId ?? input).join(", ");
  const fields = [
    ["message", id],
    ["status", status],
    ["to", to],
  ] as const;
  context.print(fieldLines(fields, context.width, context.paint));
}
