import { loose, required, text, url } from "../../../graph/shape.ts";
import { BUTTON } from "./button.ts";
import { ANY_HEADER, type InteractiveKind, named, shaped } from "./interactive-kind.ts";

/** The action of a link button; cards of a carousel have it too. */
export const ctaUrlAction = loose({
  name: named("cta_url"),
  parameters: required(loose({ display_text: required(text({ min: 1, max: BUTTON.title })), url: required(url) })),
});

/** `cta_url`: one button that opens a web page. */
export const ctaUrl: InteractiveKind = {
  action: shaped(ctaUrlAction),
  directAction: shaped(ctaUrlAction),
  headers: ANY_HEADER,
};
