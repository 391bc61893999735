import { describe, expect, it } from "vitest";
import { expectUp, stage, textStack } from "./harness/scenario.ts";
import type { RunOptions, StateResource } from "./harness/workspace.ts";

const { account, workspace, people } = await stage({ rate: 0 }, "dev");

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.now();

/** `2026-11-24 10:00 UTC` */
function shown(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function ago(milliseconds: number): string {
  return new Date(start - milliseconds).toISOString();
}

const asOf = start - 2 * HOUR;
const NAMES = ["plain", "today", "monthly", "waiting", "rejected", "fixed", "gone", "moved"];

/** A text per name, and another one for the names in `edited`. */
function texts(edited: readonly string[] = [], names: readonly string[] = NAMES): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, `This message about ${name} is ${edited.includes(name) ? "new" : "known"} to you.`]),
  );
}

function writes(): number {
  return Object.entries(account.metrics().requests)
    .filter(([route]) => !route.startsWith("GET "))
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((sum, count) => sum + count, 0);
}

interface Spoken {
  code: number | null;
  /** Diagnostics by the name of their resource. */
  said: (label: string) => string;
  output: string;
  ops: Record<string, string>;
}

function nameIn(urn = ""): string {
  return urn.split("::").at(-1) ?? "";
}

async function preview(args: readonly string[] = [], options: RunOptions = {}): Promise<Spoken> {
  const { code, stdout, output } = await workspace.pulumi(["preview", "--json", "-s", "dev", ...args], options);
  const { diagnostics = [], steps = [] } = JSON.parse(stdout) as {
    diagnostics?: { urn?: string; message: string }[];
    steps?: { urn: string; op: string }[];
  };
  const said = (label: string) =>
    diagnostics
      .filter(({ urn }) => nameIn(urn) === label)
      .map(({ message }) => message.trim().replace(/^warning: /, ""))
      .join("\n");
  return { code, said, output, ops: Object.fromEntries(steps.map(({ urn, op }) => [nameIn(urn), op])) };
}

/** Without a key and without a request. */
async function previewFromState(): Promise<Spoken> {
  const before = account.metrics().total;
  const result = await preview([], { env: { MATON_API_KEY: "" } });
  expect(account.metrics().total).toBe(before);
  return result;
}

/** A plain refresh never fails, whatever the preview says. */
async function expectRefreshes(): Promise<void> {
  const refresh = await workspace.refresh("dev");
  expect(refresh.code, refresh.output).toBe(0);
}

/** Changes the recorded state, as if time had passed. */
async function rewriteState(change: (resource: StateResource) => void): Promise<void> {
  const { stdout } = await workspace.pulumi(["stack", "export", "-s", "dev"]);
  const state = JSON.parse(stdout) as { deployment: { resources: StateResource[] } };
  for (const resource of state.deployment.resources) change(resource);
  await workspace.write("state.json", JSON.stringify(state));
  const imported = await workspace.pulumi(["stack", "import", "-s", "dev", "--file", "state.json"]);
  expect(imported.code, imported.output).toBe(0);
}

/** Facts that time would bring about, by template. */
const PAST: Readonly<Record<string, Record<string, unknown>>> = {
  today: { edits: [ago(5 * HOUR)] },
  monthly: { edits: Array.from({ length: 3 }, (_, i) => ago((12 - 4 * i) * DAY)) },
  waiting: { pendingSince: ago(3 * DAY) },
};

