import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { CHECK_NAMES } from "../../../../src/cli/commands/doctor/checks/index.ts";
import type { EmulatorOptions } from "../../../../src/emulator/index.ts";
import {
  CONNECTION,
  DEFAULT_PHONE,
  DEFAULT_WABA,
  KEY,
  type TestAccount,
  temporaryFolder,
  testAccount,
} from "../account.ts";
import type { CliOptions } from "../run-cli.ts";

interface Check {
  name: string;
  status: string;
  message: string;
  hint?: string;
  exitCode?: number;
}

/** A Pulumi that says this version, in a PULUMI_HOME of its own. */
async function engineHome(version = "3.259.0"): Promise<string> {
  const home = await temporaryFolder();
  await mkdir(join(home, "bin"));
  await writeFile(join(home, "bin", "pulumi"), `#!/bin/sh\necho v${version}\n`);
  await chmod(join(home, "bin", "pulumi"), 0o755);
  return home;
}

const IDS = ["--waba", DEFAULT_WABA, "--phone", DEFAULT_PHONE];

async function examined(account: TestAccount, argv: readonly string[], { env, ...more }: CliOptions = {}) {
  const PULUMI_HOME = await engineHome();
  const { code, result } = await account.json(["doctor", ...argv], {
    nodeVersion: "20.19.0",
    ...more,
    env: { PATH: "/bin", PULUMI_HOME, WHATSAPP_API_VERSION: "v25.0", ...env },
  });
  const checks = result.checks as Check[];
  const first = checks.find(({ status }) => status === "failed");
  return { code, checks, first, ok: result.ok };
}

interface BadState {
  state: string;
  emulator?: EmulatorOptions;
  /** Done to the emulator before. */
  prepare?: (account: TestAccount) => Promise<unknown> | unknown;
  argv?: readonly string[];
  options?: (account: TestAccount) => CliOptions | Promise<CliOptions>;
  check: string;
  says: RegExp;
  hint: RegExp;
  code: number;
}

function env(variables: NonNullable<CliOptions["env"]>) {
  return () => ({ env: variables });
}

