import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CountingProxy } from "./harness/counting-proxy.ts";
import { CONTENT_EDITS } from "./harness/edits/content-edits.ts";
import type { Content, EditKind, Hand, Outcome } from "./harness/edits/edit-kind.ts";
import { LIFE_CYCLE_EDITS } from "./harness/edits/life-cycle-edits.ts";
import {
  Console,
  type Emulator,
  emulator,
  expectSettled,
  expectUp,
  type ListedTemplate,
  WABA,
} from "./harness/scenario.ts";
import { type PreviewStep, Workspace } from "./harness/workspace.ts";

const EDITS: readonly EditKind[] = [...CONTENT_EDITS, ...LIFE_CYCLE_EDITS];
const HOUR = 3_600_000;
const square = join(import.meta.dirname, "../fixtures/media/square.png");

/** What an outcome means: the step of the preview, and how many requests `up` sends for the template. */
const MEANINGS: Readonly<Record<Outcome, { op: string; edits?: number; isRefused?: true; isDeleted?: true }>> = {
  "in place": { op: "update", edits: 1 },
  nothing: { op: "same" },
  "state only": { op: "update" },
  "refused in preview": { op: "same", isRefused: true },
  "refused in up": { op: "update", isRefused: true },
  "create refused": { op: "create", isRefused: true },
  "refused by WhatsApp": { op: "update", edits: 1, isRefused: true },
  created: { op: "create" },
  "taken over": { op: "create" },
  deleted: { op: "delete", isDeleted: true },
  replaced: { op: "same", isDeleted: true },
  replacement: { op: "replace" },
};

interface Case extends EditKind {
  /** `name/language` */
  label: string;
  outcome: Outcome;
}

function slugOf({ kind }: EditKind): string {
  return kind.replaceAll(" ", "_");
}

/** The label of `es_MX`, `_v2/en_US` or `renamed/en_US`. */
function labelOf(slug: string, key: string): string {
  if (key.startsWith("_")) return `${slug}${key}`;
  return key.includes("/") ? key : `${slug}/${key}`;
}

const CASES: readonly Case[] = EDITS.flatMap((edit) => {
  const outcomes = typeof edit.outcomes === "string" ? { en_US: edit.outcomes } : edit.outcomes;
  return Object.entries(outcomes).map(([key, outcome]) => ({ ...edit, label: labelOf(slugOf(edit), key), outcome }));
});

function isRefused({ outcomes }: EditKind): boolean {
  return typeof outcomes === "string" && MEANINGS[outcomes].isRefused === true;
}

function isRefusedInPreview({ outcomes }: EditKind): boolean {
  return outcomes === "refused in preview";
}

function templateOf(content: Content): Content {
  return { category: "UTILITY", ...("languages" in content ? content : { languages: { en_US: content } }) };
}

let account: Emulator;
let proxy: CountingProxy;
let workspace: Workspace;
let people: Console;
/** By label, before the edit. */
let before: Map<string, ListedTemplate>;

function declare(contentOf: (edit: EditKind) => Content | undefined, settings: Content = {}): Promise<void> {
  const templates = EDITS.flatMap((edit) => {
    const content = contentOf(edit);
    const key = content !== undefined && content === edit.is ? (edit.key ?? slugOf(edit)) : slugOf(edit);
    return content === undefined ? [] : [[key, templateOf(content)] as const];
  });
  return workspace.writeStack("dev", {
    account: { waba: WABA, app: "670843887433847" },
    settings,
    templates: Object.fromEntries(templates),
  });
}

async function listed(): Promise<Map<string, ListedTemplate>> {
  return new Map((await people.templates()).map((one) => [`${one.name}/${one.language}`, one]));
}

/** Templates that somebody else has created. */
async function addFound(when: "first" | "later"): Promise<void> {
  const data = EDITS.flatMap((edit) =>
    edit.found?.when === when
      ? [
          {
            name: slugOf(edit),
            language: "en_US",
            category: "UTILITY",
            status: "APPROVED",
            components: [{ type: "BODY", text: edit.found.body }],
          },
        ]
      : [],
  );
  const { status, json } = await people.call("POST", "/_emulator/templates", { data });
  expect(status, JSON.stringify(json)).toBe(200);
}

