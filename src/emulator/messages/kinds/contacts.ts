import { filled, list, loose, optional, required, text, within } from "../../graph/shape.ts";
import { isGiven, type Json, listOf, objectOf } from "../../json.ts";
import { messageError } from "../message-error.ts";
import type { MessageKind } from "./message-kind.ts";

export const CONTACTS_MAX = 257;

const entries = optional(list(loose()));
const shape = list(
  loose({
    name: required(loose({ formatted_name: required(filled) })),
    birthday: optional(text()),
    addresses: entries,
    emails: entries,
    org: optional(loose()),
    phones: entries,
    urls: entries,
  }),
  { min: 1 },
);

const NAME_PARTS = ["first_name", "last_name", "middle_name", "suffix", "prefix"];

/** `formatted_name` needs at least one other name field. */
function checkName(contact: Json, path: string): void {
  const name = objectOf(objectOf(contact).name);
  const hasPart = NAME_PARTS.some((part) => name[part] !== undefined && name[part] !== "");
  if (!hasPart) {
    throw messageError("missing", `${within(path, "name")} must have at least one of ${NAME_PARTS.join(", ")}`);
  }
}

/** The documented format of a date. */
function checkBirthday(contact: Json, path: string): void {
  const { birthday } = objectOf(contact);
  if (!isGiven(birthday)) return;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(birthday)) || Number.isNaN(Date.parse(String(birthday)))) {
    throw messageError("value", `${within(path, "birthday")} must be formatted as YYYY-MM-DD`);
  }
}

/** `contacts`: a list of contact cards. */
export const contacts: MessageKind = {
  check: (_, value, path) => {
    shape(value, path);
    const cards = listOf(value);
    if (cards.length > CONTACTS_MAX) {
      throw messageError("value", `Invalid contacts count. Max allowed contacts: ${CONTACTS_MAX}`);
    }
    cards.forEach((contact, index) => {
      checkName(contact, within(path, index));
      checkBirthday(contact, within(path, index));
    });
  },
};
