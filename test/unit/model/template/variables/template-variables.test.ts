import { expect, it } from "vitest";
import { type TemplateBody, templateVariables } from "../../../../../src/model/template/index.ts";
import { authentication } from "../compare/read-templates.ts";

function of(components: TemplateBody["components"] & object, fields = {}) {
  return templateVariables({ name: "n", language: "en", category: "UTILITY", components, ...fields });
}

it("are numbers or names, each once, in order of first appearance", () => {
  const components = [
    {
      type: "buttons",
      buttons: [
        { type: "QUICK_REPLY", text: "No {{1}} here" },
        { type: "URL", text: "Go", url: "https://herbs.example/{{1}}" },
      ],
    },
    { type: "body", text: "{{ day }} or {{who}}, {{who}}? {{}}" },
    { type: "header", text: "For {{who}}" },
  ];
  expect(of(components)).toEqual({ header: ["who"], body: ["day", "who"], buttons: [{ index: 1, variable: "1" }] });
  expect(of([{ type: "BODY", text: "{{2}} and {{1}} and {{2}}" }]).body).toEqual(["2", "1"]);
});

it("of an authentication template are the code, as declared and as read", () => {
  const expected = { header: [], body: ["1"], buttons: [{ index: 0, variable: "1" }] };
  expect(templateVariables(authentication.wanted)).toEqual(expected);
  expect(templateVariables(authentication.observed)).toEqual(expected);
});

it("of odd shapes are none", () => {
  const none = { header: [], body: [], buttons: [] };
  for (const odd of [null, "x", {}, { components: null }, { components: [null, { type: "BODY", text: 3 }] }]) {
    expect(templateVariables(odd as never)).toEqual(none);
  }
});
