import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CONNECTION, DEFAULT_WABA, KEY, temporaryFolder, testAccount } from "../account.ts";
import { listed, orderBody, stackProject } from "../stack-project.ts";

const WABA = ["--waba", DEFAULT_WABA];

async function file(value: unknown): Promise<string> {
  const path = join(await temporaryFolder(), "template.json");
  await writeFile(path, JSON.stringify(value));
  return path;
}

function many(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...listed("en_US", "APPROVED"),
    id: String(5_000 + index),
    name: `order_${index}`,
  }));
}

const SEED = {
  data: [
    listed("en_US", "APPROVED", { quality_score: { score: "GREEN" } }),
    listed("es_MX", "REJECTED", { rejected_reason: "SCAM" }),
  ],
};

describe("mycobot template list", () => {
  it("shows the account's templates", async () => {
    const { cli, json } = await testAccount({ seed: SEED });
    const { code, stdout, stderr } = await cli(["template", "list", ...WABA]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "template       language  status    category  quality",
        "order_shipped  en_US     APPROVED  UTILITY   GREEN",
        "order_shipped  es_MX     REJECTED  UTILITY",
        "",
      ].join("\n"),
    );
    const { result } = await json(["template", "list", ...WABA, "--status", "rejected"]);
    expect(result).toMatchObject({ version: 1, more: false, templates: [{ id: "1002", rejected_reason: "SCAM" }] });
  });

  it("stops at --limit and says so; --all goes to the end, in pages", async () => {
    const { cli, json } = await testAccount({ seed: { data: many(230) } });
    const some = await cli(["template", "list", ...WABA]);
    expect(some.stdout.trimEnd().split("\n")).toHaveLength(101);
    expect(some.stderr).toBe("There are more than 100 templates: use --limit N or --all.\n");
    expect((await json(["template", "list", ...WABA, "--limit", "3"])).result).toMatchObject({
      more: true,
      templates: [{}, {}, {}],
    });
    const { result, stderr } = await json(["template", "list", ...WABA, "--all"]);
    expect(result.templates).toHaveLength(230);
    expect({ more: result.more, stderr }).toEqual({ more: false, stderr: "" });
    const watched = await cli(["template", "list", ...WABA, "--all"], { terminal: 80 });
    expect(watched.stderr).toContain("200 templates ...");
  });

  it("takes only whole names", async () => {
    const { json } = await testAccount({ seed: { data: many(12) } });
    const { result } = await json(["template", "list", ...WABA, "--name", "order_1"]);
    expect(result.templates).toMatchObject([{ name: "order_1" }]);
  });

  it("makes foreign text visible", async () => {
    const { cli, json } = await testAccount({
      seed: { data: [{ ...listed("en_US", "APPROVED"), name: "a\u202eb\u009b31m" }] },
    });
    expect((await cli(["template", "list", ...WABA])).stdout).toContain("a<U+202E>b<U+009B>31m");
    expect((await json(["template", "list", ...WABA])).stdout).toContain("a\\u202eb\\u009b31m");
  });
});

describe("mycobot template get", () => {
  it("shows all languages, or one", async () => {
    const { cli, json } = await testAccount({ seed: SEED });
    const { stdout } = await cli(["template", "get", "order_shipped", ...WABA]);
    expect(stdout).toMatch(/^order_shipped en_US\n {2}id +1001\n/);
    expect(stdout).toContain("\n\norder_shipped es_MX\n");
    expect(stdout).toMatch(/rejection +SCAM/);
    const { result } = await json(["template", "get", "order_shipped", "--language", "es_MX", ...WABA]);
    expect(result.templates).toMatchObject([{ id: "1002" }]);
  });

  it.each([
    [["nothing"], 'has no template "nothing"'],
    [["order_shipped", "--language", "fr"], "Available: en_US, es_MX"],
  ])("ends with 1 where there is none: %j", async (argv, says) => {
    const { cli } = await testAccount({ seed: SEED });
    const { code, stderr } = await cli(["template", "get", ...argv, ...WABA]);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
  });
});