const BAD_STATES: readonly BadState[] = [
  {
    state: "a front that knows no connections",
    emulator: {
      faults: {
        rules: [
          {
            match: { method: "GET", path: "/connections/*" },
            // biome-ignore lint/suspicious/noThenProperty: the faults file's word
            then: { status: 404, body: "<h1>Not found</h1>", headers: { "content-type": "text/html" } },
          },
        ],
      },
    },
    options: env({ MATON_CONNECTION: "nobody" }),
    check: "gateway",
    says: /connections\/nobody answered 404 \(text\/html\)/,
    hint: /The answer does not come from the API/,
    code: 1,
  },
  {
    state: "no key",
    options: env({ MATON_API_KEY: "" }),
    check: "key",
    says: /not set/,
    hint: /maton\.ai\/settings/,
    code: 4,
  },
  {
    state: "key refused",
    options: env({ MATON_API_KEY: "k-other" }),
    check: "key",
    says: /401/,
    hint: /MATON_API_KEY/,
    code: 4,
  },
  {
    state: "line break in the key",
    options: env({ MATON_API_KEY: `${KEY}\n` }),
    check: "key",
    says: /a line break at position 11 of 11/,
    hint: /Copy the key again/,
    code: 4,
  },
  {
    state: "blank in the key",
    options: env({ MATON_API_KEY: ` ${KEY}` }),
    check: "key",
    says: /a space at position 1/,
    hint: /Copy the key again/,
    code: 4,
  },
  {
    state: "quotes around the key",
    options: env({ MATON_API_KEY: `"${KEY}"` }),
    check: "key",
    says: /The key contains quotes\./,
    hint: /Remove the quotes/,
    code: 4,
  },
  {
    state: "no connection",
    prepare: ({ cli }) => cli(["connections", "delete", CONNECTION, "--yes"]),
    check: "connection",
    says: /no connection for WhatsApp Business/,
    hint: /mycobot connections create/,
    code: 3,
  },
  {
    state: "connection PENDING",
    prepare: ({ control }) => control(`connections/${CONNECTION}`, { status: "PENDING" }),
    check: "connection",
    says: /PENDING/,
    hint: /mycobot connections open conn-shop/,
    code: 3,
  },
  {
    state: "named connection PENDING",
    prepare: ({ control }) => control(`connections/${CONNECTION}`, { status: "PENDING" }),
    argv: ["--connection", CONNECTION],
    check: "connection",
    says: /conn-shop \(--connection\) is PENDING/,
    hint: /mycobot connections open conn-shop/,
    code: 3,
  },
  {
    state: "connection FAILED",
    prepare: ({ control }) => control(`connections/${CONNECTION}`, { status: "FAILED" }),
    argv: ["--connection", CONNECTION],
    check: "connection",
    says: /is FAILED/,
    hint: /connections create/,
    code: 3,
  },
  {
    state: "unknown connection",
    options: env({ MATON_CONNECTION: "nobody" }),
    check: "connection",
    says: /MATON_CONNECTION: the key has no connection nobody/,
    hint: /conn-shop \(ACTIVE\)/,
    code: 3,
  },
  {
    state: "impossible connection id",
    argv: ["--connection", "a/b"],
    check: "connection",
    says: /"a\/b" is not a connection id/,
    hint: /letters/,
    code: 3,
  },
  {
    state: "several connections",
    emulator: { connect: "auto" },
    prepare: ({ cli }) => cli(["connections", "create"]),
    check: "connection",
    says: /several ACTIVE connections: conn-shop/,
    hint: /--connection ID/,
    code: 3,
  },
  {
    state: "connection of another app",
    emulator: { connect: "auto" },
    prepare: ({ emulator }) =>
      fetch(`${emulator.url}/connections`, {
        method: "POST",
        headers: { authorization: `Bearer ${KEY}` },
        body: '{"app":"slack"}',
      }),
    options: ({ emulator }) => env({ MATON_CONNECTION: emulator.state().connections[1]?.id })(),
    check: "connection",
    says: /for slack, not for whatsapp-business/,
    hint: /connections list/,
    code: 3,
  },
  {
    state: "dead grant",
    emulator: { faults: { switches: { deadGrant: true } } },
    check: "grant",
    says: /ACTIVE, but WhatsApp no longer accepts its grant/,
    hint: /connections create/,
    code: 1,
  },
  {
    state: "dead grant, no ids",
    emulator: { faults: { switches: { deadGrant: true } } },
    argv: [],
    check: "grant",
    says: /no longer accepts its grant/,
    hint: /connections open/,
    code: 1,
  },
  {
    state: "expired token at WhatsApp",
    emulator: {
      faults: {
        rules: [
          {
            match: { path: "/whatsapp-business/**" },
            // biome-ignore lint/suspicious/noThenProperty: the faults file's word
            then: {
              status: 401,
              body: {
                error: {
                  message: "Session has expired",
                  type: "OAuthException",
                  code: 190,
                  error_subcode: 463,
                  fbtrace_id: "Abc",
                },
              },
            },
          },
        ],
      },
    },
    check: "grant",
    says: /Session has expired/,
    hint: /connections create/,
    code: 1,
  },
  {
    state: "app name in the URL",
    options: ({ emulator }) => env({ MATON_API_URL: `${emulator.url}/whatsapp-business` })(),
    check: "app name",
    says: /MATON_API_URL ends in \/whatsapp-business/,
    hint: /scheme and host only/,
    code: 3,
  },
  {
    state: "wrong app name in the proxy's URL",
    options: ({ emulator }) => env({ MATON_GATEWAY_URL: `${emulator.url}/whatsapp` })(),
    check: "app name",
    says: /MATON_GATEWAY_URL ends in \/whatsapp/,
    hint: /scheme and host only/,
    code: 3,
  },
  {
    state: "unknown path in the proxy's URL",
    options: ({ emulator }) => env({ MATON_GATEWAY_URL: `${emulator.url}/wa` })(),
    check: "app name",
    says: /Invalid app name `wa`/,
    hint: /The name of the app is whatsapp-business/,
    code: 3,
  },
  {
    state: "unknown path in the URL",
    options: ({ emulator }) => env({ MATON_API_URL: `${emulator.url}/wa` })(),
    check: "app name",
    says: /Invalid app name `wa`/,
    hint: /The name of the app is whatsapp-business/,
    code: 3,
  },
  {
    state: "plain http",
    options: env({ MATON_API_URL: "http://gateway.example.com" }),
    check: "settings",
    says: /plain http/,
    hint: /https/,
    code: 3,
  },
  {
    state: "unusable API version",
    options: env({ WHATSAPP_API_VERSION: "21" }),
    check: "settings",
    says: /WHATSAPP_API_VERSION/,
    hint: /v23\.0/,
    code: 3,
  },
  {
    state: "no server",
    options: env({ MATON_API_URL: "http://127.0.0.1:9" }),
    check: "gateway",
    says: /refused/,
    hint: /network/,
    code: 1,
  },
  {
    state: "wrong account",
    argv: ["--waba", "5"],
    check: "account",
    says: /--waba: no WhatsApp Business account 5 is accessible/,
    hint: /WhatsApp Manager/,
    code: 3,
  },
  {
    state: "a phone number for the account",
    argv: ["--waba", DEFAULT_PHONE],
    check: "account",
    says: /is not the id of a WhatsApp Business account/,
    hint: /WhatsApp Manager/,
    code: 3,
  },
  {
    state: "wrong phone number",
    options: env({ WHATSAPP_PHONE_NUMBER_ID: "7" }),
    argv: [],
    check: "phone",
    says: /WHATSAPP_PHONE_NUMBER_ID: no phone number 7 is accessible/,
    hint: /phone-numbers list/,
    code: 3,
  },
  {
    state: "a number for its id",
    argv: ["--phone", "+1 555-0122"],
    check: "phone",
    says: /expected digits/,
    hint: /id of the phone number/,
    code: 3,
  },
  {
    state: "a phone number of another account",
    emulator: { waba: [DEFAULT_WABA, "77"], phones: [DEFAULT_PHONE, "77:88"] },
    argv: ["--waba", DEFAULT_WABA, "--phone", "88"],
    check: "phone",
    says: new RegExp(`--phone: 88 does not belong to the account ${DEFAULT_WABA}`),
    hint: new RegExp(`: ${DEFAULT_PHONE}`),
    code: 3,
  },
  {
    state: "quota of management calls exhausted",
    emulator: { faults: { switches: { callsPerHour: 1 } } },
    check: "gateway",
    says: /80008/,
    hint: /Wait|too many/i,
    code: 1,
  },
  {
    state: "lost permission",
    emulator: { faults: { switches: { lostPermission: true } } },
    check: "account",
    says: /is accessible through the connection/,
    hint: /can manage the account/,
    code: 3,
  },
  {
    state: "uploads refused",
    emulator: { uploads: "refused" },
    check: "uploads",
    says: /refused/,
    hint: /account\.app|handles/,
    code: 1,
  },
  {
    state: "API version that is not there",
    options: env({ WHATSAPP_API_VERSION: "v31.0" }),
    check: "api version",
    says: /does not recognize the version/,
    hint: /v26\.0/,
    code: 3,
  },
  {
    state: "no engine",
    options: async () => ({ env: { PULUMI_HOME: await temporaryFolder() } }),
    check: "engine",
    says: /No Pulumi engine found/,
    hint: /Install/,
    code: 3,
  },
  {
    state: "old engine",
    options: async () => ({ env: { PULUMI_HOME: await engineHome("3.99.0") } }),
    check: "engine",
    says: /3\.99\.0 .* is too old: at least 3\.248\.0/,
    hint: /Install/,
    code: 3,
  },
  {
    state: "old Node",
    options: () => ({ nodeVersion: "18.20.4" }),
    check: "node",
    says: /18\.20\.4 is too old/,
    hint: /20\.19/,
    code: 3,
  },
];

