import type { ButtonKind } from "../kinds.ts";
import { app } from "./app.ts";
import { catalog } from "./catalog.ts";
import { copyCode } from "./copy-code.ts";
import { flow } from "./flow.ts";
import { mpm } from "./mpm.ts";
import { orderDetails } from "./order-details.ts";
import { otp } from "./otp.ts";
import { phoneNumber } from "./phone-number.ts";
import { postback } from "./postback.ts";
import { quickReply } from "./quick-reply.ts";
import { requestContactInfo } from "./request-contact-info.ts";
import { spm } from "./spm.ts";
import { url } from "./url.ts";
import { voiceCall } from "./voice-call.ts";

const KINDS = [
  quickReply,
  url,
  phoneNumber,
  copyCode,
  otp,
  flow,
  catalog,
  mpm,
  spm,
  voiceCall,
  orderDetails,
  requestContactInfo,
  app,
  postback,
] as const;

/** Every kind of button. Source: Meta, template components and the guides of the single kinds. */
export const TEMPLATE_BUTTONS: readonly TemplateButton[] = KINDS;

export type TemplateButton = (typeof KINDS)[number];

export type ButtonType = TemplateButton["type"];

/** A value that a sender gives to a button. `index`: its place among all buttons of the template, from 0. */
export type ButtonValue = ValueOf<TemplateButton>;

type ValueOf<Kind> = Kind extends ButtonKind<string, infer Value> ? Value : never;

const BY_TYPE: ReadonlyMap<unknown, TemplateButton> = new Map(TEMPLATE_BUTTONS.map((kind) => [kind.type, kind]));

/** The kind of a type in upper case. */
export function buttonKind(type: unknown): TemplateButton | undefined {
  return BY_TYPE.get(type);
}