describe("the preview says what an edit means", () => {
  const edited = ["plain", "today", "monthly", "waiting", "rejected"];

  it("from the state, with its age and without a request", async () => {
    await workspace.writeStack("dev", textStack(texts()));
    await expectUp(workspace, "dev");
    await people.templates();
    await people.call("POST", "/_emulator/review", { name: "waiting", status: "PENDING" });
    await people.call("POST", "/_emulator/review", { name: "rejected", status: "REJECTED", reason: "PROMOTIONAL" });
    await expectRefreshes();
    await rewriteState(({ urn, outputs }) => {
      if (outputs !== undefined && urn.includes(":Template::")) {
        Object.assign(outputs, { asOf: new Date(asOf).toISOString() }, PAST[nameIn(urn).split("/")[0] ?? ""]);
      }
    });
    const { gone: _, moved = "", ...rest } = texts(edited);
    await workspace.writeStack("dev", textStack({ ...rest, moved_house: moved }));
    const { code, said, output } = await previewFromState();
    expect(code, output).toBe(0);
    const review =
      "the edit sends it back to review. While it is PENDING it may not be sendable at all: to keep sending, declare a new version (version: 2).";
    expect(said("plain/en_US")).toContain(
      `MYCO_W_EDIT: plain/en_US: ${review} It uses the edit of the day, 1 of 10 in 30 days; the next one is possible after `,
    );
    expect(said("plain/en_US")).toContain(`(APPROVED as of ${shown(asOf)})`);
    expect(said("monthly/en_US")).toContain("It uses the edit of the day, 4 of 10 in 30 days");
    expect(said("today/en_US")).toContain(
      `MYCO_W_EDIT_REFUSED: today/en_US: up will not edit it: its last edit was at ${shown(start - 5 * HOUR)}, 1 of 10 edits in 30 days`,
    );
    expect(said("today/en_US")).toContain(`Next edit possible at ${shown(start + 19 * HOUR)}`);
    expect(said("today/en_US")).toContain("pulumi preview --refresh");
    expect(said("waiting/en_US")).toContain(
      `it is PENDING since ${shown(start - 3 * DAY)} (as of ${shown(asOf)}), and a template in review cannot be edited. Run 'mycobot wait'`,
    );
    expect(said("rejected/en_US")).toContain(
      `WhatsApp rejected it (PROMOTIONAL); the new content is submitted for review again. (REJECTED as of ${shown(asOf)})`,
    );
    expect(said("fixed/en_US")).toBe("");
    expect(said("gone/en_US")).toMatch(
      /^MYCO_W_DELETION: gone\/en_US is deleted from the account: .*locked for about 30 days\.$/,
    );
    expect(said("moved/en_US")).toMatch(
      /^MYCO_W_RENAME: moved\/en_US becomes moved_house\/en_US: WhatsApp cannot rename/,
    );
  });

  it("with --refresh from the account, where it also sees what is taken over", async () => {
    await people.call("POST", "/_emulator/review", { name: "waiting", status: "APPROVED" });
    await people.call("POST", "/_emulator/review", { name: "plain", status: "PENDING" });
    const found = (name: string, text: string) => ({
      name,
      language: "en_US",
      category: "UTILITY",
      status: "APPROVED",
      components: [{ type: "BODY", text }],
    });
    const { found_equal = "", found_other = "" } = texts([], ["found_equal", "found_other"]);
    await people.call("POST", "/_emulator/templates", {
      data: [found("found_equal", found_equal), found("found_other", "This is somebody else's message for you.")],
    });
    await workspace.writeStack("dev", textStack({ ...texts(edited), found_equal, found_other }));
    expect((await previewFromState()).said("found_equal/en_US")).toBe("");
    const { code, said, output } = await preview(["--refresh"]);
    expect(code, output).toBe(0);
    const minute = new Date().toISOString().slice(0, 13).replace("T", " ");
    expect(said("waiting/en_US")).toContain(`MYCO_W_EDIT: waiting/en_US: the edit sends it back to review`);
    expect(said("waiting/en_US")).toContain(`(APPROVED as of ${minute}`);
    expect(said("plain/en_US")).toContain("MYCO_W_EDIT_REFUSED: plain/en_US: up will not edit it: it is PENDING since");
    expect(said("found_equal/en_US")).toMatch(
      /^MYCO_W_TAKE_OVER: found_equal\/en_US already exists in the account \(id \d+, APPROVED\): up takes it over and sends nothing \(adopt: matching\)\.$/,
    );
    expect(said("found_other/en_US")).toMatch(
      /up refuses to take it over, because it differs from the declaration in \/components\/0\/text/,
    );
    await expectRefreshes();
  });
});

