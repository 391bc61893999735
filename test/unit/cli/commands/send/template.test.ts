import { describe, expect, it } from "vitest";
import { TEMPLATE_BUTTONS } from "../../../../../src/model/template/index.ts";
import { DEFAULT_PHONE, DEFAULT_WABA, testAccount } from "../../account.ts";
import { listed, stackProject } from "../../stack-project.ts";
import { NUMBER, offline, plannedBody } from "./dry-run.ts";

const TO = ["--to", NUMBER];
function text(value: string) {
  return { type: "text", text: value };
}

async function plannedTemplate(argv: readonly string[]): Promise<unknown> {
  const { code, stdout } = await offline(["template", ...argv, ...TO, "--dry-run", "--json"]);
  expect(code).toBe(0);
  return JSON.parse(stdout).request.body;
}

it("lists every KIND of --button in its help", async () => {
  const { stdout } = await offline(["template", "--help"]);
  const kinds = TEMPLATE_BUTTONS.flatMap(({ send }) => send?.fill?.flag?.kind ?? []);
  for (const kind of kinds) expect(stdout).toMatch(new RegExp(`\\b${kind}\\b`));
});

describe("mycobot send template shows the documented request", () => {
  it.each([
    { kind: "no parameters", argv: [], components: undefined },
    {
      kind: "positional body, text header",
      argv: ["--header", "May", "--body", "Ana", "--body", "17"],
      components: [
        { type: "header", parameters: [text("May")] },
        { type: "body", parameters: [text("Ana"), text("17")] },
      ],
    },
    {
      kind: "named body",
      argv: ["--param", "first_name=Ana", "--param", "rule=a=b"],
      components: [
        {
          type: "body",
          parameters: [
            { type: "text", parameter_name: "first_name", text: "Ana" },
            { type: "text", parameter_name: "rule", text: "a=b" },
          ],
        },
      ],
    },
    {
      kind: "media header",
      argv: ["--header-image", "2871834", "--body", "Ana"],
      components: [
        { type: "header", parameters: [{ type: "image", image: { id: "2871834" } }] },
        { type: "body", parameters: [text("Ana")] },
      ],
    },
    {
      kind: "location header",
      argv: ["--header-location", "37.48, -122.14, The garden, 1 Mint Lane, Menlo"],
      components: [
        {
          type: "header",
          parameters: [
            {
              type: "location",
              location: {
                latitude: "37.48",
                longitude: "-122.14",
                name: "The garden",
                address: "1 Mint Lane, Menlo",
              },
            },
          ],
        },
      ],
    },
    {
      kind: "product header",
      argv: ["--header-product", "1946:mint"],
      components: [
        {
          type: "header",
          parameters: [{ type: "product", product: { product_retailer_id: "mint", catalog_id: "1946" } }],
        },
      ],
    },
    {
      kind: "a code, in body and button",
      argv: ["--body", "J$FpnYnP", "--button", "0=J$FpnYnP"],
      components: [
        { type: "body", parameters: [text("J$FpnYnP")] },
        { type: "button", sub_type: "url", index: 0, parameters: [text("J$FpnYnP")] },
      ],
    },
    {
      kind: "limited-time offer with a coupon and a link",
      argv: [
        ...["--body", "Ana", "--offer-ends", "2026-05-31T18:00:00Z"],
        ...["--button", "0:copy_code=MINT25", "--button", "1=n3mtql"],
      ],
      components: [
        { type: "body", parameters: [text("Ana")] },
        {
          type: "limited_time_offer",
          parameters: [
            {
              type: "limited_time_offer",
              limited_time_offer: { expiration_time_ms: Date.UTC(2026, 4, 31, 18) },
            },
          ],
        },
        {
          type: "button",
          sub_type: "copy_code",
          index: 0,
          parameters: [{ type: "coupon_code", coupon_code: "MINT25" }],
        },
        { type: "button", sub_type: "url", index: 1, parameters: [text("n3mtql")] },
      ],
    },
    {
      kind: "quick replies, flow and catalog",
      argv: ["--button", "0:quick_reply=stop", "--button", "1:flow=AQAA", "--button", "2:catalog=mint"],
      components: [
        { type: "button", sub_type: "quick_reply", index: 0, parameters: [{ type: "payload", payload: "stop" }] },
        {
          type: "button",
          sub_type: "flow",
          index: 1,
          parameters: [{ type: "action", action: { flow_token: "AQAA" } }],
        },
        {
          type: "button",
          sub_type: "CATALOG",
          index: 2,
          parameters: [{ type: "action", action: { thumbnail_product_retailer_id: "mint" } }],
        },
      ],
    },
    {
      kind: "carousel, as data",
      argv: [
        "--data",
        '[{"type":"carousel","cards":[{"card_index":0,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"28"}}]}]}]}]',
      ],
      components: [
        {
          type: "carousel",
          cards: [
            {
              card_index: 0,
              components: [{ type: "header", parameters: [{ type: "image", image: { id: "28" } }] }],
            },
          ],
        },
      ],
    },
  ])("$kind", async ({ argv, components }) => {
    const language = { code: "en_US" };
    expect(await plannedTemplate(["herb_news", "--language", "en_US", ...argv])).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: NUMBER,
      type: "template",
      template: { name: "herb_news", language, ...(components === undefined ? {} : { components }) },
    });
  });

  it("says that a dry run without a stack file does not know the template", async () => {
    const { stderr } = await offline(["template", "herb_news", "--language", "en_US", ...TO, "--dry-run"]);
    expect(stderr).toBe(
      "note: the parameters were not checked against the template: a dry run sends no request; specify --stack.\n",
    );
  });
});

