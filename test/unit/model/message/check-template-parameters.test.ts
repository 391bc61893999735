import { describe, expect, test } from "vitest";
import { checkTemplateParameters, templateMessage } from "../../../../src/model/message/index.ts";
import type { TemplateBody } from "../../../../src/model/template/index.ts";

const to = "4915123456789";
function template(components: TemplateBody["components"], more: Partial<TemplateBody> = {}): TemplateBody {
  return {
    name: "herbs",
    language: "en",
    category: "UTILITY",
    ...(components === undefined ? {} : { components }),
    ...more,
  };
}

const ours = { to, name: "herbs", language: "en" };
function messages(issues: { message: string }[]) {
  return issues.map(({ message }) => message);
}

const ORDER = template([
  { type: "HEADER", format: "TEXT", text: "Order {{1}}" },
  { type: "BODY", text: "Hello {{1}}, your thyme is on its way to {{2}} and arrives {{3}} at the latest." },
  {
    type: "BUTTONS",
    buttons: [
      { type: "PHONE_NUMBER", text: "Call", phone_number: "+4915123456789" },
      { type: "URL", text: "Track", url: "https://herbs.example/{{1}}", example: ["https://herbs.example/7"] },
      { type: "URL", text: "Shop", url: "https://herbs.example" },
    ],
  },
]);

describe("positional variables", () => {
  test("all there: nothing to say", () => {
    const message = templateMessage({
      ...ours,
      header: "4711",
      body: ["Ana", "Bonn", "tomorrow"],
      buttons: [{ index: 1, url: "4711" }],
    });
    expect(checkTemplateParameters(message, ORDER)).toEqual([]);
  });

  test("each missing one is named, with the words around it", () => {
    const issues = checkTemplateParameters(templateMessage({ ...ours, body: ["Ana"] }), ORDER);
    expect(issues.map(({ code, path, whatsapp }) => [code, path, whatsapp?.code])).toEqual([
      ["parameter-missing", "/template/components", 132000],
      ["parameter-missing", "/template/components/0", 132000],
      ["parameter-missing", "/template/components/0", 132000],
      ["parameter-missing", "/template/components", 131008],
    ]);
    expect(messages(issues)).toEqual([
      'the header requires {{1}} ("Order {{1}}"); the message has no value for it',
      'the body requires {{2}} ("thyme is on its way to {{2}} and arrives {{3}} at"); the message has no value for it',
      'the body requires {{3}} ("to {{2}} and arrives {{3}} at the latest."); the message has no value for it',
      'button 1 (URL "Track") requires the end of its URL (text); the message has none',
    ]);
  });

  test("without any component the template itself is the place", () => {
    const paths = checkTemplateParameters(templateMessage(ours), ORDER).map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(["/template"]));
  });

  test("too many, for the wrong button, for a button that takes none, beyond the last one", () => {
    const message = templateMessage({
      ...ours,
      header: ["1", "2"],
      body: ["a", "b", "c", "d"],
      buttons: [
        { index: 1, payload: "x" },
        { index: 2, url: "x" },
        { index: 0, url: "x" },
        { index: 3, url: "x" },
      ],
    });
    expect(checkTemplateParameters(message, ORDER).map(({ code }) => code)).toEqual([
      "parameter-unexpected",
      "parameter-unexpected",
      "button-mismatch",
      "button-mismatch",
      "parameter-unexpected",
      "button-unexpected",
    ]);
  });

  test("the wrong template and the wrong language", () => {
    const message = templateMessage({ to, name: "spices", language: "de" });
    expect(checkTemplateParameters(message, template([{ type: "BODY", text: "Hello." }]))).toEqual([
      expect.objectContaining({ path: "/template/name", whatsapp: { code: 132001 } }),
      expect.objectContaining({ path: "/template/language/code", whatsapp: { code: 132001 } }),
    ]);
  });

  test("what is no template message", () => {
    expect(checkTemplateParameters({ type: "text" }, ORDER)).toEqual([
      expect.objectContaining({ code: "not-a-template" }),
    ]);
  });
});

test("named variables: the missing and the unknown name", () => {
  const named = template([{ type: "BODY", text: "Hello {{first_name}}, {{herb}} is back." }], {
    parameter_format: "named",
  });
  expect(
    checkTemplateParameters(templateMessage({ ...ours, body: { first_name: "Ana", herb: "Dill" } }), named),
  ).toEqual([]);
  expect(
    messages(checkTemplateParameters(templateMessage({ ...ours, body: { first_name: "Ana", her: "Dill" } }), named)),
  ).toEqual([
    'the body requires {{herb}} ("Hello {{first_name}}, {{herb}} is back."); the message has no value for it',
    'the message has "her"; the body has {{first_name}} and {{herb}}',
  ]);
  expect(checkTemplateParameters(templateMessage({ ...ours, body: ["Ana", "Dill"] }), named)).toHaveLength(3);
});

