import { BODY, HANDLE, table, template, textHeader, withFooter, withHeader, withParts } from "../rows.ts";

const HEADER = "/components/0";
const TEXT = `${HEADER}/text`;
const HANDLES = `${HEADER}/example/header_handle`;
function image(header_handle: unknown) {
  return withHeader({ format: "IMAGE", example: { header_handle } });
}

function variable(text: string, ...header_text: string[]) {
  return withHeader({ format: "TEXT", text, example: { header_text } });
}

function named(header_text_named_params: unknown) {
  return withHeader(
    { format: "TEXT", text: "Order {{order}}", example: { header_text_named_params } },
    { parameter_format: "NAMED" },
  );
}

const plain = textHeader("Your order");

table("text header", [
  {
    rule: "60 characters",
    good: textHeader("a".repeat(60)),
    bad: textHeader("a".repeat(61)),
    code: "header-too-long",
    path: TEXT,
    answer: 2388040,
    says: "has 61 characters; WhatsApp allows 60",
  },
  {
    rule: "60 characters, where an accent beyond the basic plane is in doubt",
    good: textHeader("𝒶".repeat(30)),
    bad: textHeader("𝒶".repeat(31)),
    code: "header-too-long",
    path: TEXT,
    severity: "warning",
  },
  {
    rule: "has text",
    good: plain,
    bad: withHeader({ format: "TEXT" }),
    code: "header-text-missing",
    path: HEADER,
    answer: 2388043,
  },
  { rule: "is not empty", good: plain, bad: textHeader(" "), code: "header-text-missing", path: TEXT },
  {
    rule: "no line break",
    good: plain,
    bad: textHeader("Your\norder"),
    code: "header-newline",
    path: TEXT,
    answer: 2388047,
  },
  {
    rule: "no emoji",
    good: textHeader("Order™ ✔"),
    bad: textHeader("Order ✅"),
    code: "header-emoji",
    path: TEXT,
    answer: 2388047,
  },
  { rule: "no flag", good: plain, bad: textHeader("Hola 🇲🇽"), code: "header-emoji", path: TEXT },
  {
    rule: "no asterisk",
    good: plain,
    bad: textHeader("Only today*"),
    code: "header-markup",
    path: TEXT,
    answer: 2388047,
  },
  {
    rule: "no _italics_",
    good: textHeader("my_order_id"),
    bad: textHeader("an _order_ here"),
    code: "header-markup",
    path: TEXT,
  },
  { rule: "no ~strike~", good: textHeader("~ 5 km"), bad: textHeader("~old~ new"), code: "header-markup", path: TEXT },
  { rule: "no `code`", good: textHeader("the ` key"), bad: textHeader("`code`"), code: "header-markup", path: TEXT },
  {
    rule: "one variable",
    good: variable("Order {{1}}", "A-1"),
    bad: variable("Order {{1}} of {{2}}", "A-1", "Ana"),
    code: "header-variables",
    path: TEXT,
    answer: 2388047,
    says: "2 variables; WhatsApp allows 1",
  },
  {
    rule: "a variable has a sample",
    good: variable("{{1}}", "A-1"),
    bad: textHeader("Order {{1}}"),
    code: "sample-missing",
    path: HEADER,
    answer: 2388043,
  },
  {
    rule: "the sample is not empty",
    good: variable("{{1}}", "A"),
    bad: variable("{{1}}", " "),
    code: "sample-empty",
    path: `${HEADER}/example/header_text/0`,
    answer: 2388043,
  },
  {
    rule: "no sample without a variable",
    good: variable("{{1}}", "A"),
    bad: variable("Hello", "A"),
    code: "sample-without-variable",
    path: `${HEADER}/example/header_text`,
  },
  {
    rule: "the sample of a name has that name",
    good: named([{ param_name: "order", example: "A-1" }]),
    bad: named([{ param_name: "oder", example: "A-1" }]),
    code: "sample-without-variable",
    path: `${HEADER}/example/header_text_named_params/0/param_name`,
  },
  {
    rule: "samples of the body's key are in doubt",
    good: variable("Order {{1}}", "A"),
    bad: withHeader({ format: "TEXT", text: "Order {{1}}", example: { body_text: [["A"]] } }),
    code: "sample-under-wrong-key",
    path: `${HEADER}/example/body_text`,
    severity: "warning",
  },
]);