describe("mycobot doctor", () => {
  it.each(BAD_STATES)(
    "names it and ends with $code: $state",
    async ({ emulator, prepare, argv, options, check, says, hint, code }) => {
      const account = await testAccount(emulator);
      await prepare?.(account);
      const { code: ended, first, ok } = await examined(account, argv ?? IDS, await options?.(account));
      expect(first).toMatchObject({
        name: check,
        message: expect.stringMatching(says),
        hint: expect.stringMatching(hint),
      });
      expect({ ended, ok }).toEqual({ ended: code, ok: false });
    },
  );

  it("looks at everything, in its order, where all works", async () => {
    const account = await testAccount();
    const { code, checks, ok } = await examined(account, IDS);
    expect(checks.map(({ name, status }) => [name, status])).toEqual(CHECK_NAMES.map((name) => [name, "ok"]));
    expect({ code, ok }).toEqual({ code: 0, ok: true });
    expect(account.emulator.state().uploads).toMatchObject([{ received: 0 }]);
  });

  it.each([
    ["returns it", 200, { success: true, category: "UTILITY" }, "ok", /^available: mycobot template lint --live/],
    [
      "does not return it to this account",
      400,
      { error: { message: "(#100) Not enabled", type: "OAuthException", code: 100, fbtrace_id: "A" } },
      "ok",
      /^not available for this account, and not required \(.*\(#100\) Not enabled/,
    ],
    ["does not respond", 503, {}, "skipped", /503/],
  ])(
    "checks whether WhatsApp returns the category of a text, and never fails: WhatsApp %s",
    async (_, status, body, outcome, says) => {
      const answer = { status, body };
      // biome-ignore lint/suspicious/noThenProperty: the faults file's word
      const rule = { match: { method: "POST", path: "/whatsapp-business/*/*/message_samples" }, then: answer };
      const account = await testAccount({ faults: { rules: [rule] } });
      const { code, checks, ok } = await examined(account, IDS);
      expect(checks.find(({ name }) => name === "categories")).toMatchObject({
        status: outcome,
        message: expect.stringMatching(says),
      });
      expect({ code, ok }).toEqual({ code: 0, ok: true });
    },
  );

  it("skips unspecified objects, and says what to specify", async () => {
    const { code, checks } = await examined(await testAccount(), []);
    expect(checks.filter(({ status }) => status === "skipped")).toEqual([
      { name: "account", status: "skipped", message: expect.stringContaining("--waba ID") },
      { name: "phone", status: "skipped", message: expect.stringContaining("--phone ID") },
      { name: "categories", status: "skipped", message: expect.stringContaining("--waba ID") },
    ]);
    expect(code).toBe(0);
  });

  it("names one cause once: a failed check is not repeated by those that depend on it", async () => {
    const account = await testAccount();
    const { stdout } = await account.cli(["doctor", "--connection", "conn-none"], { terminal: 60 });
    const plain = stripVTControlCharacters(stdout);
    expect(plain.match(/connection/g)?.length).toBeLessThan(10);
    expect(plain.match(/^- /gm)).toHaveLength(1);
    expect(plain.replace(/\s+/g, " ")).toContain(
      "- skipped: app name, grant, account, phone, uploads, categories. Depends on a failed check: connection.",
    );
    expect(plain.split("\n").filter((line) => line.length > 60)).toEqual([]);
  });

  it("ends with the code of the first failure, and skips dependent checks", async () => {
    const { code, checks } = await examined(await testAccount(), IDS, {
      env: { MATON_API_KEY: "" },
      nodeVersion: "18.0.0",
    });
    expect(checks.filter(({ status }) => status === "failed").map(({ name }) => name)).toEqual(["key", "node"]);
    expect(checks.find(({ name }) => name === "grant")).toMatchObject({ status: "skipped", message: /key/ });
    expect(code).toBe(4);
  });

  it.each([
    ["v21.0", "2026-11-22", "warning", /ends on 2027-01-21, in 60 days/],
    ["v21.0", "2026-10-01", "ok", /until 2027-01-21/],
    ["v20.0", "2026-11-22", "warning", /ended on 2026-09-24/],
    ["v17.0", "2026-11-22", "warning", /has ended/],
    ["v26.0", "2026-11-22", "ok", /no known end/],
  ])("warns of the end of WhatsApp's API version: %s on %s", async (version, day, status, says) => {
    const account = await testAccount();
    account.emulator.clock.advance(Date.parse(day) - account.emulator.clock.now());
    const { code, checks } = await examined(account, IDS, { env: { WHATSAPP_API_VERSION: version } });
    expect(checks.find(({ name }) => name === "api version")).toMatchObject({
      status,
      message: expect.stringMatching(says),
    });
    expect(code).toBe(0);
  });

  it("warns of a wrong clock", async () => {
    const account = await testAccount();
    account.emulator.clock.advance(10 * 60_000);
    const { code, checks } = await examined(account, IDS);
    expect(checks.at(-1)).toMatchObject({ name: "clock", status: "warning", message: /10 min( 1 s)? ahead of/ });
    expect(code).toBe(0);
  });

  it("warns of uncompleted connections", async () => {
    const account = await testAccount();
    await account.cli(["connections", "create"]);
    const { code, checks } = await examined(account, IDS);
    const id = account.emulator.state().connections[1]?.id;
    expect(checks.find(({ name }) => name === "connection")).toMatchObject({
      status: "warning",
      message: expect.stringContaining(`Also PENDING: ${id}`),
    });
    expect(code).toBe(0);
  });

  it("prints a checklist of 80 columns", async () => {
    const account = await testAccount({ uploads: "refused" });
    const { code, stdout, stderr } = await account.cli(["doctor", ...IDS], {
      terminal: 80,
      env: { PULUMI_HOME: await engineHome(), NO_COLOR: "1" },
    });
    expect(stdout).toContain("\u2713 grant        WhatsApp responds through it\n");
    expect(stdout).toMatch(/^\u2717 uploads {6}An upload session was refused/m);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });

  it("does not start npm's launcher, which would download an engine", async () => {
    const folder = await temporaryFolder();
    await writeFile(
      join(folder, "pulumi"),
      "#!/usr/bin/env node\nrequire('fs').writeFileSync(__dirname + '/started', '')\n",
    );
    await chmod(join(folder, "pulumi"), 0o755);
    const { first } = await examined(await testAccount(), IDS, { env: { PATH: folder, PULUMI_HOME: folder } });
    expect(first).toMatchObject({ name: "engine", message: /No Pulumi engine found/ });
  });
});
