import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { DEFAULT_PHONE, DEFAULT_WABA, temporaryFolder, testAccount } from "../account.ts";

const published = JSON.parse(
  await readFile(join(import.meta.dirname, "../../../fixtures/accounts/published.json"), "utf8"),
) as { data: object[] };

let ids = 5_000;

function listed(name: string, language: string, more: object = {}) {
  ids += 1;
  const components = [{ type: "BODY", text: `This is ${name} in ${language}, and it says nothing else.` }];
  return { id: String(ids), name, language, status: "APPROVED", category: "UTILITY", components, ...more };
}

function named(text: string, samples: Record<string, string>) {
  const params = Object.entries(samples).map(([param_name, example]) => ({ param_name, example }));
  return {
    parameter_format: "NAMED",
    components: [{ type: "BODY", text, example: { body_text_named_params: params } }],
  };
}

/** A project, an account with these templates, and `mycobot adopt` in it. */
async function adopting(data: readonly object[], stacks: Record<string, string> = {}) {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "stacks"));
  await writeFile(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  for (const [name, text] of Object.entries(stacks)) await writeFile(join(folder, "stacks", name), text);
  // A seed is a file: JSON.
  const account = await testAccount({ quotas: false, seed: JSON.parse(JSON.stringify({ data })) });
  const out = ["--waba", DEFAULT_WABA, "--out", "stacks/new.yaml", "--import-file", "import.json"];
  return {
    account,
    folder,
    adopt: (...args: string[]) => account.json(["adopt", ...args], { cwd: folder }),
    adoptAll: (...args: string[]) => account.json(["adopt", ...out, ...args], { cwd: folder }),
    text: (file = "stacks/new.yaml") => readFile(join(folder, file), "utf8"),
    /** The templates of the written file. */
    async templates() {
      return parse(await readFile(join(folder, "stacks/new.yaml"), "utf8")).templates;
    },
    validate: () => account.json(["validate"], { cwd: folder }),
    files: async () => (await readdir(folder, { recursive: true })).sort(),
  };
}

function requests(metrics: { requests: object }): string[] {
  return Object.keys(metrics.requests).sort();
}