table("header formats", [
  {
    rule: "any letter case",
    good: withHeader({ format: "location" }),
    bad: withHeader({ format: "place" }),
    code: "header-format-unknown",
    path: `${HEADER}/format`,
    answer: 100,
  },
  { rule: "a format", good: plain, bad: withHeader({}), code: "header-format-missing", path: HEADER, answer: 2388043 },
  {
    rule: "a format beside text, in doubt",
    good: plain,
    bad: withHeader({ text: "Hello" }),
    code: "header-format-missing",
    path: HEADER,
    severity: "warning",
  },
  {
    rule: "media has no text",
    good: image([HANDLE]),
    bad: withHeader({ format: "IMAGE", text: "x", example: { header_handle: [HANDLE] } }),
    code: "header-field-unexpected",
    path: TEXT,
    answer: 2388042,
  },
  {
    rule: "a location has no example",
    good: withHeader({ format: "LOCATION" }),
    bad: withHeader({ format: "LOCATION", example: {} }),
    code: "header-field-unexpected",
    path: `${HEADER}/example`,
  },
  {
    rule: "a GIF is for marketing",
    good: withHeader({ format: "GIF", example: { header_handle: [HANDLE] } }, { category: "MARKETING" }),
    bad: withHeader({ format: "GIF", example: { header_handle: [HANDLE] } }),
    code: "header-gif",
    path: `${HEADER}/format`,
    severity: "warning",
  },
  {
    rule: "a product has its button",
    good: template({
      components: [
        { type: "HEADER", format: "PRODUCT" },
        BODY,
        { type: "BUTTONS", buttons: [{ type: "SPM", text: "View" }] },
      ],
    }),
    bad: withHeader({ format: "PRODUCT" }),
    code: "header-product",
    path: HEADER,
    severity: "warning",
  },
]);

table("media samples", [
  {
    rule: "a sample",
    good: image([HANDLE]),
    bad: withHeader({ format: "VIDEO" }),
    code: "media-sample-missing",
    path: HEADER,
    answer: 2388043,
  },
  {
    rule: "a sample in the list",
    good: image([HANDLE]),
    bad: image([]),
    code: "media-sample-missing",
    path: `${HEADER}/example`,
    answer: 2388043,
  },
  {
    rule: "a file stands for a handle",
    good: image([{ file: "media/sale.jpg" }]),
    bad: image([{ file: "" }]),
    code: "media-file-empty",
    path: `${HANDLES}/0/file`,
  },
  {
    rule: "a file with its hash",
    good: image([{ file: "a.jpg", sha256: "00" }]),
    bad: image([{ path: "a.jpg" }]),
    code: "wrong-type",
    path: `${HANDLES}/0`,
  },
  {
    rule: "several handles of one upload",
    good: image([`${HANDLE}\n${HANDLE}`]),
    bad: image([HANDLE, HANDLE]),
    code: "media-samples-many",
    path: HANDLES,
    severity: "warning",
  },
  {
    rule: "a URL is in doubt",
    good: image([HANDLE]),
    bad: image(["https://example.com/a.jpg"]),
    code: "media-handle-is-url",
    path: `${HANDLES}/0`,
    severity: "warning",
  },
  {
    rule: "a media id is in doubt",
    good: image([HANDLE]),
    bad: image(["1037543291543636"]),
    code: "media-handle-odd",
    path: `${HANDLES}/0`,
    severity: "warning",
  },
  {
    rule: "a handle outside a list is in doubt",
    good: image([HANDLE]),
    bad: image(HANDLE),
    code: "media-sample-not-listed",
    path: HANDLES,
    severity: "warning",
  },
  {
    rule: "an empty handle",
    good: image([HANDLE]),
    bad: image([""]),
    code: "media-sample-missing",
    path: `${HANDLES}/0`,
  },
]);

const FOOTER = "/components/1";

table("footer", [
  {
    rule: "60 characters",
    good: withFooter("a".repeat(60)),
    bad: withFooter("a".repeat(72)),
    code: "footer-too-long",
    path: `${FOOTER}/text`,
    answer: 2388040,
    says: "has 72 characters; WhatsApp allows 60",
  },
  {
    rule: "has text",
    good: withFooter("Bye"),
    bad: withParts({ type: "FOOTER" }),
    code: "footer-text-missing",
    path: FOOTER,
    answer: 2388043,
  },
  {
    rule: "is not empty",
    good: withFooter("Bye"),
    bad: withFooter(""),
    code: "footer-text-missing",
    path: `${FOOTER}/text`,
  },
  {
    rule: "no line break",
    good: withFooter("Bye"),
    bad: withFooter("Bye\n"),
    code: "footer-newline",
    path: `${FOOTER}/text`,
    answer: 2388073,
  },
  {
    rule: "no emoji",
    good: withFooter("*Bye*"),
    bad: withFooter("Bye 👋"),
    code: "footer-emoji",
    path: `${FOOTER}/text`,
    answer: 2388073,
  },
  {
    rule: "no variable",
    good: withFooter("Bye"),
    bad: withFooter("Bye {{1}}"),
    code: "footer-variable",
    path: `${FOOTER}/text`,
    answer: 2388073,
  },
  {
    rule: "no expiration",
    good: withFooter("Bye"),
    bad: withParts({ type: "FOOTER", text: "Bye", code_expiration_minutes: 5 }),
    code: "footer-field-unexpected",
    path: `${FOOTER}/code_expiration_minutes`,
    answer: 2388042,
  },
]);
