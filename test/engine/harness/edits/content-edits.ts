import { contentDigest } from "../../../../src/stack/index.ts";
import { type Content, type EditKind, languages, type Outcome, text } from "./edit-kind.ts";

const IMAGE = { header: { image: "media/square.png" } };
const OTHER_IMAGE = { header: { image: "media/other.png" } };
const SALE = { category: "MARKETING" };
const SAMPLES_LATER = /^MYCO_W_SAMPLES_LATER: /;
const LINK = { text: "Track it", url: "https://example.com/t" };
const OPEN_LINK = { text: "Track it", url: "https://example.com/t/{{1}}", example: "A-1" };
const NUMBER = { text: "Call us", number: "+15550051310" };
const FLOW = { text: "Book a visit", id: "841912174823", screen: "WELCOME" };
const APPS = [
  { package_name: "com.example.shop", signature_hash: "K8a/AINcGX7" },
  { package_name: "com.example.till", signature_hash: "K8a/AINcGX8" },
];

function part(kind: string, was: Content, is: Content, outcomes: Outcome = "in place", more: Content = {}): EditKind {
  const body = { body: text(kind) };
  return {
    kind,
    was: languages({ en_US: { ...body, ...was } }, more),
    is: languages({ en_US: { ...body, ...is } }, more),
    outcomes,
  };
}

function buttons(
  kind: string,
  was: unknown[],
  is: unknown[],
  outcomes: Outcome = "in place",
  more?: Content,
): EditKind {
  return part(kind, { buttons: was }, { buttons: is }, outcomes, more);
}

function login(kind: string, was: Content, is: Content, outcomes: Outcome = "in place"): EditKind {
  const template = (authentication: Content): Content =>
    languages(
      { en_US: { authentication: { button: { copy_code: "Copy code" }, ...authentication } } },
      { category: "AUTHENTICATION" },
    );
  return { kind, was: template(was), is: template(is), outcomes };
}

function card(about: string, button: unknown): Content {
  return { ...IMAGE, body: text(about), buttons: [button] };
}

/** Breaks a creation rule: three line breaks in a row. */
const OLD_BODY = "This message is older\n\n\nthan the rule for you.";

function acceptedBody(reason: string): Content {
  const body = { language: "en_US", category: "UTILITY", components: [{ type: "BODY", text: OLD_BODY }] };
  return { body: OLD_BODY, accepted: { digest: contentDigest({ name: "", ...body }), reason } };
}

const texts: EditKind[] = [
  part("header", { header: "Hello" }, { header: "Hello all" }),
  {
    kind: "line breaks at the end of the body",
    was: { body: text("lines") },
    is: { body: `${text("lines")}\n\n` },
    outcomes: "nothing",
  },
  {
    kind: "line breaks inside the body",
    was: { body: text("breaks") },
    is: { body: text("breaks").replace(" is", "\nis") },
    outcomes: "in place",
  },
  part("header added", {}, { header: "Hello" }),
  part("header removed", { header: "Hello" }, {}),
  part("header becomes a location", { header: "Hello" }, { header: "location" }),
  part("header becomes an image", { header: "Hello" }, IMAGE, "in place", SALE),
  { ...part("image of the header", IMAGE, OTHER_IMAGE, "nothing", SALE), says: SAMPLES_LATER },
  part("footer", { footer: "Reply STOP" }, { footer: "Reply STOP to opt out" }),
  part("footer added", {}, { footer: "Reply STOP" }),
  part("footer removed", { footer: "Reply STOP" }, {}),
  part("call permission request added", {}, { call_permission_request: true }, "in place", SALE),
  part(
    "text of an offer",
    {
      ...IMAGE,
      limited_time_offer: { text: "One day", expires: true },
      buttons: [{ copy_code: "BASIL" }, { url: LINK }],
    },
    {
      ...IMAGE,
      limited_time_offer: { text: "Two days", expires: true },
      buttons: [{ copy_code: "BASIL" }, { url: LINK }],
    },
    "in place",
    SALE,
  ),
  part(
    "body of a card",
    { carousel: [card("basil", { quick_reply: "Yes" }), card("sage", { quick_reply: "Yes" })] },
    { carousel: [card("basil", { quick_reply: "Yes" }), card("mint", { quick_reply: "Yes" })] },
    "in place",
    SALE,
  ),
  part(
    "button of a card",
    { carousel: [card("thyme", { quick_reply: "Yes" }), card("dill", { quick_reply: "Yes" })] },
    { carousel: [card("thyme", { quick_reply: "Sure" }), card("dill", { quick_reply: "Sure" })] },
    "in place",
    SALE,
  ),
  part(
    "order of cards",
    { carousel: [card("rye", { quick_reply: "Yes" }), card("oats", { quick_reply: "Yes" })] },
    { carousel: [card("oats", { quick_reply: "Yes" }), card("rye", { quick_reply: "Yes" })] },
    "in place",
    SALE,
  ),
  part(
    "card added",
    { carousel: [card("figs", { quick_reply: "Yes" }), card("plums", { quick_reply: "Yes" })] },
    {
      carousel: [
        card("figs", { quick_reply: "Yes" }),
        card("plums", { quick_reply: "Yes" }),
        card("pears", { quick_reply: "Yes" }),
      ],
    },
    "in place",
    SALE,
  ),
];

