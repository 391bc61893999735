import type { z } from "zod";
import { error } from "../../issue.ts";
import { listing, quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import { type Addressee, envelopeOf, type MessageEnvelope } from "../envelope.ts";
import { absent, countBetween, filled, listOf, object, rule, text } from "../shape.ts";

/** The OpenAPI description says 5, the guide 257. */
export const CONTACTS_LIMITS = { contacts: 257 } as const;

const OTHER_NAMES = ["first_name", "last_name", "middle_name", "prefix", "suffix"] as const;

const optional = text.optional();

const name = object({
  /** The whole name; WhatsApp requires at least one of the other name fields as well. */
  formatted_name: filled("A contact's formatted_name"),
  first_name: optional,
  last_name: optional,
  middle_name: optional,
  prefix: optional,
  suffix: optional,
}).check(
  rule(function* (value) {
    if (OTHER_NAMES.some((key) => (value[key] ?? "") !== "")) return;
    const what = `name field except formatted_name; WhatsApp requires ${listing(OTHER_NAMES)}`;
    yield absent("the contact", what, "Add first_name.", "contact-name-alone");
  }),
);

const birthday = text.check(
  rule(function* (value) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return;
    yield error({
      code: "birthday-invalid",
      path: "",
      message: `the birthday ${quote(value)} is not a date`,
      hint: "Write it like 1999-01-23.",
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    });
  }),
);

const address = object({
  street: optional,
  city: optional,
  state: optional,
  zip: optional,
  country: optional,
  /** Two letters. */
  country_code: optional,
  /** `HOME`, `WORK`, or any other text. */
  type: optional,
});

const contact = object({
  name,
  addresses: listOf(address, "addresses").optional(),
  /** `YYYY-MM-DD`. */
  birthday: birthday.optional(),
  emails: listOf(object({ email: optional, type: optional }), "email addresses").optional(),
  org: object({ company: optional, department: optional, title: optional }).optional(),
  /** With `wa_id` the recipient can open a chat with the contact. */
  phones: listOf(object({ phone: optional, type: optional, wa_id: optional }), "phone numbers").optional(),
  urls: listOf(object({ url: optional, type: optional }), "URLs").optional(),
});

export interface ContactName extends z.infer<typeof name> {}
export interface ContactAddress extends z.infer<typeof address> {}
export interface Contact extends z.infer<typeof contact> {}

export const contactsContent = listOf(contact, "contacts").check(
  rule((contacts) => countBetween("contact", contacts.length, 1, CONTACTS_LIMITS.contacts)),
);

export interface ContactsMessage extends MessageEnvelope {
  type: "contacts";
  contacts: readonly Contact[];
}

/** One or more contact cards. */
export function contactsMessage(message: Addressee & { contacts: readonly Contact[] }): ContactsMessage {
  return { ...envelopeOf(message), type: "contacts", contacts: message.contacts };
}
