import { child, isScalar, type Located, type LocatedMap } from "../source/located.ts";
import { madeMap } from "../source/made.ts";
import { buttons } from "./buttons.ts";
import type { Expansion } from "./expansion.ts";
import { header } from "./header.ts";
import { SLOTS, textFields, trimmed } from "./text-part.ts";

/** HEADER, BODY, FOOTER and BUTTONS of a language or of a carousel's card, as far as they are there. */
export function messageParts(node: Located, expansion: Expansion): LocatedMap[] {
  const parts = {
    header: child(node, "header"),
    body: child(node, "body"),
    footer: child(node, "footer"),
    buttons: child(node, "buttons"),
  };
  return [
    parts.header && header(parts.header, child(node, "header_example"), expansion),
    isScalar(parts.body)
      ? madeMap(
          { type: "BODY", ...textFields(SLOTS.body, parts.body, child(node, "examples"), expansion) },
          parts.body.place,
        )
      : undefined,
    isScalar(parts.footer) ? madeMap({ type: "FOOTER", text: trimmed(parts.footer) }, parts.footer.place) : undefined,
    parts.buttons && buttons(parts.buttons),
  ].filter((part) => part !== undefined);
}
