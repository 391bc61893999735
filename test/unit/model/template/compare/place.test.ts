import { describe, expect, it } from "vitest";
import { placeOfChange } from "../../../../../src/model/template/compare/place.ts";
import { canonicalTemplate, compareTemplates } from "../../../../../src/model/template/index.ts";

function url(text: string, to: string) {
  return { type: "URL", text, url: `https://example.com/${to}` };
}

describe("placeOfChange", () => {
  it("names components and buttons as people count them", () => {
    const quick = { type: "QUICK_REPLY", text: "Yes" };
    const wanted = canonicalTemplate({
      name: "order",
      language: "en",
      category: "UTILITY",
      components: [
        { type: "BODY", text: "Your order is on its way." },
        { type: "FOOTER", text: "Lucky Shrub" },
        { type: "BUTTONS", buttons: [quick, url("Track", "a")] },
      ],
    });
    const observed = {
      ...wanted,
      id: "1",
      status: "APPROVED",
      message_send_ttl_seconds: 600,
      components: [
        { type: "HEADER", format: "TEXT", text: "News" },
        { type: "BODY", text: "Your order has left." },
        { type: "BUTTONS", buttons: [quick, url("Track", "b"), { type: "QUICK_REPLY", text: "No" }] },
      ],
    };
    const { changes } = compareTemplates(wanted, observed);
    expect(changes.map((change) => placeOfChange(change, wanted)).sort()).toEqual([
      "body text",
      "button 2 url",
      "button 3",
      "footer",
      "header",
      "message send ttl seconds",
    ]);
  });
});