/** A template whose variables have names, with every kind of button that a link template may have. */
const NAMED = {
  id: "2001",
  name: "welcome",
  language: "en_US",
  status: "APPROVED",
  category: "MARKETING",
  parameter_format: "NAMED",
  components: [
    { type: "HEADER", format: "TEXT", text: "Hello {{city}}" },
    { type: "BODY", text: "Hi {{first_name}}, your {{plant}} has grown a lot since we met." },
    {
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "Stop" },
        { type: "URL", text: "See it", url: "https://example.com/p/{{1}}" },
      ],
    },
  ],
};

/** One variable in two places. */
const TWICE = {
  id: "2002",
  name: "order",
  language: "en_US",
  status: "APPROVED",
  category: "UTILITY",
  parameter_format: "NAMED",
  components: [
    { type: "HEADER", format: "TEXT", text: "Order {{order}}" },
    { type: "BODY", text: "Thank you for your order {{order}}, which is on its way to you now." },
  ],
};

const PARCEL = `
  parcel:
    category: UTILITY
    variables: { order: A-1042 }
    languages:
      en_US:
        header: Order {{order}}
        body: Thank you for your order {{order}}, which is on its way to you now.
        buttons: [{ url: { text: Track, url: "https://example.com/t/{{order}}" } }]
`;

const SEED = { data: [NAMED, listed("en_US", "APPROVED"), listed("es_MX", "PAUSED")] };
const ACCOUNT = ["--phone", DEFAULT_PHONE, "--waba", DEFAULT_WABA];

