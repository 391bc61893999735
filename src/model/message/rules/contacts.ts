import { quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS, MESSAGE_LIMITS } from "../tables/index.ts";
import { obeys } from "./problem.ts";
import { filled, listOf, object, outside, text } from "./values.ts";

const OTHER_NAMES = ["first_name", "last_name", "middle_name", "prefix", "suffix"];

const optional = text.optional();

const name = object({
  formatted_name: filled("A contact's formatted_name"),
  first_name: optional,
  last_name: optional,
  middle_name: optional,
  prefix: optional,
  suffix: optional,
}).check(
  obeys(function* (value) {
    if (OTHER_NAMES.some((key) => Object.hasOwn(value, key))) return;
    yield {
      severity: "warning",
      code: "contact-name-alone",
      message: "formatted_name stands alone; WhatsApp wants at least one part of the name beside it",
      hint: "Add first_name.",
      whatsapp: MESSAGE_ANSWERS.missingParameter,
    };
  }),
);

const birthday = text.check(
  obeys(function* (value) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return;
    yield {
      code: "birthday-invalid",
      message: `the birthday ${quote(value)} is no date`,
      hint: "Write it like 1999-01-23.",
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    };
  }),
);

const address = object({
  street: optional,
  city: optional,
  state: optional,
  zip: optional,
  country: optional,
  country_code: optional,
  type: optional,
});

const contact = object({
  name,
  addresses: listOf(address, "addresses").optional(),
  birthday: birthday.optional(),
  emails: listOf(object({ email: optional, type: optional }), "e-mail addresses").optional(),
  org: object({ company: optional, department: optional, title: optional }).optional(),
  phones: listOf(object({ phone: optional, type: optional, wa_id: optional }), "phone numbers").optional(),
  urls: listOf(object({ url: optional, type: optional }), "web addresses").optional(),
});

export const contactsShape = listOf(contact, "contacts").check(
  obeys((contacts) => outside("contact", contacts.length, 1, MESSAGE_LIMITS.contacts)),
);