async function use(hand: "known" | "since"): Promise<void> {
  const templates = await listed();
  for (const edit of EDITS) {
    const change: Hand | undefined = edit[hand];
    if (change === undefined) continue;
    const [path, body] =
      "fields" in change
        ? [`templates/${templates.get(`${slugOf(edit)}/en_US`)?.id}`, change.fields]
        : ["review", { name: slugOf(edit), ...change }];
    const { status, json } = await people.call("POST", `/_emulator/${path}`, body);
    expect(status, JSON.stringify(json)).toBe(200);
  }
}

/** Edits in the console, one a day; the last one restores what the file declares. */
async function editInConsole(): Promise<void> {
  for (const edit of EDITS) {
    const { consoleEdits = 0 } = edit;
    for (let left = consoleEdits; left > 0; left -= 1) {
      account.clock.advance(25 * HOUR);
      const template = (await listed()).get(`${slugOf(edit)}/en_US`);
      const text = left > 1 ? `This is attempt ${left} of somebody for you.` : edit.was?.body;
      const { status, json } = await people.graph("POST", `${template?.id}`, { components: [{ type: "BODY", text }] });
      expect(status, JSON.stringify(json)).toBe(200);
    }
  }
  account.clock.advance(25 * HOUR);
}

/** Requests that name the template: edits by its id, deletions by `hsm_id`. */
function requestsFor(id: string | undefined, method: "POST" | "DELETE"): { path: string; status: number }[] {
  const pattern = method === "POST" ? new RegExp(`/${id}(\\?|$)`) : new RegExp(`hsm_id=${id}(&|$)`);
  return proxy.counted.filter((one) => one.method === method && pattern.test(one.path));
}

interface Preview {
  code: number | null;
  steps: Map<string, PreviewStep["op"]>;
  /** Texts by label. */
  said: Map<string, string[]>;
  output: string;
}

function nameIn(urn: string): string {
  return urn.split("::").at(-1) ?? "";
}

async function preview(): Promise<Preview> {
  const { code, stdout, output } = await workspace.pulumi(["preview", "--json", "-s", "dev"]);
  const parsed = JSON.parse(stdout) as {
    steps?: PreviewStep[];
    diagnostics?: { urn?: string; message: string }[];
  };
  const said = new Map<string, string[]>();
  for (const { urn = "", message } of parsed.diagnostics ?? []) {
    const label = nameIn(urn);
    said.set(label, [...(said.get(label) ?? []), message.trim().replace(/^warning: /, "")]);
  }
  return { code, steps: new Map((parsed.steps ?? []).map(({ urn, op }) => [nameIn(urn), op])), said, output };
}

beforeAll(async () => {
  account = await emulator({ rate: 0 });
  proxy = await CountingProxy.start(account.url, Number.POSITIVE_INFINITY);
  workspace = await Workspace.create(proxy.url, { MYCOBOT_RATE: "200" });
  people = new Console(account.url);
  const picture = await readFile(square);
  await workspace.write("stacks/media/square.png", picture);
  await workspace.write("stacks/media/other.png", Buffer.concat([picture, Buffer.from("another one")]));
  await workspace.init("dev");

  await addFound("first");
  await declare(({ was }) => was);
  await expectUp(workspace, "dev");
  await editInConsole();
  await declare(({ was, meanwhile }) => meanwhile ?? was);
  await expectUp(workspace, "dev");
  await listed();
  await use("known");
  const refresh = await workspace.refresh("dev");
  expect(refresh.code, refresh.output).toBe(0);
  await use("since");
  await addFound("later");
  before = await listed();
});
afterAll(async () => {
  await workspace.remove();
  await proxy.close();
  await account.close();
});

/** What is declared before the edit. */
function former({ was, meanwhile }: EditKind): Content | undefined {
  return meanwhile ?? was;
}

