import { describe, expect, test } from "vitest";
import {
  buttonsMessage,
  carouselMessage,
  catalogMessage,
  flowMessage,
  type Issue,
  lintMessage,
  listMessage,
  productListMessage,
  templateMessage,
  textMessage,
} from "../../../../src/gateway/index.ts";

const to = "+49 151 23456789";
function brief(issues: Issue[]) {
  return issues.map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

const buttons = [{ id: "a", title: "A" }];
function product(card_index: number) {
  return {
    card_index,
    type: "product" as const,
    action: { product_retailer_id: "d-1", catalog_id: "5" },
  };
}

const link = {
  type: "cta_url" as const,
  header: { type: "image" as const, image: { id: "1" } },
  action: { name: "cta_url" as const, parameters: { display_text: "Shop", url: "https://herbs.example" } },
};

describe("what WhatsApp accepts in several spellings", () => {
  test("the type of an interactive message in capitals", () => {
    const message = buttonsMessage({ to, body: "Which?", buttons });
    expect(lintMessage({ ...message, interactive: { ...message.interactive, type: "BUTTON" } })).toEqual([]);
  });

  test("the type of a message, and a fixed value, in capitals", () => {
    expect(lintMessage({ ...textMessage({ to, body: "Hi" }), type: "TEXT" })).toEqual([]);
    const flow = flowMessage({ to, body: "Go", button: "Go", flowId: "1", screen: "ONE" });
    const { action } = flow.interactive;
    const draft = { ...flow.interactive, action: { ...action, parameters: { ...action.parameters, mode: "DRAFT" } } };
    expect(lintMessage({ ...flow, interactive: draft })).toEqual([]);
  });

  test("optional texts may be empty", () => {
    const image = { link: "https://herbs.example/dill.jpg", caption: "" };
    expect(lintMessage({ ...textMessage({ to, body: "Hi" }), type: "image", image })).toEqual([]);
    const rows = [{ id: "1", title: "Dill", description: "" }];
    expect(lintMessage(listMessage({ to, body: "?", button: "Open", sections: [{ title: "", rows }] }))).toEqual([]);
  });

  test("a text without a type, and a button's place as digits", () => {
    const { type: _, ...text } = textMessage({ to, body: "Hi" });
    expect(lintMessage(text)).toEqual([]);
    const component = { type: "BUTTON", sub_type: "URL", index: "0", parameters: [{ type: "text", text: "x" }] };
    const template = { name: "herbs", language: { code: "en" }, components: [component] };
    expect(lintMessage({ ...templateMessage({ to, name: "herbs", language: "en" }), template })).toEqual([]);
  });
});

describe("recipients other than phone numbers", () => {
  test("a group, in its field", () => {
    expect(lintMessage(textMessage({ group: "any-group-id", body: "Hi" }))).toEqual([]);
    expect(lintMessage(textMessage({ group: " ", body: "Hi" })).map(({ code }) => code)).toEqual(["recipient-missing"]);
  });

  test("a user id, with or without a number", () => {
    expect(lintMessage(textMessage({ userId: "DE.123456", body: "Hi" }))).toEqual([]);
    expect(lintMessage(textMessage({ to, userId: "DE.123456", body: "Hi" }))).toEqual([]);
  });
});

describe("interactive messages", () => {
  const cases: [string, object, string[]][] = [
    [
      "a picture above a list",
      listMessage({
        to,
        header: { type: "image", image: { id: "1" } },
        body: "Which?",
        button: "Open",
        sections: [{ rows: [{ id: "1", title: "Dill" }] }],
      }),
      ["error header-not-allowed /interactive/header/type"],
    ],
    [
      "a header without the content of its type",
      {
        ...buttonsMessage({ to, body: "?", buttons }),
        interactive: {
          ...buttonsMessage({ to, body: "?", buttons }).interactive,
          header: { type: "video" },
        },
      },
      ["error parameter-missing /interactive/header"],
    ],
    [
      "products without a header",
      productListMessage({ to, body: "All", catalogId: "5", sections: [{ title: "Fresh", productIds: ["d"] }] }),
      ["error parameter-missing /interactive"],
    ],
    [
      "31 products",
      productListMessage({
        to,
        header: "Herbs",
        body: "All",
        catalogId: "5",
        sections: [{ title: "Fresh", productIds: Array.from({ length: 31 }, (_, index) => `d-${index}`) }],
      }),
      ["error too-many /interactive/action/sections"],
    ],
    ["no flow", flowMessage({ to, body: "Go", button: "Go" }), ["error flow-missing /interactive/action/parameters"]],
    [
      "two flows, an emoji on the button, nowhere to go",
      flowMessage({ to, body: "Go", button: "Go 🌿", flowId: "1", flowName: "a" }),
      ["warning emoji /interactive/action/parameters/flow_cta", "warning flow-twice /interactive/action/parameters"],
    ],
    ["one card", carouselMessage({ to, body: "Look", cards: [link] }), ["error too-few /interactive/action/cards"]],
    [
      "cards of two kinds, one out of order",
      {
        ...carouselMessage({ to, body: "Look", cards: [link, link] }),
        interactive: {
          type: "carousel",
          body: { text: "Look" },
          action: { cards: [{ card_index: 0, ...link }, product(2)] },
        },
      },
      [
        "error card-index /interactive/action/cards/1/card_index",
        "error cards-differ /interactive/action/cards/1/type",
      ],
    ],
    [
      "an action of another kind",
      {
        ...catalogMessage({ to, body: "All" }),
        interactive: {
          type: "catalog_message",
          body: { text: "All" },
          action: { name: "catalogue" },
        },
      },
      ["error wrong-type /interactive/action/name"],
    ],
    [
      "an unknown kind",
      { ...textMessage({ to, body: "" }), type: "interactive", interactive: { type: "buttons" } },
      ["error value-unknown /interactive/type"],
    ],
  ];
  test.each(cases)("%s", (_, message, issues) => {
    expect(brief(lintMessage(message))).toEqual(issues);
  });
});

describe("template messages", () => {
  const withComponents = (...components: object[]) => ({
    ...templateMessage({ to, name: "herbs", language: "en" }),
    template: { name: "herbs", language: { code: "en" }, components },
  });
  const cases: [string, object, string[]][] = [
    [
      "a name in capitals",
      templateMessage({ to, name: "Herbs", language: "en" }),
      ["error template-name /template/name"],
    ],
    [
      "a line break in a value",
      templateMessage({ to, name: "herbs", language: "en", body: ["dill\nand chives"] }),
      ["error parameter-white-space /template/components/0/parameters/0/text"],
    ],
    [
      "an empty value",
      templateMessage({ to, name: "herbs", language: "en", body: [""] }),
      ["error parameter-empty /template/components/0/parameters/0/text"],
    ],
    [
      "a button of an unknown kind",
      withComponents({ type: "button", sub_type: "phone_number", index: 0 }),
      ["error value-unknown /template/components/0/sub_type"],
    ],
    [
      "a button without kind and place",
      withComponents({ type: "button", parameters: [] }),
      ["error parameter-missing /template/components/0", "error parameter-missing /template/components/0"],
    ],
    [
      "the eleventh button",
      withComponents({ type: "button", sub_type: "url", index: 10 }),
      ["error button-index /template/components/0/index"],
    ],
    [
      "a parameter without the content of its type, and one of an unknown type",
      withComponents({ type: "body", parameters: [{ type: "text" }, { type: "picture" }] }),
      [
        "error parameter-missing /template/components/0/parameters/0",
        "error value-unknown /template/components/0/parameters/1/type",
      ],
    ],
    [
      "a picture from nowhere on a card",
      withComponents({
        type: "carousel",
        cards: [{ card_index: 0, components: [{ type: "header", parameters: [{ type: "image", image: {} }] }] }],
      }),
      ["error media-missing /template/components/0/cards/0/components/0/parameters/0/image"],
    ],
    [
      "a component of an unknown type",
      withComponents({ type: "buttons" }),
      ["error value-unknown /template/components/0/type"],
    ],
  ];
  test.each(cases)("%s", (_, message, issues) => {
    expect(brief(lintMessage(message))).toEqual(issues);
  });
});
