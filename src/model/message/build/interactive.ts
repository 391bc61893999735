import type { Interactive, InteractiveHeader, InteractiveMessage } from "../types/index.ts";
import { type Addressee, envelopeOf } from "./envelope.ts";

/** The texts around an interactive message. A header as a text is short for `{type: "text", text}`. */
export interface InteractiveTexts extends Addressee {
  header?: InteractiveHeader | string | undefined;
  body: string;
  footer?: string | undefined;
}

export type OptionalBody = Omit<InteractiveTexts, "body"> & { body?: string | undefined };

/** The fields of one kind beside its texts. */
export type ActionOf<Kind extends Interactive["type"]> = Extract<Interactive, { type: Kind }>["action"];

export function interactiveMessage<Kind extends Interactive["type"]>(
  message: OptionalBody,
  type: Kind,
  action: ActionOf<Kind>,
): InteractiveMessage<Kind> {
  const { header, body, footer } = message;
  const interactive = {
    type,
    ...(header === undefined ? {} : { header: typeof header === "string" ? { type: "text", text: header } : header }),
    ...(body === undefined ? {} : { body: { text: body } }),
    action,
    ...(footer === undefined ? {} : { footer: { text: footer } }),
  };
  // The kind and its action belong together by the signature, which the compiler does not follow into the union.
  return { ...envelopeOf(message), type: "interactive", interactive } as unknown as InteractiveMessage<Kind>;
}