describe("adopt --out", () => {
  it("writes an account as published answers show it: a valid stack file, and an import file with every template", async () => {
    const { adoptAll, validate, account, text } = await adopting(published.data);
    const { code, result, stderr } = await adoptAll();
    expect(code, stderr).toBe(0);
    expect(result).toMatchObject({
      version: 1,
      waba: DEFAULT_WABA,
      stack: "stacks/new.yaml",
      importFile: "import.json",
    });
    expect(result.templates).toHaveLength(published.data.length);
    const { resources } = JSON.parse(await text("import.json"));
    expect(resources.filter(({ type }: { type: string }) => type.endsWith(":Template"))).toHaveLength(
      published.data.length,
    );
    expect((await validate()).code).toBe(0);
    expect(account.emulator.metrics().total).toBe(4);
    expect(requests(account.emulator.metrics()).every((route) => route.startsWith("GET"))).toBe(true);
  });

  it("writes resources as the handlers would have, below the stack's component", async () => {
    const { adoptAll, text } = await adopting([listed("hello", "en_US")]);
    await adoptAll();
    const { resources } = JSON.parse(await text("import.json"));
    const [stack, inventory, connection, template] = resources;
    expect(stack).toEqual({ type: "mycobot:index:MessagingStack", name: "stack", logicalName: "new", component: true });
    expect(inventory).toMatchObject({ logicalName: "new", parent: "stack", id: "inventory" });
    expect(inventory.inputs.__declared).toMatch(/^hello\/en_US [0-9a-f]{16}$/);
    expect(connection).toMatchObject({ id: "conn-shop", logicalName: "whatsapp", inputs: { existing: "conn-shop" } });
    expect(template).toMatchObject({ name: "hello/en_US", parent: "stack", id: `${DEFAULT_WABA}/hello/en_US` });
    expect(template.inputs).toMatchObject({ connection: "conn-shop", __scope: "new", __provider: expect.any(String) });
    expect(template.outputs).toMatchObject({ ...template.inputs, status: "APPROVED", approvedCategory: "UTILITY" });
  });

  it("writes a sample once if all languages agree on it, else in each language", async () => {
    const { adoptAll, templates } = await adopting([
      listed("a", "en_US", named("Hello {{who}}, {{what}} is ready for you to collect.", { who: "Ana", what: "Tea" })),
      listed("a", "de", named("Guten Tag {{who}}, {{what}} steht zur Abholung bereit.", { who: "Ana", what: "Tee" })),
    ]);
    await adoptAll();
    expect((await templates()).a).toMatchObject({
      variables: { who: "Ana" },
      languages: { en_US: { variables: { what: "Tea" } }, de: { variables: { what: "Tee" } } },
    });
  });

  it("writes names that look like versions, reserved names and several categories of one name", async () => {
    const { adoptAll, templates, validate } = await adopting([
      listed("sale", "en_US"),
      listed("sale_v2", "en_US"),
      listed("__proto__", "en_US"),
      listed("123", "en_US"),
      listed("mixed", "en_US"),
      listed("mixed", "es", { category: "MARKETING" }),
      listed("mixed", "de"),
    ]);
    expect((await adoptAll()).code).toBe(0);
    const all = await templates();
    expect(Object.keys(all).sort()).toEqual(["123", "mixed", "sale", "sale_v2", "template___proto__"]);
    expect(all.template___proto__.name).toBe("__proto__");
    expect(all.mixed).toMatchObject({ category: "UTILITY", languages: { es: { category: "MARKETING" } } });
    expect((await validate()).code).toBe(0);
  });

  it("accepts what breaks today's rules, and comments what a declaration does not say", async () => {
    const { adoptAll, text, validate } = await adopting([
      listed("old", "en_US", {
        components: [{ type: "BODY", text: "{{1}}" }],
        status: "REJECTED",
        rejected_reason: "INVALID_FORMAT",
      }),
      listed("moved", "en_US", { category: "MARKETING", previous_category: "UTILITY" }),
      listed("soon", "en_US", { correct_category: "MARKETING" }),
      listed("fields", "en_US", { shiny_new_field: 1 }),
      listed("paused", "en_US", { status: "PAUSED" }),
    ]);
    const { result } = await adoptAll();
    expect(result.templates).toContainEqual(
      expect.objectContaining({ name: "old", accepted: true, form: "components" }),
    );
    const written = await text();
    expect(written).toContain("# Status: REJECTED, INVALID_FORMAT.\n      en_US:");
    expect(written).toContain("# Category: it was UTILITY until WhatsApp changed it to MARKETING.");
    expect(written).toContain("# Category: WhatsApp has announced a change to MARKETING.");
    expect(written).toContain("# Status: PAUSED.");
    expect(written).toMatch(/accepted: \{ digest: [0-9a-f]{16}, reason: /);
    expect((await validate()).code).toBe(0);
  });

  it("leaves out what WhatsApp generated, what another stack declares, and what no declaration can express", async () => {
    const other = `account: { waba: "${DEFAULT_WABA}" }\ntemplates:\n  theirs: { category: UTILITY, languages: { en_US: { body: This one belongs to somebody else. } } }\n`;
    const { adoptAll, templates, validate } = await adopting(
      [
        listed("ours", "en_US"),
        listed("theirs", "en_US"),
        listed("made", "en_US", { source: "AUTO_GENERATED" }),
        listed("absurd", "en_US", { components: ["not a component"] }),
      ],
      { "other.yaml": other },
    );
    const { code, result } = await adoptAll();
    expect(code).toBe(0);
    expect(Object.keys(await templates())).toEqual(["ours"]);
    expect(result.skipped).toEqual([
      { what: "theirs/en_US", reason: "stacks/other.yaml declares it" },
      { what: "1 generated template", reason: "WhatsApp generated them (Direct Send)" },
      { what: "absurd/en_US", reason: expect.any(String) },
    ]);
    expect((await validate()).code).toBe(0);
  });

  it("writes the profiles of the chosen phone numbers, without fields that were never set", async () => {
    const { account, adoptAll, text } = await adopting([listed("hello", "en_US")]);
    const profile = ["--about", "Fresh herbs", "--email", "hello@example.com"];
    await account.cli(["profile", "update", "--phone", DEFAULT_PHONE, ...profile]);
    await adoptAll("--phone", DEFAULT_PHONE);
    expect(parse(await text()).profiles).toEqual({
      [DEFAULT_PHONE]: { about: "Fresh herbs", email: "hello@example.com" },
    });
  });
});

describe("what adopt refuses, with one error and without writing anything", () => {
  it("files that exist, before any request", async () => {
    const { account, adoptAll, text, files } = await adopting([listed("hello", "en_US")], { "new.yaml": "mine" });
    const before = await files();
    const { code, stderr } = await adoptAll();
    expect(code).toBe(3);
    expect(stderr).toMatch(/new.yaml exists already/);
    const importFile = await adoptAll("--out", "stacks/b.yaml", "--import-file", "Pulumi.yaml");
    expect(importFile.code).toBe(3);
    expect(await text()).toBe("mine");
    expect(await files()).toEqual(before);
    expect(account.emulator.metrics().total).toBe(0);
  });

  it.each([
    ["neither --out nor --into", ["--waba", DEFAULT_WABA]],
    ["both", ["--out", "stacks/a.yaml", "--into", "a"]],
    ["--out without --import-file", ["--waba", DEFAULT_WABA, "--out", "stacks/a.yaml"]],
    ["a name that is no stack file", ["--out", "a.json", "--import-file", "i.json"]],
    ["a folder that does not exist", ["--out", "nowhere/a.yaml", "--import-file", "i.json"]],
    ["one file for both", ["--out", "stacks/a.yaml", "--import-file", "stacks/a.yaml"]],
    ["samples outside of the project", ["--out", "stacks/a.yaml", "--import-file", "i.json", "--media-dir", "/tmp"]],
    ["no account", ["--out", "stacks/a.yaml", "--import-file", "i.json"]],
  ])("%s", async (_, args) => {
    const { adopt, files } = await adopting([listed("hello", "en_US")]);
    const before = await files();
    expect((await adopt(...args)).code).toBe(3);
    expect(await files()).toEqual(before);
  });

  it("an empty account, another key, an unknown account", async () => {
    const { account, adoptAll, folder, files } = await adopting([]);
    const before = await files();
    const empty = await adoptAll();
    expect(empty.code).toBe(1);
    expect(JSON.parse(empty.stderr).error).toMatchObject({ code: "MYCO_NOTHING_TO_ADOPT" });
    const args = ["adopt", "--waba", "999", "--out", "stacks/new.yaml", "--import-file", "import.json", "--json"];
    const unknown = await account.cli(args, { cwd: folder });
    expect(unknown.code).toBe(1);
    expect(JSON.parse(unknown.stderr).error.code).toBe("MYCO_WHATSAPP_ERROR");
    const key = await account.cli(args, { cwd: folder, env: { MATON_API_KEY: "k-other00" } });
    expect(key.code).toBe(4);
    expect(await files()).toEqual(before);
  });
});

/** A server of samples that remembers the headers of its requests. */
async function sampleServer(content: Buffer) {
  const headers: object[] = [];
  const server = createServer((request, response) => {
    headers.push(request.headers);
    response.end(request.url === "/text" ? "no picture" : content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, headers };
}

describe("adopt --media-dir", () => {
  it("downloads samples without the key, so that the short form can name them", async () => {
    const png = await readFile(join(import.meta.dirname, "../../../fixtures/media/square.png"));
    const server = await sampleServer(png);
    const picture = (path: string) => ({
      components: [
        { type: "HEADER", format: "IMAGE", example: { header_handle: [`${server.url}${path}`] } },
        { type: "BODY", text: "A picture says more than a thousand words." },
      ],
    });
    const { adoptAll, folder, templates, text, validate } = await adopting([
      listed("a", "en_US", picture("/a.png")),
      listed("b", "en_US", picture("/text")),
    ]);
    await mkdir(join(folder, "stacks/media"));
    await writeFile(join(folder, "stacks/media/a_en_US.png"), "somebody else's");
    const { code, result, stderr } = await adoptAll("--media-dir", "stacks/media");
    expect(code, stderr).toBe(0);
    expect(result.media).toEqual(["stacks/media/a_en_US_2.png"]);
    expect(await readFile(join(folder, "stacks/media/a_en_US_2.png"))).toEqual(png);
    const { a, b } = await templates();
    expect(a.languages.en_US).toEqual({
      header: { image: "media/a_en_US_2.png" },
      body: "A picture says more than a thousand words.",
    });
    expect(b.languages.en_US.components).toHaveLength(2);
    expect(await text()).toContain("# The sample of its media header is not at hand");
    expect(server.headers.every((each) => !("authorization" in each))).toBe(true);
    const { resources } = JSON.parse(await text("import.json"));
    const sample = { file: "stacks/media/a_en_US_2.png", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(resources.at(-2).inputs.components[0].example.header_handle).toEqual([sample]);
    expect((await validate()).code).toBe(0);
  });
});

const SHOP = `# The shop
account: { waba: "${DEFAULT_WABA}" }   # one account

templates:
    hello:   # greets
        category: UTILITY
        languages:
            en_US:
                body: |
                    This is hello in en_US, and it says nothing else.

settings:
    protect: false
`;

describe("adopt --into", () => {
  it("adds templates, languages and profiles, and leaves every line as it is", async () => {
    const data = [listed("hello", "en_US"), listed("hello", "de"), listed("other", "en_US")];
    const { account, adopt, text, validate } = await adopting(data, { "shop.yaml": SHOP });
    await account.cli(["profile", "update", "--phone", DEFAULT_PHONE, "--about", "Fresh herbs"]);
    const { code, stderr, result } = await adopt("--into", "shop", "--import-file", "import.json");
    expect(code, stderr).toBe(0);
    expect(result.templates).toHaveLength(2);
    const body = "                    This is hello in en_US, and it says nothing else.\n";
    const place = SHOP.indexOf(body) + body.length;
    const added = [
      "            de:",
      "              body: This is hello in de, and it says nothing else.",
      "    other:",
      "      category: UTILITY",
      "      languages:",
      "        en_US:",
      "          body: This is other in en_US, and it says nothing else.",
      "",
    ].join("\n");
    const profile = `profiles:\n  "${DEFAULT_PHONE}":\n    about: Fresh herbs\n`;
    expect(await text("stacks/shop.yaml")).toBe(SHOP.slice(0, place) + added + SHOP.slice(place) + profile);
    expect((await validate()).code).toBe(0);
  });

  it("does nothing when the stack declares everything", async () => {
    const { adopt, text, files } = await adopting([listed("hello", "en_US")], { "shop.yaml": SHOP });
    const before = await files();
    const { code, result } = await adopt("--into", "shop", "--import-file", "import.json");
    expect(code).toBe(0);
    expect(result).toMatchObject({ templates: [], profiles: [] });
    expect(await text("stacks/shop.yaml")).toBe(SHOP);
    expect(await files()).toEqual(before);
  });

  it("adds a new entry where a language would inherit a field, or another file extends the template", async () => {
    const shop = SHOP.replace("category: UTILITY", "category: UTILITY\n        message_send_ttl_seconds: 600");
    const { adopt, text, validate } = await adopting([listed("hello", "en_US"), listed("hello", "de")], {
      "shop.yaml": shop,
    });
    expect((await adopt("--into", "shop")).code).toBe(0);
    expect(parse(await text("stacks/shop.yaml")).templates.hello_2).toMatchObject({
      name: "hello",
      languages: { de: {} },
    });
    expect((await validate()).code).toBe(0);
  });

  it("leaves names without the stack's prefix to other stacks", async () => {
    const shop = SHOP.replace("settings:", "settings:\n    namePrefix: dev_");
    const data = [listed("dev_hello", "en_US"), listed("dev_more", "en_US"), listed("live", "en_US")];
    const { adopt, text, validate } = await adopting(data, { "shop.yaml": shop });
    const { result } = await adopt("--into", "shop");
    expect(result.skipped).toEqual([{ what: "live/en_US", reason: expect.stringContaining("dev_") }]);
    expect(Object.keys(parse(await text("stacks/shop.yaml")).templates)).toEqual(["hello", "more"]);
    expect((await validate()).code).toBe(0);
  });

  it("refuses a file that is not written with one key per line, or that is invalid", async () => {
    const flow = `account: { waba: "${DEFAULT_WABA}" }\ntemplates: { hello: { category: UTILITY, languages: { en_US: { body: This is hello. } } } }\n`;
    const { adopt, text } = await adopting([listed("new", "en_US")], {
      "shop.yaml": flow,
      "broken.yaml": "templates: 1",
    });
    const { code, stderr } = await adopt("--into", "shop");
    expect(code).toBe(3);
    expect(stderr).toMatch(/`templates` is not a map with one key per line/);
    expect(await text("stacks/shop.yaml")).toBe(flow);
    expect((await adopt("--into", "broken")).code).toBe(3);
  });
});
