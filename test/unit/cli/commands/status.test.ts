import { describe, expect, it } from "vitest";
import { templateStatus } from "../../../../src/cli/commands/status/template-status.ts";
import type { EmulatorOptions } from "../../../../src/emulator/index.ts";
import { CONNECTION, DEFAULT_PHONE, DEFAULT_WABA, testAccount } from "../account.ts";
import { exported, fakePulumi } from "../fake-pulumi.ts";
import { listed, orderBody, stackProject } from "../stack-project.ts";

async function status(data: object[], argv: readonly string[] = ["shop"], more: EmulatorOptions = {}) {
  const seed = JSON.parse(JSON.stringify({ data }));
  const account = await testAccount({ ...more, seed });
  const { folder: cwd } = await stackProject();
  await account.cli(["profile", "update", "--phone", DEFAULT_PHONE, "--about", "Fresh herbs"]);
  const json = await account.json(["status", ...argv, "--exit-code"], { cwd });
  const text = await account.cli(["status", ...argv], { cwd, terminal: 80, env: { NO_COLOR: "1" } });
  return { account, cwd, json, text };
}

const FINE = [listed("en_US", "APPROVED"), listed("es_MX", "PENDING")];

describe("mycobot status STACK", () => {
  it("shows templates, profiles and connections; nothing needs attention", async () => {
    const { json, text } = await status(FINE);
    expect(json.code).toBe(0);
    expect(json.result).toMatchObject({
      version: 1,
      ok: true,
      stack: "shop",
      waba: DEFAULT_WABA,
      templates: [
        {
          name: "order_shipped",
          language: "en_US",
          declared: "order_shipped/en_US",
          status: "APPROVED",
          declaredCategory: "UTILITY",
          approvedCategory: "UTILITY",
          content: "as declared",
        },
        { language: "es_MX", status: "PENDING", edits: { now: "no" }, attention: [] },
      ],
      phones: [
        { phone: DEFAULT_PHONE, number: "+1 555-0122", quality: "GREEN", status: "CONNECTED", profile: "as declared" },
      ],
      connections: [{ connection_id: CONNECTION, status: "ACTIVE" }],
      connection: CONNECTION,
      attention: [],
    });
    expect(text).toMatchObject({ code: 0, stderr: "" });
    expect(text.stdout).toContain("Nothing needs attention.\n");
    expect(text.stdout + json.stdout).not.toContain("session_token");
    expect(text.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    ["not created", [listed("en_US", "APPROVED")], "es_MX: not created yet: run `pulumi up`"],
    [
      "rejected",
      [listed("en_US", "APPROVED"), listed("es_MX", "REJECTED", { rejected_reason: "SCAM" })],
      "es_MX: REJECTED: SCAM: the content looks like fraud",
    ],
    ["paused", [listed("en_US", "PAUSED"), listed("es_MX", "APPROVED")], "en_US: PAUSED: it cannot be sent"],
    [
      "flagged",
      [listed("en_US", "FLAGGED", { quality_score: { score: "RED" } }), listed("es_MX", "APPROVED")],
      "en_US: FLAGGED: its quality is low",
    ],
    [
      "disabled",
      [listed("en_US", "DISABLED"), listed("es_MX", "APPROVED")],
      "en_US: DISABLED: WhatsApp has disabled it permanently: it can be neither sent, edited nor deleted. Declare a new version",
    ],
    ["of an unknown status", [listed("en_US", "LOCKED"), listed("es_MX", "APPROVED")], "en_US: LOCKED"],
    [
      "in review for more than a day",
      [listed("en_US", "PENDING", { last_updated_time: "2020-01-01T00:00:00+0000" }), listed("es_MX", "APPROVED")],
      "en_US: PENDING for ",
    ],
    [
      "moved to MARKETING",
      [listed("en_US", "APPROVED", { category: "MARKETING" }), listed("es_MX", "APPROVED")],
      "en_US: WhatsApp chose MARKETING, the stack declares UTILITY: marketing prices and consent rules apply.",
    ],
    [
      "of bad quality",
      [listed("en_US", "APPROVED", { quality_score: { score: "RED" } }), listed("es_MX", "APPROVED")],
      "en_US: quality RED",
    ],
    [
      "about to change its category",
      [listed("en_US", "APPROVED", { correct_category: "MARKETING" }), listed("es_MX", "APPROVED")],
      "en_US: WhatsApp will change the category to MARKETING, with its prices and consent rules.",
    ],
    [
      "edited by other means",
      [
        listed("en_US", "APPROVED", {
          components: [{ type: "BODY", text: "Hello, this is another text altogether." }],
        }),
        listed("es_MX", "APPROVED"),
      ],
      "en_US: the content differs from the stack (body text): `pulumi up --refresh` applies the stack's",
    ],
  ])("ends with 2 when a template is %s", async (_, data, why) => {
    const { json, text } = await status(data);
    expect(json).toMatchObject({
      code: 2,
      result: { ok: false, attention: [expect.stringContaining(`order_shipped ${why}`)] },
    });
    expect(text.code).toBe(0);
    // The lines are wrapped at 80 columns.
    expect(text.stdout.replace(/\s+/g, " ")).toContain(`Needs attention: - order_shipped ${why}`);
  });

  it("reports another category that WhatsApp chose, and does not count it", async () => {
    const { json, text } = await status([
      listed("en_US", "APPROVED", { category: "AUTHENTICATION", quality_score: { score: "YELLOW" } }),
      listed("es_MX", "APPROVED"),
    ]);
    expect(json).toMatchObject({
      code: 0,
      result: {
        templates: [{ declaredCategory: "UTILITY", approvedCategory: "AUTHENTICATION", quality: "YELLOW" }, {}],
      },
    });
    expect(text.stdout.replace(/\s+/g, " ")).toContain(
      "Categories assigned by WhatsApp: - order_shipped en_US: WhatsApp chose AUTHENTICATION, the stack declares UTILITY",
    );
  });

  it("names one cause once, however many templates it has", async () => {
    const { json, text } = await status([]);
    expect(json.result.attention).toEqual([
      "order_shipped en_US: not created yet: run `pulumi up`",
      "order_shipped es_MX: not created yet: run `pulumi up`",
    ]);
    expect(text.stdout).toContain(
      "Needs attention:\n  - order_shipped en_US, es_MX: not created yet: run `pulumi up`\n",
    );
  });

  it("--diff shows what differs, by component and language", async () => {
    const other = "Hi {{1}}, your order is delayed and will be with you on Monday.";
    const { account, cwd, json } = await status([
      listed("en_US", "APPROVED", {
        components: [
          { type: "BODY", text: other },
          { type: "FOOTER", text: "Lucky Shrub" },
        ],
      }),
      listed("es_MX", "APPROVED"),
    ]);
    expect(json.result.templates).toMatchObject([{ content: "differs" }, { content: "as declared" }]);
    expect(json.stdout).not.toContain('"changes"');
    const shown = await account.cli(["status", "shop", "--diff"], { cwd });
    expect(shown.stdout).toContain(
      [
        "Differences in content:",
        "",
        "order_shipped en_US: body text  changed",
        "  [-only in the stack-] {+only in the account+}",
        "    Hi {{1}}, your order is [-on-]{+delayed+} [-its way -]and will be with you",
        "    [-tomorrow-]{+on Monday+}.",
        "",
        "order_shipped en_US: footer  added",
        "  the account",
        '    {"type":"FOOTER","text":"Lucky Shrub"}',
      ].join("\n"),
    );
    const { result } = await account.json(["status", "shop", "--diff"], { cwd });
    expect(result.templates).toMatchObject([
      { changes: [{ place: "body text", path: "/components/0/text", observed: other }, { place: "footer" }] },
      {},
    ]);
    expect(await account.cli(["status", "--waba", DEFAULT_WABA, "--diff"])).toMatchObject({ code: 3 });
  });

  it.each([60, 80, 200])("at %i columns: one line for each template, no word broken", async (terminal) => {
    const long = `order_shipped_with_a_name_that_is_far_too_long_for_a_terminal`;
    const { account, cwd } = await status([
      listed("en_US", "APPROVED", { category: "MARKETING", quality_score: { score: "GREEN" } }),
      { ...listed("es_MX", "PAUSED"), id: "2001", name: long },
    ]);
    const { stdout } = await account.cli(["status", "shop", "--all"], { cwd, terminal, env: { NO_COLOR: "1" } });
    const [table = ""] = stdout.split("\n\n");
    const lines = table.split("\n").filter((line) => !line.startsWith("Not shown at"));
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(terminal);
    expect(table.includes("…")).toBe(terminal <= 80);
    expect(lines[1]).toMatch(/^order_shipped +en_US +APPROVED/);
    expect(lines[2]).toMatch(/^order_shipped +es_MX +not created/);
  });

  it("does not wrap in a pipe, and honours COLUMNS", async () => {
    const { account, cwd } = await status([listed("en_US", "PAUSED"), listed("es_MX", "REJECTED")]);
    const pipe = await account.cli(["status", "shop"], { cwd });
    expect(pipe.stdout).toMatch(/^ {2}- order_shipped en_US: PAUSED: .+ while it is paused\.$/m);
    const narrow = await account.cli(["status", "shop"], { cwd, env: { COLUMNS: "50" } });
    expect(narrow.stdout.split("\n").filter((line) => line.length > 50)).toEqual([]);
  });

  it("reports a profile that was changed", async () => {
    const { account, cwd } = await status(FINE);
    await account.cli(["profile", "update", "--phone", DEFAULT_PHONE, "--about", "Other"]);
    const { code, result } = await account.json(["status", "shop", "--exit-code"], { cwd });
    expect(code).toBe(2);
    expect(result.phones).toMatchObject([{ profile: "differs", differing: ["about"] }]);
  });

  it("counts generated templates without showing them", async () => {
    const generated = {
      ...listed("en_US", "REJECTED"),
      id: "2001",
      name: "auto_generated_1",
      source: "AUTO_GENERATED",
    };
    const { json, text, account, cwd } = await status([...FINE, generated]);
    expect(json).toMatchObject({ code: 0, result: { hiddenTemplates: 0, generatedTemplates: 1, attention: [] } });
    expect(text.stdout).toContain("1 template generated by WhatsApp (Direct Send) not shown.");
    const all = await account.json(["status", "shop", "--all", "--exit-code"], { cwd });
    expect(all).toMatchObject({ code: 0, result: { generatedTemplates: 1, attention: [] } });
    expect(all.result.templates).toHaveLength(2);
  });

  it("names a declared template whose name WhatsApp has taken for a generated one", async () => {
    const { json } = await status([
      listed("en_US", "APPROVED", { source: "AUTO_GENERATED" }),
      listed("es_MX", "APPROVED"),
    ]);
    expect(json.result.attention).toEqual([expect.stringMatching(/^order_shipped en_US: WhatsApp generated/)]);
  });

  it("does not count WhatsApp's samples as undeclared; --all shows them", async () => {
    const sample = { ...listed("en_US", "APPROVED"), id: "2001", name: "hello_world" };
    const { json, text, account, cwd } = await status([...FINE, sample]);
    expect(json).toMatchObject({ code: 0, result: { hiddenTemplates: 0 } });
    expect(text.stdout).not.toMatch(/not declared|hello_world/);
    const all = await account.json(["status", "shop", "--all"], { cwd });
    expect(all.result.templates).toContainEqual(expect.objectContaining({ name: "hello_world" }));
  });

  it("shows what the stack does not declare only with --all", async () => {
    const other = { ...listed("en_US", "REJECTED"), id: "2001", name: "other" };
    const { json, text, account, cwd } = await status([...FINE, other]);
    expect(json).toMatchObject({ code: 0, result: { hiddenTemplates: 1 } });
    expect(text.stdout).toContain("1 template not declared in the stack, shown with --all.");
    const all = await account.json(["status", "shop", "--all", "--exit-code"], { cwd });
    expect(all).toMatchObject({
      code: 2,
      result: {
        hiddenTemplates: 0,
        attention: [expect.stringMatching(/^other en_US: REJECTED: WhatsApp gave no reason\. Change/)],
      },
    });
  });
});

describe("mycobot status", () => {
  it("shows all of an account, without comparing", async () => {
    const hostile = { ...listed("en_US", "APPROVED"), name: "evil\u202e\u001b[31m" };
    const { json, text } = await status([hostile], ["--waba", DEFAULT_WABA]);
    expect(json).toMatchObject({ code: 0, result: { templates: [{ status: "APPROVED" }] } });
    expect(text.stdout).toContain("evil<U+202E><U+001B>[31");
  });
});

describe("mycobot status STACK with Pulumi's state", () => {
  const prefix = "urn:pulumi:shop::shop::mycobot:index:MessagingStack$pulumi-nodejs:dynamic/mycobot:";
  const MINUTES_AGO = "2026-11-22T11:30:00Z";

  function recordedTemplate(language: "en_US" | "es_MX", outputs: object = {}, inputs: object = {}) {
    const { name, category, components } = orderBody(language);
    return {
      urn: `${prefix}Template::${name}/${language}`,
      type: "pulumi-nodejs:dynamic/mycobot:Template",
      created: "2026-10-01T00:00:00Z",
      inputs: { __provider: "x", waba: DEFAULT_WABA, name, language, category, components, ...inputs },
      outputs: { status: "APPROVED", secret: { ciphertext: "s3cr3t" }, ...outputs },
    };
  }

  /** The status of a stack with this account and this state. The account was last changed half an hour ago. */
  async function recorded(data: object[], resources: object[]) {
    const seed = JSON.parse(
      JSON.stringify({ data: data.map((each) => ({ last_updated_time: MINUTES_AGO, ...each })) }),
    );
    const account = await testAccount({ seed });
    const { folder: cwd } = await stackProject();
    await account.cli(["profile", "update", "--phone", DEFAULT_PHONE, "--about", "Fresh herbs"]);
    const clock = { now: () => Date.parse("2026-11-22T12:00:00Z"), after: () => () => undefined };
    const env = await fakePulumi(cwd, exported(resources));
    return account.json(["status", "shop"], { cwd, env, clock });
  }

  const BOTH = [listed("en_US", "APPROVED"), listed("es_MX", "APPROVED")];

  it("tells what has vanished from what was never created", async () => {
    const { result, stdout } = await recorded([], [recordedTemplate("en_US")]);
    expect(result.templates).toMatchObject([{ status: "NOT_CREATED", vanished: true }, { status: "NOT_CREATED" }]);
    expect(result.attention).toEqual([
      expect.stringMatching(/^order_shipped en_US: vanished: .*`pulumi up --refresh`/),
      "order_shipped es_MX: not created yet: run `pulumi up`",
    ]);
    expect(result.state).toEqual({ read: true });
    expect(stdout).not.toContain("s3cr3t");
  });

  it("knows the edits of ours; a create is no edit; edits by others are unknown", async () => {
    const { result } = await recorded(BOTH, [
      recordedTemplate("en_US", { edits: ["2026-11-22T06:00:00.000Z"] }),
      { ...recordedTemplate("es_MX"), created: MINUTES_AGO },
    ]);
    expect(result.templates).toMatchObject([
      { edits: { now: "no", from: "2026-11-23T06:00:00.000Z", ours: ["2026-11-22T06:00:00.000Z"] } },
      { edits: { now: "yes", ours: [] } },
    ]);
    const unknown = await recorded(BOTH, []);
    expect(unknown.result.templates).toMatchObject([{ edits: { now: "perhaps" } }, { edits: { now: "perhaps" } }]);
  });

  it("tells a change in the account from a change of the stack file", async () => {
    const other = [{ type: "BODY", text: "Hello, this is another text altogether." }];
    const { result } = await recorded(
      [listed("en_US", "APPROVED", { components: other }), listed("es_MX", "APPROVED", { components: other })],
      [recordedTemplate("en_US"), recordedTemplate("es_MX", {}, { components: other })],
    );
    expect(result.attention).toEqual([
      expect.stringMatching(
        /^order_shipped en_US: the content was changed outside Pulumi \(body text\): `pulumi up --r/,
      ),
      expect.stringMatching(
        /^order_shipped es_MX: the content differs from the stack \(body text\): `pulumi up` applies/,
      ),
    ]);
  });

  it("tells how to let go of a disabled template, and since when one is in review", async () => {
    const { result } = await recorded(
      [listed("en_US", "DISABLED"), listed("es_MX", "PENDING", { last_updated_time: "2026-11-21T09:00:00+0000" })],
      [recordedTemplate("en_US")],
    );
    expect(result.attention).toEqual([
      expect.stringContaining(`\`pulumi state delete '${prefix}Template::order_shipped/en_US'\``),
      expect.stringMatching(/^order_shipped es_MX: PENDING for 27 h: /),
    ]);
  });

  it("takes the start of a review from the state, if WhatsApp returns no time", () => {
    const body = orderBody("en_US");
    const recordedInReview = { urn: "", body, edits: [], created: undefined, pendingSince: 0 };
    const observed = { ...body, id: "1", status: "PENDING" };
    const found = templateStatus({ observed, recorded: recordedInReview, now: 25 * 3_600_000 });
    expect(found).toMatchObject({
      pendingSince: "1970-01-01T00:00:00.000Z",
      attention: [expect.stringMatching(/^PENDING for 25 h/)],
    });
    expect(templateStatus({ observed, recorded: recordedInReview, now: 23 * 3_600_000 }).attention).toEqual([]);
  });

  it("names a connection that the key no longer has", async () => {
    const gone = {
      urn: `${prefix}Connection::old`,
      type: "pulumi-nodejs:dynamic/mycobot:Connection",
      id: "conn-gone",
      outputs: { connectionId: "conn-gone", app: "whatsapp-business" },
    };
    const { result } = await recorded(BOTH, [gone]);
    expect(result.vanishedConnections).toEqual([{ key: "old", id: "conn-gone" }]);
    expect(result.attention).toEqual([expect.stringMatching(/^connection old \(conn-gone\): vanished/)]);
  });

  it("works without a state, and says so once", async () => {
    const account = await testAccount({ seed: JSON.parse(JSON.stringify({ data: [listed("en_US", "APPROVED")] })) });
    const { folder: cwd } = await stackProject();
    const { stdout } = await account.cli(["status", "shop"], { cwd });
    expect(stdout).toContain("es_MX: not created yet: run `pulumi up`");
    expect(stdout.match(/Pulumi's state was not read: no Pulumi engine found/g)).toHaveLength(1);
    const env = await fakePulumi(cwd, "echo \"error: no stack named 'shop' found\" >&2; exit 6");
    const unapplied = await account.cli(["status", "shop"], { cwd, env });
    expect(unapplied.stdout).not.toContain("was not read");
  });
});
