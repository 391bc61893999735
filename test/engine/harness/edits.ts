import { contentDigest } from "../../../src/stack/index.ts";

/** What a run does to one template. */
export type Outcome =
  /** One edit. */
  | "in place"
  /** No difference. */
  | "nothing"
  /** A difference for the state, without a request for the template. */
  | "state only"
  /** An error of the preview; nothing is sent. */
  | "refused in preview"
  /** An error of `up`; nothing is sent. */
  | "refused in up"
  | "create refused"
  /** An error of `up`: WhatsApp refuses the edit, which only its own count can show. */
  | "refused by WhatsApp"
  | "created"
  /** Created in the state without a request for the template. */
  | "taken over"
  | "deleted"
  /** Deleted once the template of another name has taken its place in the state. */
  | "replaced"
  | "replacement";

/** One language in the short form, or a whole template, which has `languages`. */
export type Content = Record<string, unknown>;

/** What people or WhatsApp do to a template: a status, or fields that are overwritten. */
export type Hand = { status: string; reason?: string } | { fields: Record<string, unknown> };

export interface EditKind {
  /** What is edited. The template's name follows from it. */
  kind: string;
  /** Absent: not declared before. */
  was?: Content;
  /** Absent: no longer declared. */
  is?: Content;
  /** The key in the file after the edit, if it is another one. */
  key?: string;
  /** It exists in the account before it is declared: `first` in the first run, `later` in the run of the edit. */
  found?: { when: "first" | "later"; body: string };
  /** Content of an `up` before the edit, which uses the edit of the day. */
  meanwhile?: Content;
  /** Somebody's edits in the console, a day apart, before the edit. The last one restores the content. */
  consoleEdits?: number;
  /** Before the last refresh: the state shows it. */
  known?: Hand;
  /** After the last refresh. */
  since?: Hand;
  /** Of the template, or by language or name: `es_MX`, `_v2/en_US`. */
  then: Outcome | Record<string, Outcome>;
  /** What the preview says at the template. */
  says?: RegExp;
  /** What `up` says. */
  fails?: RegExp;
}

const IMAGE = { header: { image: "media/square.png" } };
const OTHER_IMAGE = { header: { image: "media/other.png" } };
const UTILITY = { category: "UTILITY" };
const SALE = { category: "MARKETING" };
const LINK = { text: "Track it", url: "https://example.com/t" };
const OPEN_LINK = { text: "Track it", url: "https://example.com/t/{{1}}", example: "A-1" };
const NUMBER = { text: "Call us", number: "+15550051310" };
const FLOW = { text: "Book a visit", id: "841912174823", screen: "WELCOME" };
const APPS = [
  { package_name: "com.example.shop", signature_hash: "K8a/AINcGX7" },
  { package_name: "com.example.till", signature_hash: "K8a/AINcGX8" },
];
const REVIEW = /^MYCO_W_EDIT: .* the edit sends it back to review\. While it is PENDING it may not be sendable at all/;

function text(about: string): string {
  return `This message is about ${about} for you.`;
}

function languages(all: Record<string, Content>, more: Content = {}): Content {
  return { ...more, languages: all };
}

/** An edit of one part in short form, beside a body of its own. */
function part(kind: string, was: Content, is: Content, then: Outcome = "in place", more: Content = {}): EditKind {
  const body = { body: text(kind) };
  return {
    kind,
    was: languages({ en_US: { ...body, ...was } }, more),
    is: languages({ en_US: { ...body, ...is } }, more),
    then,
  };
}

/** An edit of the body of a template in a certain state. */
function body(kind: string, then: Outcome, more: Partial<EditKind> = {}): EditKind {
  return { kind, was: { body: text(kind) }, is: { body: `${text(kind)} Thank you.` }, then, ...more };
}

/** An edit of the category only, from UTILITY. */
function category(kind: string, then: Outcome, more: Partial<EditKind> = {}): EditKind {
  const content = { en_US: { body: text(kind) } };
  return { kind, was: languages(content), is: languages(content, SALE), then, ...more };
}

function buttons(kind: string, was: unknown[], is: unknown[], then: Outcome = "in place", more?: Content): EditKind {
  return part(kind, { buttons: was }, { buttons: is }, then, more);
}

