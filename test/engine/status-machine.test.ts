import { describe, expect, it } from "vitest";
import { expectUp, type ListedTemplate, stage, WABA } from "./harness/scenario.ts";

const { account, workspace, people } = await stage({ rate: 0 }, "dev");

/** What the account says about a template that is declared unchanged, and what the run says about it. */
const REPORTS: Readonly<Record<string, RegExp>> = {
  APPROVED: /^$/,
  PENDING: /^MYCO_W_IN_REVIEW: .*cannot be sent until WhatsApp approves it/,
  REJECTED:
    /^MYCO_W_REJECTED: .*WhatsApp rejected it \(reason: INVALID_FORMAT\)\. It is submitted again when its content changes\.$/,
  PAUSED: /^MYCO_W_STATUS: .*is PAUSED: it cannot be sent, because of low quality/,
  DISABLED: /^MYCO_W_STATUS: .*is DISABLED: .*neither sent, edited nor deleted\. Declare a new version/,
  IN_APPEAL: /^MYCO_W_STATUS: .*is IN_APPEAL: /,
  PENDING_DELETION: /^MYCO_W_STATUS: .*is PENDING_DELETION: .*being deleted.*Declare a new version/,
  LIMIT_EXCEEDED: /^MYCO_W_STATUS: .*is LIMIT_EXCEEDED: /,
  ARCHIVED: /^MYCO_W_STATUS: .*is ARCHIVED: .*Unarchive it/,
};

function nameOf(status: string): string {
  return `status_${status.toLowerCase()}`;
}

interface Texts {
  header: string;
  body: string;
  footer: string;
  button: string;
}

const ENGLISH: Texts = {
  header: "Hello",
  body: "Your table is ready for you.",
  footer: "The herb shop",
  button: "Coming",
};
const SPANISH: Texts = { header: "Hola", body: "Tu mesa está lista para ti.", footer: "La tienda", button: "Ya voy" };

function language({ header, body, footer, button }: Texts) {
  return { header, body, footer, buttons: [{ quick_reply: button }] };
}

function stack() {
  const body = (about: string) => ({
    category: "UTILITY",
    languages: { en_US: { body: `This is about ${about} for you.` } },
  });
  const named = [...Object.keys(REPORTS).map(nameOf), "category", "quality", "vanishing"];
  return {
    account: { waba: WABA },
    templates: {
      ...Object.fromEntries(named.map((name) => [name, body(name)])),
      table: { category: "UTILITY", languages: { en_US: language(ENGLISH), es_MX: language(SPANISH) } },
    },
  };
}

async function overwrite(label: string, fields: Record<string, unknown>): Promise<void> {
  const { status, json } = await people.call("POST", `/_emulator/templates/${(await find(label)).id}`, fields);
  expect(status, JSON.stringify(json)).toBe(200);
}

async function find(label: string): Promise<ListedTemplate> {
  const found = (await people.templates()).find(({ name, language }) => `${name}/${language}` === label);
  if (found === undefined) throw new RangeError(`the account has no ${label}`);
  return found;
}

function writes(): number {
  return Object.entries(account.metrics().requests)
    .filter(([route]) => !route.startsWith("GET "))
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((sum, count) => sum + count, 0);
}

describe("what WhatsApp does by itself", () => {
  it("is no change: the nightly preview with --refresh --expect-no-changes passes, and says what cannot be sent", async () => {
    await workspace.writeStack("dev", stack());
    await expectUp(workspace, "dev");
    await people.templates();
    for (const status of Object.keys(REPORTS)) {
      await people.call("POST", "/_emulator/review", { name: nameOf(status), status });
    }
    await overwrite("category/en_US", { category: "MARKETING", previous_category: "UTILITY" });
    await overwrite("quality/en_US", { asked: { quality_score: { score: "RED", date: 1_764_000_000 } } });
    const args = ["preview", "--json", "--refresh", "--expect-no-changes", "-s", "dev"];
    const { code, stdout, output } = await workspace.pulumi(args);
    expect(code, output).toBe(0);
    const { diagnostics = [] } = JSON.parse(stdout) as { diagnostics?: { urn?: string; message: string }[] };
    const said = (label: string) =>
      diagnostics
        .filter(({ urn = "" }) => urn.endsWith(`::${label}`))
        .map(({ message }) => message.trim().replace(/^warning: /, ""))
        .join("\n");
    for (const [status, text] of Object.entries(REPORTS)) expect(said(`${nameOf(status)}/en_US`), status).toMatch(text);
    expect(said("category/en_US")).toMatch(
      /^MYCO_W_CATEGORY_CHANGED: .*declared as UTILITY, but WhatsApp assigned MARKETING/,
    );
    expect(said("quality/en_US")).toBe("");
  });

  it("sends nothing in up, and its outputs have it", async () => {
    const before = writes();
    await expectUp(workspace, "dev", ["--refresh"]);
    expect(writes()).toBe(before);
    const outputs = new Map((await workspace.state("dev")).map(({ outputs: of }) => [`${of?.name}`, of] as const));
    for (const status of Object.keys(REPORTS)) expect(outputs.get(nameOf(status))).toMatchObject({ status });
    expect(outputs.get("category")).toMatchObject({ category: "UTILITY", approvedCategory: "MARKETING" });
    expect(outputs.get("quality")).toMatchObject({ quality: "RED" });
  });
});

describe("what somebody does in the console", () => {
  it("is shown as old and new text, by component and language, and up reverts it", async () => {
    await overwrite("table/en_US", {
      components: [
        { type: "HEADER", format: "TEXT", text: "Good evening" },
        { type: "BODY", text: "Your room is ready for you." },
        { type: "FOOTER", text: "The hotel" },
        { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Thanks" }] },
      ],
    });
    const spanish = await find("table/es_MX");
    const preview = await workspace.preview("dev", ["--refresh", "--expect-no-changes"]);
    expect(preview.code).not.toBe(0);
    for (const [there, declared] of [
      ["Good evening", ENGLISH.header],
      ["Your room is ready for you.", ENGLISH.body],
      ["The hotel", ENGLISH.footer],
      ["Thanks", ENGLISH.button],
    ]) {
      expect(preview.output).toContain(`"${there}" => "${declared}"`);
    }
    expect(preview.output).not.toContain(SPANISH.body);
    const before = writes();
    await expectUp(workspace, "dev", ["--refresh"]);
    expect(writes()).toBe(before + 1);
    const [header, body] = (await find("table/en_US")).components;
    expect([header?.text, body?.text]).toEqual([ENGLISH.header, ENGLISH.body]);
    expect(await find("table/es_MX")).toEqual(spanish);
  });

  it("a template that vanished is created again", async () => {
    await people.call("DELETE", `/_emulator/templates/${(await find("vanishing/en_US")).id}`);
    const preview = await workspace.preview("dev", ["--refresh", "--expect-no-changes"]);
    expect(preview.code).not.toBe(0);
    expect(preview.output).toMatch(
      /\+ pulumi-nodejs:dynamic\/mycobot:Template: \(create\)\s+\[urn=[^\]]*::vanishing\/en_US\]/,
    );
    const before = writes();
    await expectUp(workspace, "dev", ["--refresh"]);
    expect(writes()).toBe(before + 1);
    expect((await find("vanishing/en_US")).name).toBe("vanishing");
  });
});