describe("the category of an approved template", () => {
  const changed = () => {
    const { gone: _, ...rest } = texts(["monthly"]);
    const stack = textStack(rest);
    Object.assign((stack.templates as Record<string, object>).fixed ?? {}, { category: "MARKETING" });
    return stack;
  };

  it("fails the preview, with the age of the state, the choices and --refresh", async () => {
    await workspace.writeStack("dev", changed());
    const { code, output } = await previewFromState();
    expect(code).not.toBe(0);
    expect(output).toMatch(
      /template fixed\/en_US: the category of an approved template cannot be changed \(UTILITY to MARKETING; APPROVED as of [^)]*UTC\)\. Declare a new version \(version: 2\) and move the old content to previous, or restore category: UTILITY\. To look at the account first: pulumi preview --refresh\./,
    );
    await expectRefreshes();
  });

  it("fails up: nothing is sent for it and nothing is deleted, and with --continue-on-error the others are applied", async () => {
    for (const args of [[], ["--continue-on-error"]]) {
      const up = await workspace.up("dev", args);
      expect(up.code, up.output).not.toBe(0);
      expect(up.output).toContain(
        "template fixed/en_US: the category of an approved template cannot be changed (UTILITY to MARKETING)",
      );
      expect(await people.names()).toContain("gone/en_US");
    }
    const templates = await people.templates();
    expect(templates.find(({ name }) => name === "fixed")).toMatchObject({ category: "UTILITY", status: "APPROVED" });
    expect(JSON.stringify(templates)).toContain(texts(["monthly"]).monthly);
    await expectRefreshes();
  });
});

describe("a name that was deleted", () => {
  it("is refused in preview and in up, with the date and the choices, and sends nothing", async () => {
    const { gone: _, ...rest } = texts(["monthly"]);
    await workspace.writeStack("dev", textStack(rest));
    await expectUp(workspace, "dev");
    expect(await people.names()).not.toContain("gone/en_US");
    await workspace.writeStack("dev", textStack(texts(["monthly"])));
    const before = writes();
    const day = (time: number) => new Date(time).toISOString().slice(0, 10);
    const { code, output } = await previewFromState();
    expect(code).not.toBe(0);
    expect(output).toContain(
      `gone/en_US was deleted on ${day(start)}, and WhatsApp locks the name gone in en_US for about 30 days, until ${day(start + 30 * DAY)}. Declare a new version (version: 2), use another name, or wait. If the template exists in the account again, run once with --refresh.`,
    );
    const up = await workspace.up("dev", ["--continue-on-error"]);
    expect(up.code).not.toBe(0);
    expect(writes()).toBe(before);
    await expectRefreshes();
  });

  it("is accepted with --refresh once the account has it again", async () => {
    await people.call("POST", "/_emulator/templates", {
      data: [
        {
          name: "gone",
          language: "en_US",
          category: "UTILITY",
          status: "APPROVED",
          components: [{ type: "BODY", text: texts().gone }],
        },
      ],
    });
    const { code, said, output } = await preview(["--refresh"]);
    expect(code, output).toBe(0);
    expect(said("gone/en_US")).toContain("MYCO_W_TAKE_OVER");
  });
});

it("more creates than an hour allows are forecast", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 101 }, (_, i) => [`notice_${i}`, `This is notice ${i} for you.`]),
  );
  await workspace.writeStack(
    "dev",
    textStack({
      ...texts(
        ["monthly"],
        NAMES.filter((name) => name !== "gone"),
      ),
      ...many,
    }),
  );
  const { code, output } = await previewFromState();
  expect(code, output.slice(0, 2000)).toBe(0);
  expect(output).toContain(
    "MYCO_W_FORECAST: This run creates 101 templates, and WhatsApp accepts 100 creates per hour and account",
  );
});