describe("mycobot template create", () => {
  it("checks and sends", async () => {
    const { cli, json, emulator } = await testAccount();
    const path = await file(orderBody("en_US"));
    const { code, result, stderr } = await json(["template", "create", path, ...WABA]);
    expect(result).toMatchObject({
      template: { name: "order_shipped", language: "en_US", status: "PENDING", category: "UTILITY" },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(emulator.state().accounts[0]?.templates).toMatchObject([{ name: "order_shipped" }, { name: "hello_world" }]);
    expect(await cli(["template", "create", path, ...WABA])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/2388024.*MYCO_TEMPLATE_EXISTS/s),
    });
  });

  it("says that a deleted name is locked", async () => {
    const { cli } = await testAccount({ seed: SEED });
    await cli(["template", "delete", "order_shipped", "--language", "en_US", "--yes", ...WABA]);
    expect(await cli(["template", "create", await file(orderBody("en_US")), ...WABA])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/2388023.*MYCO_TEMPLATE_LOCKED/s),
    });
  });

  it("reports the category that WhatsApp assigned", async () => {
    const { cli } = await testAccount({ faults: { switches: { categoryFlip: true } } });
    const { stdout, stderr } = await cli(["template", "create", await file(orderBody("en_US")), ...WABA]);
    expect(stdout).toMatch(/category +MARKETING/);
    expect(stderr).toContain("assigned the category MARKETING; the file requests UTILITY");
  });

  it("refuses what WhatsApp would refuse, before a request; --no-validate sends it", async () => {
    const { cli, emulator } = await testAccount();
    const bad = { ...orderBody("en_US"), name: "Order Shipped" };
    const path = await file(bad);
    const { code, stdout, stderr } = await cli(["template", "create", path, ...WABA]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("/name");
    expect(stderr).toContain("was not sent: it has 1 error");
    expect(emulator.metrics().total).toBe(0);
    const json = await cli(["template", "create", path, ...WABA, "--json"]);
    expect(JSON.parse(json.stderr)).toMatchObject({
      error: { code: "MYCO_TEMPLATE_INVALID", issues: [{ path: "/name" }] },
    });
    expect(await cli(["template", "create", path, ...WABA, "--no-validate"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("MYCO_WHATSAPP_ERROR"),
    });
    expect(emulator.metrics().total).toBeGreaterThan(0);
  });

  it("prints the exact request with --dry-run, without a key and without a request", async () => {
    const { json, cli, emulator } = await testAccount();
    const body = orderBody("en_US");
    const path = await file(body);
    const { code, result } = await json(["template", "create", path, ...WABA, "--connection", "c-1", "--dry-run"], {
      env: { MATON_API_KEY: "" },
    });
    expect(code).toBe(0);
    expect(result).toEqual({
      version: 1,
      request: {
        method: "POST",
        url: `${emulator.url}/whatsapp-business/v23.0/${DEFAULT_WABA}/message_templates`,
        headers: expect.objectContaining({
          authorization: "Bearer [redacted]",
          "maton-connection": "c-1",
          "content-type": "application/json",
        }),
        body,
      },
    });
    const text = await cli(["template", "create", path, ...WABA, "--dry-run"]);
    expect(text.stdout.startsWith(`POST ${emulator.url}`)).toBe(true);
    expect(JSON.parse(text.stdout.split("\n\n").at(-1) ?? "")).toEqual(body);
    expect(text.stderr).toContain("no connection specified");
    expect(text.stdout).not.toContain(KEY);
    expect(emulator.metrics().total).toBe(0);
  });
});

describe("mycobot template edit", () => {
  const changed = {
    ...orderBody("en_US"),
    category: "MARKETING",
    components: [{ type: "BODY", text: "Your order has left us and will be with you very soon." }],
  };

  it("replaces the content of the file's template, without what cannot change", async () => {
    const { cli, json, emulator } = await testAccount({ seed: SEED });
    const { result } = await json(["template", "edit", await file(changed), ...WABA, "--dry-run"]);
    expect(result.request).toMatchObject({
      url: `${emulator.url}/whatsapp-business/v23.0/1001`,
      body: { components: changed.components },
    });
    expect(Object.keys((result.request as { body: object }).body)).toEqual(["components"]);
    const { code, stdout } = await cli(["template", "edit", await file(changed), ...WABA]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "order_shipped en_US: edited, review pending.\n" });
    expect(emulator.state().accounts[0]?.templates[0]).toMatchObject({ components: changed.components });
  });

  it("sends the category where it can change", async () => {
    const { json } = await testAccount({ seed: SEED });
    const { result } = await json([
      "template",
      "edit",
      await file({ ...changed, language: "es_MX" }),
      ...WABA,
      "--dry-run",
    ]);
    expect(result.request).toMatchObject({ body: { category: "MARKETING" } });
  });

  it("takes an id, and refuses that of another template", async () => {
    const { cli, emulator } = await testAccount({ seed: SEED });
    const path = await file(changed);
    expect(await cli(["template", "edit", path, "--id", "1002"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("1002 is the template order_shipped es_MX"),
    });
    expect(await cli(["template", "edit", path, "--id", "1001"])).toMatchObject({ code: 0 });
    const before = emulator.metrics().total;
    const planned = await cli(["template", "edit", path, "--id", "1001", "--dry-run", "--connection", CONNECTION], {
      env: { MATON_API_KEY: "" },
    });
    expect(planned).toMatchObject({ code: 0, stderr: "" });
    expect(emulator.metrics().total).toBe(before);
  });

  it("lets WhatsApp refuse a second edit within 24 hours", async () => {
    const { cli, emulator } = await testAccount({ seed: SEED });
    const path = await file(changed);
    await cli(["template", "edit", path, ...WABA]);
    await cli(["template", "list", ...WABA]);
    expect(await cli(["template", "edit", path, ...WABA])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/2388039.*MYCO_TEMPLATE_NOT_EDITABLE/s),
    });
    expect(emulator.state().accounts[0]?.templates[0]?.edits).toHaveLength(1);
  });
});