describe("edits of a stack", () => {
  it("are 60 kinds at least, each with a name of its own", () => {
    expect(EDITS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(EDITS.map(slugOf)).size).toBe(EDITS.length);
  });

  it("show in the preview what happens to each template, and why", async () => {
    await declare((edit) => (isRefusedInPreview(edit) ? former(edit) : edit.is));
    const { code, steps, said, output } = await preview();
    expect(code, output).toBe(0);
    const cases = CASES.filter((one) => !isRefusedInPreview(one));
    const ops = cases.map(({ label, outcome }) => [label, outcome, MEANINGS[outcome].op]);
    expect(cases.map(({ label, outcome }) => [label, outcome, steps.get(label) ?? "same"])).toEqual(ops);
    for (const { label, says, outcome } of cases) {
      const text = (said.get(label) ?? []).join("\n");
      if (says !== undefined) expect(text, label).toMatch(new RegExp(says, "m"));
      else if (outcome === "nothing" || outcome === "state only" || outcome === "created") expect(text, label).toBe("");
      else if (outcome === "in place") expect(text, label).toContain("MYCO_W_EDIT: ");
    }
  });

  it("fail the preview for the category of an approved template only", async () => {
    await declare(({ is }) => is);
    const { code, said, output } = await preview();
    expect(code, output).not.toBe(0);
    const failed = [...said.keys()].filter((label) => said.get(label)?.some((text) => text.startsWith("error: ")));
    expect(failed.length, output).toBeGreaterThan(0);
    const refused = CASES.filter(({ outcome }) => outcome === "refused in preview").map(({ label }) => label);
    expect(refused).toEqual(expect.arrayContaining(failed));
    expect(output).toMatch(
      /the category of an approved template cannot be changed \(UTILITY to MARKETING; APPROVED as of 20[^)]* UTC\)\. Declare a new version \(version: 2\).*pulumi preview --refresh/,
    );
  });

  it("are applied except for the refused ones, for which nothing is sent, and deletions wait", async () => {
    proxy.forget();
    const { code, output } = await workspace.up("dev", ["--continue-on-error"]);
    expect(code).not.toBe(0);
    const edits = CASES.map(({ label, outcome }) => [label, MEANINGS[outcome].edits ?? 0]);
    const sent = CASES.map(({ label }) => [label, requestsFor(before.get(label)?.id, "POST").length]);
    expect(sent, output).toEqual(edits);
    for (const { outcome, label } of CASES) {
      const statuses = requestsFor(before.get(label)?.id, "POST").map(({ status }) => status);
      if (outcome === "refused by WhatsApp") expect(statuses, label).toEqual([400]);
      if (outcome === "in place") expect(statuses, label).toEqual([200]);
    }
    for (const { label, fails } of CASES)
      if (fails !== undefined) expect(failureOf(output, label), label).toMatch(fails);
    expect(proxy.counted.filter(({ method }) => method === "DELETE")).toEqual([]);
    const after = await listed();
    const created = CASES.filter(({ outcome }) => outcome === "created" || outcome === "replacement").map(
      ({ label }) => label,
    );
    expect([...after.keys()].filter((label) => !before.has(label)).sort()).toEqual(created.sort());
  });

  it("leave a preview that contains the refused ones and the deletions", async () => {
    const { steps } = await previewWithout(isRefusedInPreview);
    const open = CASES.filter(
      ({ outcome }) =>
        outcome !== "refused in preview" && (MEANINGS[outcome].isRefused || MEANINGS[outcome].op === "delete"),
    );
    const changes = [...steps].filter(([label, op]) => op !== "same" && label !== "dev").map(([label]) => label);
    expect(changes.sort()).toEqual(open.map(({ label }) => label).sort());
  });

  it("without the refused ones are complete: the deletions follow, and nothing is left to do", async () => {
    proxy.forget();
    await declare((edit) => (isRefused(edit) ? former(edit) : edit.is), { adopt: "never" });
    await expectUp(workspace, "dev");
    const writes = proxy.counted.filter(({ method }) => method !== "GET");
    const deleted = CASES.filter(({ outcome }) => MEANINGS[outcome].isDeleted === true);
    for (const { label } of deleted) expect(requestsFor(before.get(label)?.id, "DELETE"), label).toHaveLength(1);
    expect(writes).toHaveLength(deleted.length);
    await expectSettled(workspace, "dev");
  });
});

function previewWithout(isLeftOut: (edit: EditKind) => boolean): Promise<Preview> {
  return declare((edit) => (isLeftOut(edit) ? former(edit) : edit.is)).then(preview);
}

/** The lines about one template in the output of `up`. */
function failureOf(output: string, label: string): string {
  return output
    .split("\n")
    .filter((line) => line.includes(`template ${label}:`))
    .join("\n");
}