const ofButtons: EditKind[] = [
  part("buttons added", {}, { buttons: [{ quick_reply: "Talk to us" }] }),
  part("buttons removed", { buttons: [{ quick_reply: "Talk to us" }] }, {}),
  buttons("quick reply", [{ quick_reply: "Talk to us" }], [{ quick_reply: "Write to us" }]),
  buttons(
    "order of buttons",
    [{ quick_reply: "Yes" }, { quick_reply: "No" }],
    [{ quick_reply: "No" }, { quick_reply: "Yes" }],
  ),
  buttons("label of a link", [{ url: LINK }], [{ url: { ...LINK, text: "Follow it" } }]),
  buttons("address of a link", [{ url: LINK }], [{ url: { ...LINK, url: "https://example.org/t" } }]),
  buttons("variable of a link", [{ url: LINK }], [{ url: OPEN_LINK }]),
  {
    ...buttons("sample of a link", [{ url: OPEN_LINK }], [{ url: { ...OPEN_LINK, example: "A-2" } }], "nothing"),
    says: SAMPLES_LATER,
  },
  buttons("phone number", [{ phone: NUMBER }], [{ phone: { ...NUMBER, number: "+15550051311" } }]),
  buttons(
    "spelling of a phone number",
    [{ phone: NUMBER }],
    [{ phone: { ...NUMBER, number: "+1 (555) 005-1310" } }],
    "nothing",
  ),
  {
    ...buttons("sample of a code", [{ copy_code: "BASIL" }], [{ copy_code: "SAGE" }], "nothing", SALE),
    says: SAMPLES_LATER,
  },
  buttons("flow", [{ flow: FLOW }], [{ flow: { ...FLOW, id: "841912174824" } }]),
  buttons("screen of a flow", [{ flow: FLOW }], [{ flow: { ...FLOW, screen: "START" } }]),
  buttons(
    "flow by its name",
    [{ flow: { text: "Book", name: "book_a_visit" } }],
    [{ flow: { text: "Book", name: "book_a_table" } }],
  ),
  buttons(
    "duration of a call button",
    [{ voice_call: { text: "Call now", ttl: 1440 } }],
    [{ voice_call: { text: "Call now", ttl: 60 } }],
  ),
  buttons("catalog becomes products", [{ catalog: "View catalog" }], [{ products: "View items" }], "in place", SALE),
];

const variables: EditKind[] = [
  {
    kind: "name of a variable",
    was: { body: text("{{what}}"), variables: { what: "tea" } },
    is: { body: text("{{thing}}"), variables: { thing: "tea" } },
    outcomes: "in place",
  },
  {
    kind: "variable added",
    was: { body: text("{{what}}, your order,"), variables: { what: "tea" } },
    is: { body: text("{{what}}, your order {{order}},"), variables: { what: "tea", order: "A-1" } },
    outcomes: "in place",
  },
  {
    kind: "numbers become names",
    was: { body: text("order {{1}}"), examples: ["A-1"] },
    is: { body: text("order {{order}}"), variables: { order: "A-1" } },
    outcomes: "in place",
  },
  {
    kind: "samples",
    was: { body: text("parcel {{1}}"), examples: ["A-1"] },
    is: { body: text("parcel {{1}}"), examples: ["A-2"] },
    outcomes: "nothing",
    says: SAMPLES_LATER,
  },
  {
    kind: "samples of a rejected one",
    was: { body: text("letter {{1}}"), examples: ["A-1"] },
    is: { body: text("letter {{1}}"), examples: ["A-2"] },
    known: { status: "REJECTED" },
    outcomes: "in place",
    says: /^MYCO_W_EDIT: .* WhatsApp rejected it \(INVALID_FORMAT\); the new content is submitted for review again\./,
  },
];

const fields: EditKind[] = [
  part(
    "short form to components",
    { footer: "Reply STOP" },
    {
      body: undefined,
      components: [
        { type: "footer", text: "Reply STOP" },
        { type: "body", text: text("short form to components") },
      ],
    },
    "nothing",
  ),
  part("default of the parameter format", {}, { parameter_format: "positional" }, "nothing"),
  part("time to live added", {}, { message_send_ttl_seconds: 3600 }),
  part("time to live", { message_send_ttl_seconds: 3600 }, { message_send_ttl_seconds: 7200 }),
  part("time to live removed", { message_send_ttl_seconds: 3600 }, {}),
  part("time to live as text", { message_send_ttl_seconds: 3600 }, { message_send_ttl_seconds: "3600" }, "nothing"),
  part(
    "link tracking",
    { buttons: [{ url: LINK }] },
    { buttons: [{ url: LINK }], cta_url_link_tracking_opted_out: true },
  ),
  part("subcategory", {}, { sub_category: "ORDER_STATUS" }),
  {
    kind: "protection",
    was: languages({ en_US: { body: text("protection") } }),
    is: languages({ en_US: { body: text("protection") } }, { protect: true }),
    outcomes: "nothing",
  },
  {
    kind: "removal policy",
    was: languages({ en_US: { body: text("removal") } }),
    is: languages({ en_US: { body: text("removal") } }, { onRemove: "retain" }),
    outcomes: "state only",
  },
  {
    kind: "reason of an acceptance",
    found: { when: "first", body: OLD_BODY },
    was: acceptedBody("older"),
    is: acceptedBody("in use since 2023"),
    outcomes: "nothing",
  },
];

const logins: EditKind[] = [
  login("expiry of a code", { expires: 10 }, { expires: 5 }),
  login("expiry of a code removed", { expires: 10 }, {}),
  login("security recommendation", {}, { security_recommendation: true }),
  login("label of a code", {}, { button: { copy_code: "Copy it" } }),
  login("code becomes one tap", {}, { button: { one_tap: { apps: APPS } } }),
  login(
    "order of apps",
    { button: { one_tap: { apps: APPS } } },
    { button: { one_tap: { apps: [...APPS].reverse() } } },
    "nothing",
  ),
];

/** Edits of what customers see, one part each, and of fields beside it. */
export const CONTENT_EDITS: readonly EditKind[] = [...texts, ...ofButtons, ...variables, ...fields, ...logins];
