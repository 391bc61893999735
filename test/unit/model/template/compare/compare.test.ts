import { describe, expect, it } from "vitest";
import { compareTemplates, type TemplateBody } from "../../../../../src/model/template/index.ts";
import { authentication, carousel, ordinary } from "./read-templates.ts";

type Part = Record<string, unknown>;

/** The template, changed in place on a copy. */
function edited(body: TemplateBody, edit: (components: Part[], body: Part) => void): TemplateBody {
  const copy = structuredClone(body);
  edit(copy.components ?? [], copy);
  return copy;
}

function buttonsIn(components: Part[]) {
  return components.find(({ type }) => type === "BUTTONS")?.buttons as Part[];
} // as the fixtures have it
function part(components: Part[], type: string) {
  return components.find((component) => component.type === type) ?? {};
}

function withBody(fields: Part, components: Part[] = [{ type: "BODY", text: "Fresh basil today." }]): TemplateBody {
  return {
    name: "basil",
    language: "en_US",
    category: "UTILITY",
    components: components as TemplateBody["components"] & object, // parts with a type
    ...fields,
  };
}

function button(fields: Part, top: Part = {}) {
  return withBody(top, [
    { type: "BODY", text: "Fresh basil today." },
    { type: "BUTTONS", buttons: [fields] },
  ]);
}

const read = { id: "1", status: "APPROVED", parameter_format: "POSITIONAL" };

