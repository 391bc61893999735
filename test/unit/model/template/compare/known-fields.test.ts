import { describe, expect, it } from "vitest";
import {
  canonicalTemplate,
  compareTemplates,
  observedAsDeclared,
  type TemplateBody,
} from "../../../../../src/model/template/index.ts";
import { authentication, carousel, ordinary, type ReadTemplate } from "./read-templates.ts";

type Part = Record<string, unknown>;

/** The part of a template at a JSON pointer. */
function partAt(body: TemplateBody, path: string): Part {
  return path
    .split("/")
    .slice(1)
    .reduce<unknown>((value, key) => (value as Part)[key], body) as Part; // the paths below lead to objects
}

/** What WhatsApp lists, with undeclared fields in one part. */
function listedWith(observed: TemplateBody, path: string, fields: Part): TemplateBody {
  const copy = structuredClone(observed);
  Object.assign(partAt(copy, path), fields);
  return copy;
}

const read = { id: "1", status: "APPROVED", parameter_format: "POSITIONAL" };

function withParts(components: Part[], fields: Part = {}): TemplateBody {
  return {
    name: "basil",
    language: "en_US",
    category: "MARKETING",
    components: components as TemplateBody["components"] & object, // parts with a type
    ...fields,
  };
}

const body = { type: "BODY", text: "Fresh basil today." };
function withButton(button: Part, fields: Part = {}) {
  return withParts([body, { type: "BUTTONS", buttons: [button] }], fields);
}

describe("a field that only the account has, and that is not known, is a report", () => {
  it.each<[string, ReadTemplate, string]>([
    ["a header", ordinary, "/components/0"],
    ["a body", ordinary, "/components/1"],
    ["a list of buttons", ordinary, "/components/3"],
    ["a button", ordinary, "/components/3/buttons/0"],
    ["a button of an authentication template", authentication, "/components/2/buttons/0"],
    ["a body that WhatsApp writes", authentication, "/components/0"],
    ["a carousel", carousel, "/components/1"],
    ["a card", carousel, "/components/1/cards/1"],
    ["a header of a card", carousel, "/components/1/cards/0/components/0"],
    ["a button of a card", carousel, "/components/1/cards/1/components/2/buttons/0"],
  ])("in %s", (_what, { wanted, observed }, path) => {
    const listed = listedWith(observed, path, { rendering_hint: "auto", "odd/name": [{ a: 1 }] });
    const { equal, changes, reports } = compareTemplates(wanted, listed);
    expect({ equal, changes }).toEqual({ equal: true, changes: [] });
    expect(reports).toEqual([
      {
        code: "unknown-field",
        path: `${path}/rendering_hint`,
        kind: "added",
        observed: "auto",
        message: expect.stringContaining('"rendering_hint"'),
      },
      {
        code: "unknown-field",
        path: `${path}/odd~1name`,
        kind: "added",
        observed: [{ a: 1 }],
        message: expect.stringContaining('"odd/name"'),
      },
    ]);
    expect(observedAsDeclared(wanted, listed)).toEqual(canonicalTemplate(wanted));
  });

  it("beside fields of the template", () => {
    expect(compareTemplates(withParts([body]), withParts([body], { ...read, novelty: 1 })).reports).toMatchObject([
      { code: "unknown-field", path: "/novelty", kind: "added", observed: 1 },
    ]);
  });

  it("inside a known object", () => {
    const offer = (limited_time_offer: Part) => ({ type: "LIMITED_TIME_OFFER", limited_time_offer });
    const wanted = withParts([body, offer({ text: "Basil", has_expiration: true })]);
    const listed = withParts([body, offer({ text: "Basil", has_expiration: true, timezone: "UTC" })], read);
    expect(compareTemplates(wanted, listed)).toMatchObject({
      equal: true,
      reports: [{ path: "/components/1/limited_time_offer/timezone", kind: "added", observed: "UTC" }],
    });
  });

  it("without addresses that expire", () => {
    const preview = { example: { header_handle: ["https://scontent.whatsapp.net/1?oe=2"] } };
    const listed = withParts([{ ...body, preview }], read);
    expect(compareTemplates(withParts([body]), listed).reports).toMatchObject([
      { path: "/components/0/preview", observed: {} },
    ]);
  });

  it("and an edit beside it is a change, without it", () => {
    const listed = listedWith(ordinary.observed, "/components/1", { rendering_hint: "auto", text: "Gone: {{1}}!" });
    const { changes, reports } = compareTemplates(ordinary.wanted, listed);
    expect(changes.map(({ path }) => path)).toEqual(["/components/1/text"]);
    expect(reports.map(({ path }) => path)).toEqual(["/components/1/rendering_hint"]);
    const written = observedAsDeclared(ordinary.wanted, listed);
    expect(written.components?.[1]).not.toHaveProperty("rendering_hint");
    expect(written.components?.[1]).toHaveProperty("text", "Gone: {{1}}!");
  });
});

describe("a documented field of another kind of button is not known", () => {
  const plain = { type: "FLOW", text: "Plan", flow_id: "1", flow_action: "NAVIGATE" };
  it.each([
    ["phone_number", "15550051310"],
    ["supported_apps", [{ package_name: "com.herbs" }]],
  ])("%s on a FLOW button", (name, value) => {
    const { equal, reports } = compareTemplates(withButton(plain), withButton({ ...plain, [name]: value }, read));
    expect(equal).toBe(true);
    expect(reports).toMatchObject([{ code: "unknown-field", path: `/components/1/buttons/0/${name}`, kind: "added" }]);
  });
});

