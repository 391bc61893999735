import { link, type Row, reply, table, withButtons } from "../rows.ts";

const BUTTONS = "/components/1";
const FIRST = `${BUTTONS}/buttons/0`;
function replies(number: number) {
  return Array.from({ length: number }, (_, index) => reply(`Answer ${index}`));
}

function code(example: unknown) {
  return withButtons({ type: "COPY_CODE", example });
}

const fine = withButtons(reply("Yes"));

const kinds: [string, Record<string, unknown>, number][] = [
  ["URL", link(), 2],
  ["PHONE_NUMBER", { type: "PHONE_NUMBER", text: "Call", phone_number: "+15550051310" }, 1],
  ["COPY_CODE", { type: "COPY_CODE", example: "25OFF" }, 1],
  ["FLOW", { type: "FLOW", text: "Sign up", flow_id: "1" }, 1],
  ["CATALOG", { type: "CATALOG", text: "View catalog" }, 1],
  ["MPM", { type: "MPM", text: "View items" }, 1],
  ["SPM", { type: "SPM", text: "View" }, 1],
  ["VOICE_CALL", { type: "VOICE_CALL", text: "Call now" }, 1],
  ["ORDER_DETAILS", { type: "ORDER_DETAILS" }, 1],
  ["REQUEST_CONTACT_INFO", { type: "REQUEST_CONTACT_INFO" }, 1],
];

table("counts and order", [
  ...kinds.map(
    ([type, button, max]): Row => ({
      rule: `at most ${max} ${type}`,
      good: withButtons(...Array.from({ length: max }, () => button)),
      bad: withButtons(...Array.from({ length: max + 1 }, () => button)),
      code: "buttons-of-type",
      path: `${BUTTONS}/buttons/${max}`,
      says: `${max + 1} ${type} buttons; WhatsApp allows ${max}`,
    }),
  ),
  {
    rule: "ten buttons",
    good: withButtons(...replies(10)),
    bad: withButtons(...replies(10), link()),
    code: "buttons-too-many",
    path: BUTTONS,
    says: "11 buttons; WhatsApp allows 10",
  },
  { rule: "some buttons", good: fine, bad: withButtons(), code: "buttons-empty", path: BUTTONS },
  {
    rule: "quick replies first or last",
    good: withButtons(link(), reply("Yes"), reply("No")),
    bad: withButtons(reply("Yes"), link(), reply("No")),
    code: "quick-replies-scattered",
    path: `${BUTTONS}/buttons/1`,
  },
  {
    rule: "quick replies in one group",
    good: withButtons(reply("Yes"), reply("No"), link()),
    bad: withButtons(link(), reply("Yes"), link({ text: "Other" })),
    code: "quick-replies-scattered",
    path: `${BUTTONS}/buttons/1`,
  },
  {
    rule: "three buttons on the desktop",
    good: withButtons(...replies(3)),
    bad: withButtons(...replies(4)),
    code: "buttons-on-desktop",
    path: BUTTONS,
    severity: "warning",
  },
  {
    rule: "no mix on the desktop",
    good: withButtons(link()),
    bad: withButtons(link(), reply("Yes")),
    code: "buttons-on-desktop",
    path: BUTTONS,
    severity: "warning",
  },
  {
    rule: "different labels",
    good: withButtons(reply("Yes"), reply("No")),
    bad: withButtons(reply("Yes"), reply("Yes")),
    code: "button-label-twice",
    path: `${BUTTONS}/buttons/1/text`,
    severity: "warning",
  },
  {
    rule: "OTP in authentication only",
    good: fine,
    bad: withButtons({ type: "OTP", otp_type: "COPY_CODE" }),
    code: "otp-category",
    path: FIRST,
  },
  { rule: "a button is an object", good: fine, bad: withButtons("Yes"), code: "wrong-type", path: FIRST },
  { rule: "a button has a type", good: fine, bad: withButtons({ text: "Yes" }), code: "type-missing", path: FIRST },
  {
    rule: "unknown keys may be new",
    good: fine,
    bad: withButtons({ ...reply("Yes"), txt: 1 }),
    code: "unknown-key",
    path: `${FIRST}/txt`,
    severity: "warning",
  },
]);

table("labels", [
  {
    rule: "25 characters",
    good: withButtons(reply("a".repeat(25))),
    bad: withButtons(reply("a".repeat(26))),
    code: "button-label-too-long",
    path: `${FIRST}/text`,
    answer: 2388040,
    says: "26 characters; WhatsApp allows 25",
  },
  {
    rule: "is required",
    good: fine,
    bad: withButtons({ type: "QUICK_REPLY" }),
    code: "button-label-missing",
    path: FIRST,
    answer: 2388050,
  },
  {
    rule: "is not empty",
    good: fine,
    bad: withButtons(reply(" ")),
    code: "button-label-missing",
    path: `${FIRST}/text`,
  },
  {
    rule: "no variable",
    good: fine,
    bad: withButtons(reply("Hi {{1}}")),
    code: "button-label-variable",
    path: `${FIRST}/text`,
    answer: 2388060,
  },
  {
    rule: "no line break",
    good: fine,
    bad: withButtons(reply("Y\nN")),
    code: "button-label-newline",
    path: `${FIRST}/text`,
    answer: 2388060,
  },
  {
    rule: "no emoji",
    good: fine,
    bad: withButtons(reply("Yes 👍")),
    code: "button-label-emoji",
    path: `${FIRST}/text`,
    answer: 2388060,
  },
  {
    rule: "no formatting",
    good: fine,
    bad: withButtons(reply("*Yes*")),
    code: "button-label-markup",
    path: `${FIRST}/text`,
    answer: 2388060,
  },
  {
    rule: "WhatsApp's own label",
    good: withButtons({ type: "CATALOG", text: "View catalog" }),
    bad: withButtons({ type: "CATALOG", text: "Our catalog" }),
    code: "button-label-fixed",
    path: `${FIRST}/text`,
    severity: "warning",
  },
  {
    rule: "none on a copy code",
    good: code("25OFF"),
    bad: withButtons({ type: "COPY_CODE", example: "25OFF", text: "Copy" }),
    code: "button-label-fixed",
    path: `${FIRST}/text`,
    severity: "warning",
  },
]);
