// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { contentDigest } from "../../../src/stack/index.ts";

export type Json = Record<string, unknown>;

/** Files that the samples name, all with the same picture. */
export const PICTURES = ["a.png", "b.png"];

/** Stack files that `extends` names. */
export const BASES = {
  "a.yaml": 'values: { from: a }\nprofiles: { "7": { about: "From ${from}" } }\n',
  "b.yaml": 'profiles: { "7": { about: From b } }\n',
};

const BODY = { body: "Hello there" };
const handle = { handle: "4::aGVyYnM=" };
const apps = [{ package_name: "com.example.shop", signature_hash: "K8a/AINcGX7" }];

const OWN_FIELDS = {
  sub_category: "ORDER_STATUS",
  message_send_ttl_seconds: 3600,
  allow_category_change: true,
  cta_url_link_tracking_opted_out: true,
  display_format: "ORDER_DETAILS",
  is_primary_device_delivery_only: true,
  send_type: "campaign",
  bid_spec: { bid_amount: 100 },
  degrees_of_freedom_spec: { creative_features_spec: {} },
  creative_sourcing_spec: { a: 1 },
  routing_entrypoint: "DEFAULT",
  optimization_spec: { a: 1 },
  product_set_id: "1",
  source_template_id: "2",
  parameter_format: "POSITIONAL",
};

const LIBRARY = {
  library_template_name: "delivery_update_1",
  library_template_button_inputs: [{ type: "PHONE_NUMBER", phone_number: "+15550051310" }],
  library_template_body_inputs: { add_contact_number: true },
  library_template_body_param_inputs: [{ type: "text", text: "Ana" }],
};

const BUTTONS: Json[] = [
  { quick_reply: "Talk to us" },
  { url: { text: "Track", url: "https://example.com/{{1}}", example: "A-1" } },
  { phone: { text: "Call us", number: "+15550051310" } },
  { copy_code: "SPRING25" },
  { flow: { text: "Book", id: "1", screen: "WELCOME", action: "navigate", icon: "REVIEW" } },
  { flow: { text: "Book", name: "book" } },
  { catalog: "View catalog" },
  { products: "View items" },
  { product: "View" },
  { voice_call: { text: "Call now", ttl: 1440 } },
];

const HEADERS: Json[] = [
  { image: "a.png" },
  { image: handle },
  { video: "a.png" },
  { video: handle },
  { document: "a.png" },
  { document: handle },
];

/** Accepted content after an edit: the hint of a broken rule has the digest of the declared content. */
const EDITED = { accepted: { digest: "0000000000000000", reason: "exists already" } };

function twice(card: Json): Json {
  return { ...BODY, carousel: [card, card], ...EDITED };
}

/** Contents of a language with their category. */
const CONTENTS: [string, Json][] = [
  ["UTILITY", { category: "UTILITY", variables: { name: "Ana" }, body: "Hello {{name}}, good day to you." }],
  [
    "UTILITY",
    { header: "Order {{1}}", header_example: "A-1", body: "Hi {{1}}, good day.", examples: ["Ana"], footer: "Bye" },
  ],
  ...BUTTONS.map((button): [string, Json] => ["MARKETING", { ...BODY, buttons: [button] }]),
  ...HEADERS.map((header): [string, Json] => ["MARKETING", { ...BODY, header }]),
  ...BUTTONS.map((button): [string, Json] => [
    "MARKETING",
    twice({ header: { image: handle }, body: "Fresh basil", buttons: [button] }),
  ]),
  ...HEADERS.map((header): [string, Json] => ["MARKETING", twice({ header, buttons: [{ quick_reply: "Yes" }] })]),
  [
    "MARKETING",
    twice({ header: "For {{1}}", header_example: "Ana", body: "Fresh for {{1}} today", examples: ["Ana"] }),
  ],
  ["AUTHENTICATION", { authentication: { expires: 10, security_recommendation: true, button: { copy_code: "Copy" } } }],
  ["AUTHENTICATION", { authentication: { button: { one_tap: { text: "Copy", autofill: "Fill", apps } } } }],
  [
    "AUTHENTICATION",
    { authentication: { button: { zero_tap: { text: "Copy", autofill: "Fill", apps, terms_accepted: true } } } },
  ],
  [
    "MARKETING",
    { ...BODY, limited_time_offer: { text: "Ends soon!", expires: true }, buttons: [{ copy_code: "SPRING25" }] },
  ],
  ["UTILITY", { ...BODY, call_permission_request: true }],
  ["UTILITY", { components: [{ type: "BODY", text: "Hello there" }] }],
  ["UTILITY", { ...BODY, ...OWN_FIELDS }],
  ["UTILITY", LIBRARY],
  [
    "UTILITY",
    {
      ...BODY,
      accepted: {
        digest: contentDigest({
          name: "hello",
          language: "en_US",
          category: "UTILITY",
          components: [{ type: "BODY", text: "Hello there" }],
        }),
        reason: "exists already",
      },
    },
  ],
];

const account = { waba: "1", app: "2" };

/** A content in a template and in an older version of it. */
function inTemplate(category: string, content: Json, shared: Json = {}): Json {
  const languages = { en_US: content };
  // An older version must differ.
  const previous = { 1: { category, ...shared, languages: { ...languages, en: content } } };
  return { account, templates: { hello: { category, ...shared, version: 2, languages, previous } } };
}

/** Stack files that together have every key. */
export const SAMPLES: Json[] = [
  {
    extends: "a.yaml",
    account: { waba: "1", app: "2", connection: "shop" },
    values: { who: "you" },
    settings: { namePrefix: "dev_", onRemove: "retain", protect: true, adopt: "never", maxDeletes: 5 },
    connections: { shop: { app: "whatsapp-business" }, store: { id: "21fd90f9-5935-43cd-b6c8-bde9d915ca80" } },
    profiles: {
      "1": {
        about: "Herbs",
        description: "Herbs",
        address: "1 Market Street",
        email: "hello@example.com",
        vertical: "RETAIL",
        websites: ["https://example.com"],
        picture: "a.png",
        onRemove: "retain",
      },
    },
    templates: {
      hello: { name: "hi", category: "UTILITY", languages: { en_US: { body: "Hello ${who} there" } } },
    },
  },
  { account, settings: { allowEmpty: true } },
  inTemplate("UTILITY", BODY, { protect: true, onRemove: "retain" }),
  inTemplate("UTILITY", { body: "Hello {{name}}, good day to you." }, { variables: { name: "Ana" } }),
  inTemplate("UTILITY", BODY, OWN_FIELDS),
  inTemplate("UTILITY", {}, LIBRARY),
  ...CONTENTS.map(([category, content]) => inTemplate(category, content)),
];