describe("the width of a table", () => {
  const long = "x".repeat(120);
  const seed = { data: [{ ...listed("en_US", "APPROVED"), name: long }] };
  const argv = ["template", "list", ...WABA];

  it("is not limited in a pipe, so that a row is one line", async () => {
    const { cli } = await testAccount({ seed });
    const { stdout } = await cli(argv);
    expect(stdout.split("\n").find((line) => line.includes(long))).toMatch(/APPROVED/);
  });

  it("is that of COLUMNS, if it is set", async () => {
    const { cli } = await testAccount({ seed });
    const { stdout } = await cli(argv, { env: { COLUMNS: "60" } });
    expect(stdout.split("\n").filter((line) => line.length > 60)).toEqual([]);
  });

  it("is that of the terminal, whatever COLUMNS says", async () => {
    const { cli } = await testAccount({ seed });
    const { stdout } = await cli(argv, { terminal: 70, env: { COLUMNS: "200" } });
    expect(stdout.split("\n").some((line) => line.includes(long))).toBe(false);
  });
});

describe("mycobot template delete", () => {
  it.each([
    [[], "No language specified"],
    [["--language", "en_US", "--all-languages"], "mutually exclusive"],
  ])("requires one language or all: %j", async (argv, says) => {
    const { cli, emulator } = await testAccount({ seed: SEED });
    const { code, stderr } = await cli(["template", "delete", "order_shipped", ...argv, ...WABA]);
    expect(code).toBe(3);
    expect(stderr).toContain(says);
    expect(emulator.metrics().total).toBe(0);
  });

  it("deletes one language, and no other", async () => {
    const { cli, emulator } = await testAccount({ seed: SEED });
    const { code, stdout } = await cli([
      "template",
      "delete",
      "order_shipped",
      "--language",
      "en_US",
      "--yes",
      ...WABA,
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "order_shipped en_US: deleted\n" });
    expect(emulator.state().accounts[0]?.templates).toMatchObject([{ language: "es_MX" }]);
  });

  it("deletes all of them, and only of that name", async () => {
    const other = { ...listed("en_US", "APPROVED"), id: "1003", name: "order_shipped_too" };
    const { json, emulator } = await testAccount({ seed: { data: [...SEED.data, other] } });
    const { result } = await json(["template", "delete", "order_shipped", "--all-languages", "--yes", ...WABA]);
    expect(result.templates).toMatchObject([
      { id: "1001", result: "deleted" },
      { id: "1002", result: "deleted" },
    ]);
    expect(emulator.state().accounts[0]?.templates).toMatchObject([{ name: "order_shipped_too" }]);
  });

  it("needs --yes without a terminal", async () => {
    const { cli, emulator } = await testAccount({ seed: SEED });
    const { code, stdout, stderr } = await cli(["template", "delete", "order_shipped", "--all-languages", ...WABA]);
    expect({ code, stdout }).toEqual({ code: 6, stdout: "" });
    expect(stderr).toContain("Nothing was deleted");
    expect(stderr).toContain("Pass --yes");
    expect(emulator.state().accounts[0]?.templates).toHaveLength(2);
  });

  it("asks where a person can answer, unless --yes", async () => {
    const { cli, emulator } = await testAccount({ seed: SEED });
    const argv = ["template", "delete", "order_shipped", "--all-languages", ...WABA];
    const no = await cli(argv, { typed: true, stdin: "\n" });
    expect(no).toMatchObject({
      code: 6,
      stdout: "",
      stderr: expect.stringContaining("Delete order_shipped (en_US, es_MX)"),
    });
    expect(emulator.state().accounts[0]?.templates).toHaveLength(2);
    expect(await cli([...argv, "--yes"], { typed: true })).toMatchObject({ code: 0 });
  });
});

