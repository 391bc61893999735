import { BODY, HANDLE, link, reply, table, template, withParts } from "../rows.ts";

type Json = Record<string, unknown>;

function header(format = "IMAGE") {
  return format === "PRODUCT"
    ? { type: "HEADER", format }
    : { type: "HEADER", format, example: { header_handle: [HANDLE] } };
}

function buttons(...list: unknown[]) {
  return { type: "BUTTONS", buttons: list };
}

function card(...components: unknown[]) {
  return { components };
}

const plain = card(header(), buttons(reply("More")));
function marketing(...components: unknown[]) {
  return template({ category: "MARKETING", components: [BODY, ...components] });
}

function carousel(cards: unknown, ...others: unknown[]) {
  return marketing({ type: "CAROUSEL", cards }, ...others);
}

function both(one: unknown) {
  return carousel([one, one]);
}

const spm = card(header("PRODUCT"), buttons({ type: "SPM", text: "View" }));
function text(value: string) {
  return card(header(), { type: "BODY", text: value }, buttons(reply("More")));
}

function times(number: number, one: unknown) {
  return Array.from({ length: number }, () => one);
}

const CARDS = "/components/1/cards";
const good = both(plain);

table("carousel", [
  { rule: "cards", good, bad: marketing({ type: "CAROUSEL" }), code: "carousel-cards", path: "/components/1" },
  {
    rule: "two cards",
    good,
    bad: carousel([plain]),
    code: "carousel-cards",
    path: CARDS,
    says: "1 card; WhatsApp allows 2 to 10",
  },
  {
    rule: "ten cards",
    good: carousel(times(10, plain)),
    bad: carousel(times(11, plain)),
    code: "carousel-cards",
    path: CARDS,
    says: "11 cards",
  },
  {
    rule: "two product cards, in doubt",
    good: both(spm),
    bad: carousel(times(3, spm)),
    code: "carousel-product-cards",
    path: CARDS,
    severity: "warning",
  },
  {
    rule: "the same components",
    good: both(text("Hello there")),
    bad: carousel([text("Hello there"), plain]),
    code: "carousel-cards-differ",
    path: `${CARDS}/1`,
  },
  {
    rule: "the same header format",
    good: both(card(header("VIDEO"), buttons(reply("More")))),
    bad: carousel([plain, card(header("VIDEO"), buttons(reply("More")))]),
    code: "carousel-cards-differ",
    path: `${CARDS}/1`,
  },
  {
    rule: "the same buttons",
    good: carousel([plain, card(header(), buttons(reply("Other")))]),
    bad: carousel([plain, card(header(), buttons(link()))]),
    code: "carousel-cards-differ",
    path: `${CARDS}/1`,
  },
  {
    rule: "components in any order",
    good: carousel([plain, card(buttons(reply("More")), header())]),
    bad: carousel([plain, {}]),
    code: "carousel-cards-differ",
    path: `${CARDS}/1`,
  },
  {
    rule: "a header on each card",
    good,
    bad: both(card(buttons(reply("More")))),
    code: "card-header-missing",
    path: `${CARDS}/0`,
  },
  {
    rule: "an image, a video or a product",
    good,
    bad: both(card({ type: "HEADER", format: "TEXT", text: "Hi" }, buttons(reply("More")))),
    code: "card-header-format",
    path: `${CARDS}/0/components/0/format`,
  },
  {
    rule: "the header's sample",
    good,
    bad: both(card({ type: "HEADER", format: "IMAGE" }, buttons(reply("More")))),
    code: "media-sample-missing",
    path: `${CARDS}/1/components/0`,
    answer: 2388043,
  },
  {
    rule: "160 characters",
    good: both(text("a".repeat(160))),
    bad: both(text("a".repeat(161))),
    code: "body-too-long",
    path: `${CARDS}/0/components/1/text`,
    says: "allows 160",
  },
  {
    rule: "two line breaks",
    good: both(text("a\nb\nc")),
    bad: both(text("a\nb\nc\nd")),
    code: "card-body-newlines",
    path: `${CARDS}/0/components/1/text`,
    says: "3 line breaks; WhatsApp allows 2",
  },
  {
    rule: "two buttons",
    good: both(card(header(), buttons(reply("More"), link()))),
    bad: both(card(header(), buttons(reply("More"), reply("Less"), link()))),
    code: "card-buttons",
    path: `${CARDS}/0/components/1`,
    says: "3 buttons; WhatsApp allows 1 to 2",
  },
  {
    rule: "one button, in doubt",
    good,
    bad: both(card(header())),
    code: "card-buttons",
    path: `${CARDS}/0`,
    severity: "warning",
  },
  {
    rule: "buttons of cards",
    good,
    bad: both(card(header(), buttons({ type: "COPY_CODE", example: "X" }))),
    code: "card-button-type",
    path: `${CARDS}/0/components/1/buttons/0/type`,
  },
  {
    rule: "labels on cards",
    good,
    bad: both(card(header(), buttons(reply("a".repeat(26))))),
    code: "button-label-too-long",
    path: `${CARDS}/1/components/1/buttons/0/text`,
  },
  {
    rule: "no footer on a card",
    good,
    bad: both(card(header(), { type: "FOOTER", text: "Bye" }, buttons(reply("More")))),
    code: "card-component",
    path: `${CARDS}/0/components/1`,
  },
  {
    rule: "no footer outside",
    good,
    bad: carousel([plain, plain], { type: "FOOTER", text: "Bye" }),
    code: "carousel-outside",
    path: "/components/2",
    answer: 2388042,
  },
  {
    rule: "no buttons outside, in doubt",
    good,
    bad: carousel([plain, plain], buttons(reply("Yes"))),
    code: "carousel-outside",
    path: "/components/2",
    severity: "warning",
  },
  {
    rule: "marketing, in doubt",
    good,
    bad: withParts({ type: "CAROUSEL", cards: [plain, plain] }),
    code: "carousel-category",
    path: "/components/1",
    severity: "warning",
  },
  {
    rule: "unknown keys on cards",
    good,
    bad: both(card(header(), buttons({ ...reply("More"), lable: "x" }))),
    code: "unknown-key",
    path: `${CARDS}/0/components/1/buttons/0/lable`,
    severity: "warning",
  },
]);

