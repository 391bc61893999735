import { anything, integer, loose, optional, text } from "../../../graph/shape.ts";
import { BUTTON } from "./button.ts";
import { ANY_HEADER, INTERACTIVE, type InteractiveKind, named, shaped } from "./interactive-kind.ts";

export const CALL_TTL_MINUTES_MAX = 43_200;

/** `call_permission_request`: asks for permission to call. */
export const callPermissionRequest: InteractiveKind = {
  headers: ANY_HEADER,
  body: { max: INTERACTIVE.body, isOptional: true },
  action: shaped(loose({ name: named("call_permission_request") })),
};

/** `voice_call`: a button that calls the business. */
export const voiceCall: InteractiveKind = {
  headers: ANY_HEADER,
  action: shaped(
    loose({
      name: named("voice_call"),
      parameters: optional(
        loose({
          display_text: optional(text({ min: 1, max: BUTTON.title })),
          ttl_minutes: optional(integer(1, CALL_TTL_MINUTES_MAX)),
          payload: optional(anything),
        }),
      ),
    }),
  ),
};