describe("mycobot send template and the account's template", () => {
  it("puts values where the template has them, and sends", async () => {
    const { json, emulator } = await testAccount({ seed: SEED });
    const values = ["--param", "first_name=Ana", "--param", "plant=mint", "--header", "Lima"];
    const { code, result, stderr } = await json([
      ...["send", "template", "welcome", "--language", "en_US", ...TO, ...ACCOUNT],
      ...[...values, "--button", "0=stop", "--button", "1=17"],
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // The key's connection, the template, the message: each is asked for once.
    expect(emulator.metrics()).toMatchObject({ total: 3, requests: { "GET /connections": { "200": 1 } } });
    expect(result).toMatchObject({ message: { id: expect.stringMatching(/^wamid\./), status: "accepted" } });
    expect(emulator.state().messages[0]?.request).toMatchObject({
      template: {
        components: [
          { type: "header", parameters: [{ type: "text", parameter_name: "city", text: "Lima" }] },
          { type: "body", parameters: [{ parameter_name: "first_name" }, { parameter_name: "plant" }] },
          { sub_type: "quick_reply", index: 0, parameters: [{ type: "payload", payload: "stop" }] },
          { sub_type: "url", index: 1, parameters: [text("17")] },
        ],
      },
    });
  });

  it("finds the header's variable by its name, too", async () => {
    const { cli, emulator } = await testAccount({ seed: SEED });
    const values = ["city=Lima", "first_name=Ana", "plant=mint"].flatMap((value) => ["--param", value]);
    const argv = ["send", "template", "welcome", "--language", "en_US", ...TO, ...ACCOUNT, "--button", "1=17"];
    expect(await cli([...argv, ...values])).toMatchObject({ code: 0 });
    expect(emulator.state().messages[0]?.request).toMatchObject({
      template: { components: [{ type: "header", parameters: [{ parameter_name: "city" }] }, {}, {}] },
    });
  });

  it("fills a variable wherever it occurs", async () => {
    const { cli, emulator } = await testAccount({ seed: { data: [TWICE] } });
    const argv = ["send", "template", "order", "--language", "en_US", ...TO, ...ACCOUNT];
    expect(await cli([...argv, "--param", "order=17"])).toMatchObject({ code: 0, stderr: "" });
    const parameters = [{ type: "text", parameter_name: "order", text: "17" }];
    expect(emulator.state().messages[0]?.request).toMatchObject({
      template: {
        components: [
          { type: "header", parameters },
          { type: "body", parameters },
        ],
      },
    });
  });

  it("lists all missing variables in one error, each with its places", async () => {
    const { cli } = await testAccount({ seed: SEED });
    const argv = ["send", "template", "welcome", "--language", "en_US", ...TO, ...ACCOUNT, "--button", "1=17"];
    const { code, stderr } = await cli(argv);
    expect(code).toBe(3);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(
      "the header requires {{city}}, the body requires {{first_name}}, the body requires {{plant}}; the message has no value for them",
    );
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(
      "Add --param city=VALUE --param first_name=VALUE --param plant=VALUE.",
    );
  });

  it("refuses a name that the template does not have", async () => {
    const { cli } = await testAccount({ seed: SEED });
    const send = (name: string, ...values: string[]) =>
      cli(["send", "template", name, "--language", "en_US", ...TO, ...ACCOUNT, ...values]);
    const named = await send("welcome", "--param", "frist_name=Ana");
    expect(named.code).toBe(3);
    expect(named.stderr.replaceAll(/\s+/g, " ")).toContain("Its variables are city, first_name and plant.");
    const numbered = await send("order_shipped", "--param", "first_name=Ana");
    expect(numbered.code).toBe(3);
    expect(numbered.stderr).toContain("--param first_name: the template has no variable {{first_name}} with a name");
  });

  it("names every value that is missing, and sends nothing", async () => {
    const { cli, emulator } = await testAccount({ seed: SEED });
    const argv = ["send", "template", "welcome", "--language", "en_US", ...TO, ...ACCOUNT];
    const { code, stdout, stderr } = await cli([...argv, "--param", "first_name=Ana", "--header", "Lima"]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/^error: The message was not sent: it has 2 errors\. \[MYCO_MESSAGE_INVALID\]\n/);
    expect(stderr).toContain("the body requires {{plant}}");
    expect(stderr).toContain("button 1 (URL");
    expect(stderr).toMatch(/\nhint: +Specify --body VALUE .*--button INDEX=VALUE/);
    expect(emulator.state().messages).toEqual([]);
    expect(await cli([...argv, "--no-validate"])).toMatchObject({ code: 1 });
  });

  it("knows neither another name nor another language", async () => {
    const { cli } = await testAccount({ seed: SEED });
    const send = (name: string, language: string) =>
      cli(["send", "template", name, "--language", language, ...TO, ...ACCOUNT]);
    expect((await send("farewell", "en_US")).stderr).toContain('The account has no template "farewell"');
    expect((await send("order_shipped", "de")).stderr).toContain("Available: en_US, es_MX");
  });

  it("warns of a template that is not approved; the answer is WhatsApp's", async () => {
    const { cli } = await testAccount({ seed: SEED });
    const { code, stderr } = await cli([
      ...["send", "template", "order_shipped", "--language", "es_MX", "--body", "Ana"],
      ...[...TO, ...ACCOUNT],
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain("warning: order_shipped es_MX is PAUSED; WhatsApp sends only APPROVED templates.");
    expect(stderr).toMatch(/132015|132001/);
  });

  it("sends without a comparison where no account is named, and says so", async () => {
    const { cli } = await testAccount({ seed: SEED });
    const { code, stderr } = await cli([
      ...["send", "template", "order_shipped", "--language", "en_US", "--body", "Ana"],
      ...[...TO, "--phone", DEFAULT_PHONE],
    ]);
    expect(code).toBe(0);
    expect(stderr).toBe("note: the parameters were not checked against the template: specify --waba or --stack.\n");
  });
});

describe("mycobot send template --stack", () => {
  it("checks against the stack file, without a request", async () => {
    const { folder: cwd } = await stackProject();
    const argv = ["template", "order_shipped", "--language", "en_US", "--stack", "shop", ...TO];
    expect(await plannedBody([...argv, "--body", "Ana"], { cwd })).toMatchObject({
      template: { name: "order_shipped", components: [{ type: "body", parameters: [text("Ana")] }] },
    });
    const { code, stderr } = await offline([...argv, "--dry-run"], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain("the body requires {{1}}");
    expect(stderr).toContain("the message has no value for it");
  });

  it("fills a named variable in header, body and button", async () => {
    const { folder: cwd } = await stackProject({ more: PARCEL });
    const argv = ["template", "parcel", "--language", "en_US", "--stack", "shop", ...TO];
    const parameters = [{ type: "text", parameter_name: "order", text: "A-17" }];
    const components = (end: string) => [
      { type: "header", parameters },
      { type: "body", parameters },
      { type: "button", sub_type: "url", index: 0, parameters: [text(end)] },
    ];
    const filled = [...argv, "--param", "order=A-17"];
    expect(await plannedBody(filled, { cwd })).toMatchObject({ template: { components: components("A-17") } });
    const own = await plannedBody([...filled, "--button", "0=b"], { cwd });
    expect(own).toMatchObject({ template: { components: components("b") } });
    const { code, stderr } = await offline([...argv, "--dry-run"], { cwd });
    expect(code).toBe(3);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(
      "the header, the body and button 0 require {{order}}; the message has no value for it",
    );
  });

  it("sends the present version of a key", async () => {
    const { folder: cwd } = await stackProject({ more: "settings: { namePrefix: dev_ }" });
    const argv = ["template", "order_shipped", "--language", "es_MX", "--stack", "shop", "--body", "Ana", ...TO];
    expect(await plannedBody(argv, { cwd })).toMatchObject({ template: { name: "dev_order_shipped" } });
  });

  it("says that the stack file does not know the template", async () => {
    const { folder: cwd } = await stackProject();
    const argv = ["template", "herb_news", "--language", "en_US", "--stack", "shop", ...TO, "--dry-run"];
    const { code, stderr } = await offline(argv, { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain("the stack shop does not declare it");
  });

  it("names the languages that there are", async () => {
    const { folder: cwd } = await stackProject();
    const { code, stderr } = await offline(
      ["template", "order_shipped", "--language", "pt_BR", "--stack", "shop", "--body", "Ana", ...TO, "--dry-run"],
      { cwd },
    );
    expect(code).toBe(1);
    expect(stderr).toContain('of the stack shop has no language "pt_BR". Available: en_US, es_MX');
  });
});