describe("what WhatsApp makes of a declaration is no difference", () => {
  it.each([
    ["an ordinary template", ordinary],
    ["an authentication template", authentication],
    ["a carousel", carousel],
  ])("%s", (_what, { wanted, observed }) => {
    expect(compareTemplates(wanted, observed)).toEqual({ equal: true, changes: [], reports: [] });
  });

  it.each<[string, TemplateBody, TemplateBody]>([
    [
      "a code that can only be copied, apps declared",
      button({
        type: "OTP",
        otp_type: "COPY_CODE",
        supported_apps: [{ package_name: "a.b", signature_hash: "K8a/AINcGX7" }],
      }),
      button(
        { type: "URL", text: "Copy code", url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}" },
        read,
      ),
    ],
    [
      "a flow declared by name",
      button({ type: "FLOW", text: "Go", flow_name: "herbs" }),
      button({ type: "FLOW", text: "Go", flow_id: 123, flow_action: "NAVIGATE", navigate_screen: "START" }, read),
    ],
    [
      "a flow declared by number",
      button({ type: "FLOW", text: "Go", flow_id: "123", flow_action: "navigate" }),
      button({ type: "FLOW", text: "Go", flow_id: 123, flow_action: "NAVIGATE" }, read),
    ],
    [
      "a fixed label",
      button({ type: "CATALOG", text: "View catalog" }),
      button({ type: "CATALOG", text: "Ver catálogo" }, read),
    ],
    [
      "a label that was not declared",
      button({ type: "REQUEST_CONTACT_INFO" }),
      button({ type: "REQUEST_CONTACT_INFO", text: "Share contact info" }, read),
    ],
    [
      "a coupon",
      button({ type: "COPY_CODE", example: "B25" }),
      button({ type: "COPY_CODE", text: "Copy offer code", example: ["B25"] }, read),
    ],
    [
      "a call button with its time",
      button({ type: "VOICE_CALL", text: "Call us" }),
      button({ type: "VOICE_CALL", text: "Call us", ttl_minutes: 10080 }, read),
    ],
    [
      "a number with a zero after the country code",
      button({ type: "PHONE_NUMBER", text: "Call", phone_number: "+49 030 1234" }),
      button({ type: "PHONE_NUMBER", text: "Call", phone_number: "+49301234" }, read),
    ],
    [
      "a duration as text",
      withBody({ message_send_ttl_seconds: "3600" }),
      withBody({ ...read, message_send_ttl_seconds: 3600 }),
    ],
    ["thirty days", withBody({}), withBody({ ...read, message_send_ttl_seconds: -1 })],
    [
      "fields that are read only when asked for",
      withBody({ cta_url_link_tracking_opted_out: true, allow_category_change: true, message_send_ttl_seconds: 3600 }),
      withBody(read),
    ],
    [
      "a list without components",
      withBody({}),
      { name: "basil", language: "en_US", category: "UTILITY", status: "APPROVED", id: "1" },
    ],
    [
      "a library template",
      {
        name: "basil",
        language: "en_US",
        category: "UTILITY",
        library_template_name: "delivery_update_1",
        library_template_button_inputs: "[]",
      },
      withBody({ ...read, parameter_format: "NAMED", library_template_name: "delivery_update_1" }),
    ],
    [
      "fields of WhatsApp's own",
      withBody({}),
      withBody({
        ...read,
        quality_score: { score: "GREEN" },
        rejected_reason: "NONE",
        previous_category: "MARKETING",
        last_updated_time: "x",
        sub_category: "FORM",
        source: "AUTO_GENERATED",
        created_time: "2026-11-24T12:00:00+0000",
        novelty: 1,
      }),
    ],
    [
      "an offer that does not expire",
      withBody({}, [{ type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Basil" } }]),
      withBody(read, [{ type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Basil", has_expiration: false } }]),
    ],
    ["a format where there is no variable", withBody({ parameter_format: "NAMED" }), withBody(read)],
    [
      "an old read without a format",
      withBody({ parameter_format: "NAMED" }, [{ type: "BODY", text: "Hi {{who}}!" }]),
      { ...withBody({ status: "APPROVED" }, [{ type: "BODY", text: "Hi {{who}}!" }]) },
    ],
  ])("%s", (_what, wanted, observed) => {
    expect(compareTemplates(wanted, observed).changes).toEqual([]);
  });
});

describe("an edit in the console is seen", () => {
  const { wanted, observed } = ordinary;
  const changesOf = (edit: (components: Part[], body: Part) => void) =>
    compareTemplates(wanted, edited(observed, edit)).changes;

  it("body reworded", () => {
    expect(changesOf((c) => Object.assign(part(c, "BODY"), { text: "Hi {{1}}, {{2}} left." }))).toEqual([
      {
        path: "/components/1/text",
        wanted: "Hi {{1}}, your order {{2}} is on its way. ",
        observed: "Hi {{1}}, {{2}} left.",
        kind: "changed",
      },
    ]);
  });

  it("a blank at the end of the body", () => {
    expect(
      changesOf((c) => Object.assign(part(c, "BODY"), { text: "Hi {{1}}, your order {{2}} is on its way." })),
    ).toHaveLength(1);
  });

  it("footer gone: one change, nothing shifts", () => {
    expect(changesOf((c) => c.splice(2, 1))).toEqual([
      { path: "/components/2", wanted: { type: "FOOTER", text: "Herbs & Co" }, kind: "removed" },
    ]);
  });

  it("component added", () => {
    const body = withBody({});
    const grown = withBody(read, [...(body.components ?? []), { type: "FOOTER", text: "New" }]);
    expect(compareTemplates(body, grown).changes).toEqual([
      { path: "/components/1", observed: { type: "FOOTER", text: "New" }, kind: "added" },
    ]);
  });

  it("header reworded, and turned into a picture", () => {
    expect(changesOf((c) => Object.assign(part(c, "HEADER"), { text: "Sent: {{1}}" })).map(({ path }) => path)).toEqual(
      ["/components/0/text"],
    );
    const picture = {
      type: "HEADER",
      format: "IMAGE",
      example: { header_handle: ["https://scontent.whatsapp.net/1"] },
    };
    expect(changesOf((c) => c.splice(0, 1, picture)).map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      "changed /components/0/format",
      "removed /components/0/text",
    ]);
  });

  it.each<[string, (buttons: Part[]) => void, string[]]>([
    ["renamed", (b) => Object.assign(b[2] ?? {}, { text: "Other" }), ["changed /components/3/buttons/2/text"]],
    ["swapped", (b) => b.reverse(), ["changed /components/3/buttons/0", "changed /components/3/buttons/2"]],
    ["removed", (b) => b.pop(), ["removed /components/3/buttons/2"]],
    ["added", (b) => b.push({ type: "QUICK_REPLY", text: "Stop" }), ["added /components/3/buttons/3"]],
    [
      "another address",
      (b) => Object.assign(b[0] ?? {}, { url: "https://herbs.example/s/{{1}}" }),
      ["changed /components/3/buttons/0/url"],
    ],
    [
      "another number",
      (b) => Object.assign(b[1] ?? {}, { phone_number: "+15550051311" }),
      ["changed /components/3/buttons/1/phone_number"],
    ],
  ])("buttons: %s", (_what, edit, expected) => {
    expect(changesOf((c) => edit(buttonsIn(c))).map(({ kind, path }) => `${kind} ${path}`)).toEqual(expected);
  });

  it.each<[string, (components: Part[], body: Part) => void, string]>([
    [
      "expiry",
      (c) => Object.assign(part(c, "FOOTER"), { code_expiration_minutes: 5 }),
      "changed /components/1/code_expiration_minutes",
    ],
    [
      "security recommendation",
      (c) => Object.assign(part(c, "BODY"), { add_security_recommendation: false, text: "*{{1}}* is your code." }),
      "changed /components/0/add_security_recommendation",
    ],
    [
      "autofill label",
      (c) => Object.assign(buttonsIn(c)[0] ?? {}, { url: String(buttonsIn(c)[0]?.url).replace("=Autofill", "=Fill") }),
      "changed /components/2/buttons/0/autofill_text",
    ],
    [
      "kind of code",
      (c) => Object.assign(buttonsIn(c)[0] ?? {}, { url: String(buttonsIn(c)[0]?.url).replace("ZERO_TAP", "ONE_TAP") }),
      "changed /components/2/buttons/0/otp_type",
    ],
    [
      "apps",
      (c) =>
        Object.assign(buttonsIn(c)[0] ?? {}, {
          url: String(buttonsIn(c)[0]?.url).replace("com.herbs.beta", "com.herbs.gamma"),
        }),
      "changed /components/2/buttons/0/supported_apps",
    ],
    [
      "duration",
      (_c, body) => Object.assign(body, { message_send_ttl_seconds: 300 }),
      "added /message_send_ttl_seconds",
    ],
  ])("authentication: %s", (_what, edit, expected) => {
    const { changes } = compareTemplates(authentication.wanted, edited(authentication.observed, edit));
    expect(changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([expected]);
  });

  it("authentication: no expiry any more", () => {
    const endless = edited(authentication.observed, (c) => {
      c.splice(1, 1);
      const [otp = {}] = buttonsIn(c);
      otp.url = String(otp.url).replace("&code_expiration_minutes=10", "");
    });
    expect(compareTemplates(authentication.wanted, endless).changes).toEqual([
      { path: "/components/1", wanted: { type: "FOOTER", code_expiration_minutes: 10 }, kind: "removed" },
    ]);
  });

  it("cards: changed, and in another order", () => {
    const cards = (c: Part[]) => part(c, "CAROUSEL").cards as { components: Part[] }[]; // as the fixture has it
    const reworded = edited(carousel.observed, (c) => {
      const [, body = {}] = cards(c)[1]?.components ?? [];
      body.text = "Mint";
    });
    expect(compareTemplates(carousel.wanted, reworded).changes).toEqual([
      { path: "/components/1/cards/1/components/1/text", wanted: "A pot of herbs", observed: "Mint", kind: "changed" },
    ]);
    const reversed = edited(carousel.observed, (c) => cards(c).reverse());
    expect(compareTemplates(carousel.wanted, reversed).changes.map(({ path }) => path)).toEqual([
      "/components/1/cards/0/components/2/buttons/0/url",
      "/components/1/cards/1/components/2/buttons/0/url",
    ]);
  });

  it("an unknown field that both have", () => {
    expect(
      compareTemplates(withBody({ bid_spec: { a: 1 } }), withBody({ ...read, bid_spec: { a: 2 } })).changes,
    ).toEqual([{ path: "/bid_spec/a", wanted: 1, observed: 2, kind: "changed" }]);
  });
});

describe("two declarations", () => {
  it.each<[string, TemplateBody, TemplateBody]>([
    [
      "another label of an OTP button",
      button({ type: "OTP", otp_type: "COPY_CODE", text: "Copy" }),
      button({ type: "OTP", otp_type: "COPY_CODE", text: "Copy it" }),
    ],
    [
      "another flow name",
      button({ type: "FLOW", text: "Go", flow_name: "a" }),
      button({ type: "FLOW", text: "Go", flow_name: "b" }),
    ],
    ["a new field", withBody({ cta_url_link_tracking_opted_out: true }), withBody({})],
    ["a dropped duration", withBody({}), withBody({ message_send_ttl_seconds: 3600 })],
    [
      "another library template",
      withBody({ components: undefined, library_template_name: "a" }),
      withBody({ components: undefined, library_template_name: "b" }),
    ],
  ])("%s, either way", (_what, one, other) => {
    expect(compareTemplates(one, other).equal).toBe(false);
    expect(compareTemplates(other, one).equal).toBe(false);
  });

  it("apps in another order are the same apps", () => {
    const apps = ["a.b", "c.d"].map((package_name) => ({ package_name, signature_hash: "K8a/AINcGX7" }));
    const otp = (supported_apps: unknown) => button({ type: "OTP", otp_type: "ONE_TAP", supported_apps });
    expect(compareTemplates(otp(apps), otp(apps.toReversed())).equal).toBe(true);
    expect(compareTemplates(otp(apps), otp(apps.slice(1))).equal).toBe(false);
  });
});

describe("reports", () => {
  it.each([
    ["UTILITY", "MARKETING"],
    ["TRANSACTIONAL", "UTILITY"],
  ])("category %s that became %s", (category, became) => {
    const { equal, reports } = compareTemplates(withBody({ category }), withBody({ ...read, category: became }));
    expect(equal).toBe(true);
    expect(reports).toMatchObject([{ code: "category", path: "/category", wanted: category, observed: became }]);
  });

  it("another name", () => {
    expect(compareTemplates(withBody({}), withBody({ name: "mint" }))).toMatchObject({
      equal: true,
      reports: [{ code: "identity", path: "/name" }],
    });
  });

  it("samples, where nothing else differs", () => {
    const greeting = (name: string, top = {}) =>
      withBody(top, [{ type: "BODY", text: "Hi {{1}}!", example: { body_text: [[name]] } }]);
    expect(compareTemplates(greeting("Ana"), greeting("Bo", read)).reports).toMatchObject([
      { code: "samples", path: "/components/0/example/body_text", wanted: [["Ana"]], observed: [["Bo"]] },
    ]);
    expect(compareTemplates(greeting("Ana"), withBody(read, [{ type: "BODY", text: "Hi {{1}}!" }])).reports).toEqual(
      [],
    );
  });

  it("files, between declarations only", () => {
    const picture = (handle: unknown, top = {}) =>
      withBody(top, [{ type: "HEADER", format: "IMAGE", example: { header_handle: [handle] } }]);
    const file = { file: "media/a.png", sha256: "01" };
    expect(compareTemplates(picture(file), picture({ file: "media/b.png", sha256: "02" })).reports).toMatchObject([
      { code: "media" },
    ]);
    expect(compareTemplates(picture(file), picture({ file: "media/b.png", sha256: "01" })).reports).toEqual([]);
    expect(compareTemplates(picture({ file: "a.png" }), picture({ file: "b.png", sha256: "1" })).reports).toHaveLength(
      1,
    );
    expect(compareTemplates(picture("4::a"), picture("4::b")).reports).toMatchObject([{ kind: "changed" }]);
    expect(compareTemplates(picture(file), picture(undefined)).reports).toHaveLength(1);
    expect(compareTemplates(picture(file), picture("https://scontent.whatsapp.net/1?oe=2", read)).reports).toEqual([]);
  });
});