const COPY = { type: "COPY_CODE", example: "25OFF" };
const OFFER = "/components/1";
function offer(fields: Json | undefined = { text: "Ends soon", has_expiration: true }, ...more: unknown[]) {
  return marketing(
    { type: "LIMITED_TIME_OFFER", limited_time_offer: fields },
    header(),
    buttons(COPY, link()),
    ...more,
  );
}

function withHead(head: unknown) {
  return marketing(
    { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon" } },
    head,
    buttons(COPY, link()),
  );
}

function withOfferButtons(...list: unknown[]) {
  return marketing(
    { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon", has_expiration: true } },
    header(),
    buttons(...list),
  );
}

table("limited-time offer", [
  {
    rule: "16 characters",
    good: offer({ text: "a".repeat(16) }),
    bad: offer({ text: "a".repeat(17) }),
    code: "offer-text-too-long",
    path: `${OFFER}/limited_time_offer/text`,
    says: "17 characters; WhatsApp allows 16",
  },
  { rule: "a text", good: offer(), bad: offer({}), code: "offer-text-missing", path: `${OFFER}/limited_time_offer` },
  {
    rule: "no footer",
    good: offer(),
    bad: offer(undefined, { type: "FOOTER", text: "Bye" }),
    code: "offer-footer",
    path: "/components/4",
    answer: 2388042,
  },
  { rule: "marketing", good: offer(), bad: { ...offer(), category: "UTILITY" }, code: "offer-category", path: OFFER },
  {
    rule: "image or video",
    good: withHead(header("VIDEO")),
    bad: withHead(header("DOCUMENT")),
    code: "offer-header",
    path: "/components/2/format",
  },
  {
    rule: "copy code first",
    good: withOfferButtons(COPY, link()),
    bad: withOfferButtons(link(), COPY),
    code: "offer-copy-code-first",
    path: "/components/3/buttons/1",
  },
  {
    rule: "copy code, in doubt",
    good: offer(),
    bad: withOfferButtons(link()),
    code: "offer-copy-code-missing",
    path: OFFER,
    severity: "warning",
  },
  {
    rule: "URL, in doubt",
    good: offer(),
    bad: withOfferButtons(COPY),
    code: "offer-url-missing",
    path: OFFER,
    severity: "warning",
  },
  {
    rule: "header, in doubt",
    good: offer(),
    bad: marketing({ type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon" } }),
    code: "offer-header-missing",
    path: OFFER,
    severity: "warning",
  },
]);

table("call permission request", [
  {
    rule: "no other buttons",
    good: withParts({ type: "call_permission_request" }),
    bad: withParts({ type: "call_permission_request" }, buttons(reply("Yes"))),
    code: "call-permission-buttons",
    path: "/components/2",
    answer: 2388042,
  },
]);