describe("a declared field that is not known", () => {
  const hinted = (hint: unknown) => withButton({ type: "QUICK_REPLY", text: "Talk", rendering_hint: hint });
  const listed = (button: Part) => withButton({ type: "QUICK_REPLY", text: "Talk", ...button }, read);

  it("is equal when it comes back", () => {
    expect(compareTemplates(hinted("auto"), listed({ rendering_hint: "auto" }))).toEqual({
      equal: true,
      changes: [],
      reports: [],
    });
  });

  it("is a change when something else comes back", () => {
    const observed = listed({ rendering_hint: "none" });
    expect(compareTemplates(hinted("auto"), observed).changes).toEqual([
      { path: "/components/1/buttons/0/rendering_hint", wanted: "auto", observed: "none", kind: "changed" },
    ]);
    expect(observedAsDeclared(hinted("auto"), observed)).toEqual(canonicalTemplate(hinted("none")));
  });

  it.each([
    ["nothing", {}],
    ["null", { rendering_hint: null }],
  ])("is a report when %s comes back, and stays in the declaration", (_what, fields) => {
    const { equal, reports } = compareTemplates(hinted("auto"), listed(fields));
    expect(equal).toBe(true);
    expect(reports).toEqual([
      {
        code: "unknown-field",
        path: "/components/1/buttons/0/rendering_hint",
        kind: "removed",
        wanted: "auto",
        message: expect.stringContaining('"rendering_hint"'),
      },
    ]);
    expect(observedAsDeclared(hinted("auto"), listed(fields))).toEqual(canonicalTemplate(hinted("auto")));
  });

  it("is compared inside as far as both sides have it", () => {
    const wanted = hinted({ style: "wide", depth: 1 });
    expect(compareTemplates(wanted, listed({ rendering_hint: { style: "wide", theme: "dark" } }))).toMatchObject({
      changes: [],
      reports: [
        { path: "/components/1/buttons/0/rendering_hint/depth", kind: "removed" },
        { path: "/components/1/buttons/0/rendering_hint/theme", kind: "added" },
      ],
    });
    expect(compareTemplates(wanted, listed({ rendering_hint: { style: "slim" } })).changes).toEqual([
      { path: "/components/1/buttons/0/rendering_hint/style", wanted: "wide", observed: "slim", kind: "changed" },
    ]);
  });

  it("is a change between two declarations, either way", () => {
    const plain = withButton({ type: "QUICK_REPLY", text: "Talk" });
    expect(compareTemplates(hinted("auto"), plain).equal).toBe(false);
    expect(compareTemplates(plain, hinted("auto")).equal).toBe(false);
  });
});

describe("what customers see is never a report", () => {
  it.each<[string, TemplateBody, TemplateBody, string]>([
    [
      "a component of an unknown kind",
      withParts([body]),
      withParts([body, { type: "MAP", zoom: 3 }], read),
      "added /components/1",
    ],
    [
      "a button of an unknown kind",
      withButton({ type: "QUICK_REPLY", text: "Talk" }),
      withParts(
        [
          body,
          {
            type: "BUTTONS",
            buttons: [
              { type: "QUICK_REPLY", text: "Talk" },
              { type: "PAY", amount: 3 },
            ],
          },
        ],
        read,
      ),
      "added /components/1/buttons/1",
    ],
    [
      "a declared component of an unknown kind that is gone",
      withParts([body, { type: "MAP", zoom: 3 }]),
      withParts([body], read),
      "removed /components/1",
    ],
    [
      "buttons in a component of an unknown kind",
      withParts([body, { type: "MAP", zoom: 3 }]),
      withParts([body, { type: "MAP", zoom: 3, buttons: [{ type: "QUICK_REPLY", text: "Go" }] }], read),
      "added /components/1/buttons",
    ],
    [
      "a known field",
      withParts([body, { type: "FOOTER", text: "Bye" }]),
      withParts([body, { type: "FOOTER", text: "Bye", code_expiration_minutes: 5 }], read),
      "added /components/1/code_expiration_minutes",
    ],
  ])("%s", (_what, wanted, observed, expected) => {
    const { equal, changes, reports } = compareTemplates(wanted, observed);
    expect(equal).toBe(false);
    expect(changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([expected]);
    expect(reports).toEqual([]);
  });

  it("a field of a component of an unknown kind is compared where both have it", () => {
    const map = (fields: Part, top = {}) => withParts([body, { type: "MAP", ...fields }], top);
    expect(compareTemplates(map({ zoom: 3 }), map({ zoom: 4 }, read)).equal).toBe(false);
    expect(compareTemplates(map({ zoom: 3 }), map({ zoom: 3, tilt: 1 }, read))).toMatchObject({
      equal: true,
      reports: [{ path: "/components/1/tilt", kind: "added" }],
    });
  });
});

it("an icon that WhatsApp gives to a flow button is not fought", () => {
  const flow = (fields: Part, top = {}) => withButton({ type: "FLOW", text: "Go", flow_id: "1", ...fields }, top);
  expect(compareTemplates(flow({}), flow({ icon: "DEFAULT" }, read)).equal).toBe(true);
  expect(compareTemplates(flow({ icon: "REVIEW" }), flow({ icon: "DEFAULT" }, read)).equal).toBe(false);
});
