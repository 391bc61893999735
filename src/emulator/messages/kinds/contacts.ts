import { filled, list, loose, needed, optional, text, within } from "../../graph/shape.ts";
import { type Json, listOf, objectOf } from "../../json.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { messageError } from "../message-error.ts";

const entries = optional(list(loose()));
const shape = list(
  loose({
    name: needed(loose({ formatted_name: needed(filled) })),
    birthday: optional(text()),
    addresses: entries,
    emails: entries,
    org: optional(loose()),
    phones: entries,
    urls: entries,
  }),
  { least: 1 },
);

const NAME_PARTS = ["first_name", "last_name", "middle_name", "suffix", "prefix"];

/** A contact's name needs a part besides the formatted one. */
function checkName(contact: Json, path: string): void {
  const name = objectOf(objectOf(contact).name);
  const hasPart = NAME_PARTS.some((part) => name[part] !== undefined && name[part] !== "");
  if (!hasPart) {
    throw messageError("missing", `${within(path, "name")} must have at least one of ${NAME_PARTS.join(", ")}`);
  }
}

/** A date as documented: YYYY-MM-DD. */
function checkBirthday(contact: Json, path: string): void {
  const { birthday } = objectOf(contact);
  if (birthday === undefined || birthday === null) return;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(birthday)) || Number.isNaN(Date.parse(String(birthday)))) {
    throw messageError("value", `${within(path, "birthday")} must be formatted as YYYY-MM-DD`);
  }
}

export function checkContacts(value: Json, path: string): void {
  shape(value, path);
  const contacts = listOf(value);
  if (contacts.length > MESSAGE_LIMITS.contacts) {
    throw messageError("value", `Invalid contacts count. Max allowed contacts: ${MESSAGE_LIMITS.contacts}`);
  }
  contacts.forEach((contact, index) => {
    checkName(contact, within(path, index));
    checkBirthday(contact, within(path, index));
  });
}