describe("headers with media", () => {
  const picture = template([
    { type: "HEADER", format: "IMAGE" },
    { type: "BODY", text: "Fresh." },
  ]);
  test("the picture is missing", () => {
    expect(checkTemplateParameters(templateMessage(ours), picture)).toEqual([
      expect.objectContaining({ code: "parameter-missing", whatsapp: { code: 132012 } }),
    ]);
  });
  test("a video for a picture", () => {
    const message = templateMessage({ ...ours, header: { type: "video", video: { id: "1" } } });
    expect(checkTemplateParameters(message, picture)).toEqual([expect.objectContaining({ code: "header-mismatch" })]);
  });
  test("the picture is there", () => {
    const message = templateMessage({ ...ours, header: { type: "image", image: { id: "1" } } });
    expect(checkTemplateParameters(message, picture)).toEqual([]);
  });
});

describe("buttons with values of their own", () => {
  const withButton = (button: object, more: Partial<TemplateBody> = {}) =>
    template(
      [
        { type: "BODY", text: "Fresh herbs." },
        { type: "BUTTONS", buttons: [button] },
      ],
      more,
    );
  const COUPON = withButton({ type: "COPY_CODE", example: "HERB10" });
  const CODE = withButton({ type: "OTP", otp_type: "COPY_CODE" }, { category: "AUTHENTICATION" });
  const PRODUCTS = withButton({ type: "MPM", text: "View items" });

  test("a coupon code", () => {
    expect(checkTemplateParameters(templateMessage(ours), COUPON)).toEqual([
      expect.objectContaining({ message: "button 0 (COPY_CODE) requires a coupon_code; the message has none" }),
    ]);
    const buttons = [{ index: 0, couponCode: "HERB10" }];
    expect(checkTemplateParameters(templateMessage({ ...ours, buttons }), COUPON)).toEqual([]);
  });

  test("a one-time code stands in the body and in the button, also where the template was read back", () => {
    const read = withButton(
      {
        type: "URL",
        text: "Copy code",
        url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}",
        example: ["https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456"],
      },
      { category: "AUTHENTICATION" },
    );
    for (const one of [CODE, read]) {
      expect(checkTemplateParameters(templateMessage(ours), one)).toHaveLength(2);
      const full = templateMessage({ ...ours, body: ["123456"], buttons: [{ index: 0, url: "123456" }] });
      expect(checkTemplateParameters(full, one)).toEqual([]);
    }
  });

  test("products, and buttons that may go without a value", () => {
    expect(checkTemplateParameters(templateMessage(ours), PRODUCTS)).toHaveLength(1);
    const products = { thumbnail_product_retailer_id: "1", sections: [] };
    const message = templateMessage({ ...ours, buttons: [{ index: 0, products }] });
    expect(checkTemplateParameters(message, PRODUCTS)).toEqual([]);
    for (const type of ["QUICK_REPLY", "FLOW", "CATALOG", "VOICE_CALL", "SOMETHING_NEW"])
      expect(checkTemplateParameters(templateMessage(ours), withButton({ type, text: "Go" }))).toEqual([]);
  });
});

describe("offers and carousels", () => {
  test("an offer that ends", () => {
    const offer = template([
      { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Today", has_expiration: true } },
      { type: "BODY", text: "Fresh herbs." },
    ]);
    expect(checkTemplateParameters(templateMessage(ours), offer)).toHaveLength(1);
    expect(checkTemplateParameters(templateMessage({ ...ours, offerEndsAtMs: 1_900_000_000_000 }), offer)).toEqual([]);
  });

  const card = {
    components: [
      { type: "HEADER", format: "IMAGE" },
      { type: "BODY", text: "{{1}} in pots" },
      { type: "BUTTONS", buttons: [{ type: "URL", text: "Buy", url: "https://herbs.example/{{1}}" }] },
    ],
  };
  const CARDS = template([
    { type: "BODY", text: "Look." },
    { type: "CAROUSEL", cards: [card, card] },
  ]);
  const filled = {
    header: { type: "image" as const, image: { id: "1" } },
    body: ["Dill"],
    buttons: [{ index: 0, url: "dill" }],
  };

  test("all cards, each with its own", () => {
    expect(checkTemplateParameters(templateMessage({ ...ours, cards: [filled, filled] }), CARDS)).toEqual([]);
    const issues = checkTemplateParameters(
      templateMessage({ ...ours, cards: [filled, { header: filled.header }] }),
      CARDS,
    );
    expect(messages(issues)).toEqual([
      'the body of card 1 requires {{1}} ("{{1}} in pots"); the message has no value for it',
      'button 0 of card 1 (URL "Buy") requires the end of its URL (text); the message has none',
    ]);
    expect(issues[0]?.path).toBe("/template/components/0/cards/1/components");
  });

  test("one card too few, and none", () => {
    expect(checkTemplateParameters(templateMessage({ ...ours, cards: [filled] }), CARDS)).toEqual([
      expect.objectContaining({ code: "card-count" }),
    ]);
    expect(checkTemplateParameters(templateMessage(ours), CARDS)).toEqual([
      expect.objectContaining({ code: "parameter-missing" }),
    ]);
  });
});