function login(kind: string, was: Content, is: Content, then: Outcome = "in place"): EditKind {
  const template = (authentication: Content): Content =>
    languages(
      { en_US: { authentication: { button: { copy_code: "Copy code" }, ...authentication } } },
      { category: "AUTHENTICATION" },
    );
  return { kind, was: template(was), is: template(is), then };
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
  { ...body("body", "in place"), says: REVIEW },
  part("header", { header: "Hello" }, { header: "Hello all" }),
  {
    kind: "line breaks at the end of the body",
    was: { body: text("lines") },
    is: { body: `${text("lines")}\n\n` },
    then: "nothing",
  },
  {
    kind: "line breaks inside the body",
    was: { body: text("breaks") },
    is: { body: text("breaks").replace(" is", "\nis") },
    then: "in place",
  },
  part("header added", {}, { header: "Hello" }),
  part("header removed", { header: "Hello" }, {}),
  part("header becomes a location", { header: "Hello" }, { header: "location" }),
  part("header becomes an image", { header: "Hello" }, IMAGE, "in place", SALE),
  part("image of the header", IMAGE, OTHER_IMAGE, "nothing", SALE),
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
  buttons("sample of a link", [{ url: OPEN_LINK }], [{ url: { ...OPEN_LINK, example: "A-2" } }], "nothing"),
  buttons("phone number", [{ phone: NUMBER }], [{ phone: { ...NUMBER, number: "+15550051311" } }]),
  buttons(
    "spelling of a phone number",
    [{ phone: NUMBER }],
    [{ phone: { ...NUMBER, number: "+1 (555) 005-1310" } }],
    "nothing",
  ),
  buttons("sample of a code", [{ copy_code: "BASIL" }], [{ copy_code: "SAGE" }], "nothing", SALE),
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
    then: "in place",
  },
  {
    kind: "variable added",
    was: { body: text("{{what}}, your order,"), variables: { what: "tea" } },
    is: { body: text("{{what}}, your order {{order}},"), variables: { what: "tea", order: "A-1" } },
    then: "in place",
  },
  {
    kind: "numbers become names",
    was: { body: text("order {{1}}"), examples: ["A-1"] },
    is: { body: text("order {{order}}"), variables: { order: "A-1" } },
    then: "in place",
  },
  {
    kind: "samples",
    was: { body: text("parcel {{1}}"), examples: ["A-1"] },
    is: { body: text("parcel {{1}}"), examples: ["A-2"] },
    then: "nothing",
    says: /^MYCO_W_SAMPLES_LATER: /,
  },
  {
    kind: "samples of a rejected one",
    was: { body: text("letter {{1}}"), examples: ["A-1"] },
    is: { body: text("letter {{1}}"), examples: ["A-2"] },
    known: { status: "REJECTED" },
    then: "in place",
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
    then: "nothing",
  },
  {
    kind: "removal policy",
    was: languages({ en_US: { body: text("removal") } }),
    is: languages({ en_US: { body: text("removal") } }, { onRemove: "retain" }),
    then: "state only",
  },
  {
    kind: "reason of an acceptance",
    found: { when: "first", body: OLD_BODY },
    was: acceptedBody("older"),
    is: acceptedBody("in use since 2023"),
    then: "nothing",
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

const REFUSED_CATEGORY =
  /the category of an approved template cannot be changed \(UTILITY to MARKETING; APPROVED as of 20\d\d-/;

const categories: EditKind[] = [
  category("category of an approved one", "refused in preview", { fails: REFUSED_CATEGORY }),
  {
    ...category("category and text of an approved one", "refused in preview", { fails: REFUSED_CATEGORY }),
    is: languages({ en_US: { body: "Everything about it is new for you." } }, SALE),
  },
  category("category of a rejected one", "in place", { known: { status: "REJECTED" } }),
  category("category of a paused one", "in place", { known: { status: "PAUSED" } }),
  category("category of one in review", "refused in up", {
    known: { status: "PENDING" },
    says: /^MYCO_W_EDIT_REFUSED: .* it is PENDING since /,
    fails: /is PENDING: a template in review cannot be edited/,
  }),
  category("category of one approved since", "refused in up", {
    known: { status: "REJECTED" },
    since: { status: "APPROVED" },
    fails: /the category of an approved template cannot be changed/,
  }),
  category("category that was assigned", "state only", {
    known: { fields: { category: "MARKETING", previous_category: "UTILITY" } },
  }),
  body("text of a reassigned category", "in place", {
    known: { fields: { category: "MARKETING", previous_category: "UTILITY" } },
  }),
];

const statuses: EditKind[] = [
  body("text of one in review", "refused in up", {
    known: { status: "PENDING" },
    says: /^MYCO_W_EDIT_REFUSED: .* it is PENDING since .*Run 'mycobot wait'/,
    fails: /is PENDING: a template in review cannot be edited/,
  }),
  body("text of one in review since", "refused in up", {
    since: { status: "PENDING" },
    says: REVIEW,
    fails: /is PENDING: a template in review cannot be edited/,
  }),
  body("text of a rejected one", "in place", {
    known: { status: "REJECTED", reason: "PROMOTIONAL" },
    says: /WhatsApp rejected it \(PROMOTIONAL\)/,
  }),
  body("text of a paused one", "in place", { known: { status: "PAUSED" }, says: REVIEW }),
  body("text of a disabled one", "refused in up", {
    known: { status: "DISABLED" },
    says: /^MYCO_W_EDIT_REFUSED: .* DISABLED .*neither edited nor deleted/,
    fails: /is DISABLED: /,
  }),
  body("text of one in appeal", "refused in up", {
    known: { status: "IN_APPEAL" },
    says: /^MYCO_W_EDIT_REFUSED: .*until its appeal is decided/,
    fails: /is IN_APPEAL: /,
  }),
  body("text of one in deletion", "refused in up", {
    known: { status: "PENDING_DELETION" },
    says: /^MYCO_W_EDIT_REFUSED: .*being deleted/,
    fails: /is PENDING_DELETION: /,
  }),
  body("text of an archived one", "refused in up", {
    known: { status: "ARCHIVED" },
    says: /^MYCO_W_EDIT_REFUSED: .*Unarchive it/,
    fails: /is ARCHIVED: /,
  }),
  body("text of one over the limit", "refused by WhatsApp", {
    known: { status: "LIMIT_EXCEEDED" },
    says: /^MYCO_W_EDIT: /,
    fails: /LIMIT_EXCEEDED/,
  }),
  body("second edit of the day", "refused by WhatsApp", {
    meanwhile: { body: text("the first edit") },
    says: /^MYCO_W_EDIT_REFUSED: .*its last edit was at .*, 1 of 10 edits in 30 days/,
    fails: /once in 24 hours and 10 times in 30 days, next edit possible at /,
  }),
  body("eleventh edit of the month", "refused by WhatsApp", {
    consoleEdits: 10,
    says: REVIEW,
    fails: /once in 24 hours and 10 times in 30 days/,
  }),
  body("second edit of a rejected one", "in place", {
    meanwhile: { body: text("the rejected edit") },
    known: { status: "REJECTED" },
    says: /WhatsApp rejected it/,
  }),
];

const identities: EditKind[] = [
  {
    kind: "language added",
    was: languages({ en_US: { body: text("english") } }),
    is: languages({ en_US: { body: text("english") }, es_MX: { body: "Este mensaje es para ti." } }),
    then: { en_US: "nothing", es_MX: "created" },
  },
  {
    kind: "language removed",
    was: languages({ en_US: { body: text("one") }, es_MX: { body: "Este otro mensaje es para ti." } }),
    is: languages({ en_US: { body: text("one") } }),
    then: { en_US: "nothing", es_MX: "deleted" },
  },
  {
    kind: "one of two languages",
    was: languages({ en_US: { body: text("two") }, es_MX: { body: "Un mensaje para ti." } }),
    is: languages({ en_US: { body: text("two") }, es_MX: { body: "Un mensaje nuevo para ti." } }),
    then: { en_US: "nothing", es_MX: "in place" },
  },
  {
    kind: "version with previous",
    was: languages({ en_US: { body: text("version one") } }),
    is: languages(
      { en_US: { body: text("version two") } },
      { version: 2, previous: { "1": languages({ en_US: { body: text("version one") } }, UTILITY) } },
    ),
    then: { en_US: "nothing", "_v2/en_US": "created" },
  },
  {
    kind: "version without previous",
    was: languages({ en_US: { body: text("the old one") } }),
    is: languages({ en_US: { body: text("the new one") } }, { version: 2 }),
    then: { en_US: "deleted", "_v2/en_US": "created" },
  },
  {
    kind: "previous removed",
    was: languages(
      { en_US: { body: text("the second") } },
      { version: 2, previous: { "1": languages({ en_US: { body: text("the first") } }, UTILITY) } },
    ),
    is: languages({ en_US: { body: text("the second") } }, { version: 2 }),
    then: { en_US: "deleted", "_v2/en_US": "nothing" },
  },
  {
    kind: "remote name",
    was: languages({ en_US: { body: text("names") } }),
    is: languages({ en_US: { body: text("names") } }, { name: "renamed" }),
    then: { en_US: "replaced", "renamed/en_US": "replacement" },
  },
  {
    kind: "key in the file",
    was: { body: text("keys") },
    is: languages({ en_US: { body: text("keys") } }, { name: "key_in_the_file" }),
    key: "another_key",
    then: "nothing",
  },
  { kind: "removed", was: { body: text("the end") }, then: "deleted", says: /^MYCO_W_DELETION: / },
  { kind: "declared anew", is: { body: text("the start") }, then: "created" },
  {
    kind: "equal in the account",
    found: { when: "later", body: text("adoption") },
    is: { body: text("adoption") },
    then: "taken over",
  },
  {
    kind: "different in the account",
    found: { when: "later", body: text("the account") },
    is: { body: text("the file") },
    then: "create refused",
    fails: /already exists in the account .* and differs from the declaration in /,
  },
];

/** Kinds of edit, one template each. */
export const EDITS: readonly EditKind[] = [
  ...texts,
  ...ofButtons,
  ...variables,
  ...fields,
  ...logins,
  ...categories,
  ...statuses,
  ...identities,
];