describe("a template that WhatsApp generated", () => {
  it.each([
    ["edited", async () => ["edit", await file(orderBody("en_US")), ...WABA]],
    ["edited", async () => ["edit", await file(orderBody("en_US")), "--id", "1001"]],
    ["deleted", async () => ["delete", "order_shipped", "--all-languages", ...WABA]],
  ])("is not %s, nor asked for", async (what, argv) => {
    const data = [listed("es_MX", "APPROVED"), listed("en_US", "APPROVED", { source: "AUTO_GENERATED" })];
    const { cli, emulator } = await testAccount({ seed: { data } });
    const { code, stderr } = await cli(["template", ...(await argv())]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `The template order_shipped en_US was generated by WhatsApp (Direct Send) and cannot be ${what}`,
    );
    expect(stderr).toContain("MYCO_TEMPLATE_GENERATED");
    expect(emulator.state().accounts[0]?.templates).toHaveLength(2);
  });
});

describe("the target of a command", () => {
  it.each([
    ["the only ACTIVE connection", {}, {}, CONNECTION],
    ["the environment", {}, { MATON_CONNECTION: "from-env" }, "from-env"],
    [
      "the stack before the environment",
      { connection: "{ id: from-stack }" },
      { MATON_CONNECTION: "from-env" },
      "from-stack",
    ],
    [
      "a connection declared by app: the environment",
      { connection: "{ app: whatsapp-business }" },
      { MATON_CONNECTION: "from-env" },
      "from-env",
    ],
  ])("takes %s", async (_, stack, env, connection) => {
    const { cli } = await testAccount({ seed: SEED });
    const { folder: cwd } = await stackProject(stack);
    const argv = Object.keys(stack).length > 0 ? ["--stack", "shop"] : WABA;
    const path = await file(orderBody("en_US"));
    // Only a command that reads asks for the only ACTIVE one.
    const { stderr, stdout } = await cli(["template", "edit", path, ...argv, "--dry-run"], { cwd, env });
    expect(stdout + stderr).toMatch(
      connection === CONNECTION ? /maton-connection: conn-shop/ : new RegExp(`Connection \`${connection}\` not found`),
    );
  });

  it("prefers the options", async () => {
    const { json } = await testAccount();
    const { folder: cwd, files } = await stackProject();
    const { result } = await json(
      ["template", "create", files.en_US, "--stack", "shop", "--waba", "77", "--connection", "mine", "--dry-run"],
      {
        cwd,
        env: { WHATSAPP_WABA_ID: "88", MATON_CONNECTION: "from-env" },
      },
    );
    expect(result.request).toMatchObject({
      url: expect.stringContaining("/77/message_templates"),
      headers: { "maton-connection": "mine" },
    });
  });

  it.each([
    [["template", "list"], {}, "--waba ID, --stack STACK or WHATSAPP_WABA_ID"],
    [["template", "list", "--waba", "12x"], {}, '--waba: "12x" is not a WhatsApp Business account id'],
    [["template", "list"], { WHATSAPP_WABA_ID: "+1" }, 'WHATSAPP_WABA_ID: "+1" is not a WhatsApp Business account id'],
    [["template", "list", ...WABA, "--connection", "a b"], {}, '--connection: "a b" is not a connection id'],
    [["profile", "get"], {}, "--phone ID"],
    [["profile", "get", "--phone", "+16505551234"], {}, "not the number itself"],
    [["template", "list", "--stack", "nothing"], {}, "stack `nothing` not found"],
  ])("is required: %j %j", async (argv, env, says) => {
    const { cli, emulator } = await testAccount();
    const { folder: cwd } = await stackProject();
    const { code, stderr } = await cli(argv, { cwd, env });
    expect(code).toBe(3);
    expect(stderr).toContain(says);
    expect(emulator.metrics().total).toBe(0);
  });

  it("lists the connections where it cannot choose", async () => {
    const { cli, emulator } = await testAccount({ connect: "auto" });
    await cli(["connections", "create"]);
    const { code, stderr } = await cli(["template", "list", ...WABA]);
    expect(code).toBe(3);
    for (const { id } of emulator.state().connections) expect(stderr).toContain(`${id} (ACTIVE)`);
  });

  it("names what to open where nothing is ACTIVE", async () => {
    const { cli, control } = await testAccount();
    await control(`connections/${CONNECTION}`, { status: "PENDING" });
    const { code, stderr } = await cli(["template", "list", ...WABA]);
    expect(code).toBe(3);
    expect(stderr).toContain("mycobot connections open conn-shop --wait");
  });
});

describe("--verbose", () => {
  it("traces requests with fbtrace_id on stderr, without the key", async () => {
    const { cli, emulator } = await testAccount();
    const { stderr } = await cli(["template", "list", "--waba", "5", "--verbose"]);
    expect(stderr).toContain(`trace: GET ${emulator.url}/connections?app=whatsapp-business: 200 in `);
    expect(stderr).toMatch(/trace: GET \S+\/5\/message_templates\S*: 400 in \d+ ms, fbtrace_id \S+\n {2}.*#100\/33/);
    expect(stderr).not.toContain(KEY);
  });
});
