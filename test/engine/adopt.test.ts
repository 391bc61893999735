import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Emulator } from "./harness/scenario.ts";
import { expectSettled, expectUp, PHONE, stage, WABA } from "./harness/scenario.ts";
import type { Workspace } from "./harness/workspace.ts";

const published = JSON.parse(
  await readFile(join(import.meta.dirname, "../fixtures/accounts/published.json"), "utf8"),
) as { data: Record<string, unknown>[] };

const shipped = (language: string, text: string, sample: string) => ({
  name: "order_shipped",
  language,
  category: "UTILITY",
  status: "APPROVED",
  parameter_format: "NAMED",
  id: `77${language.length}${text.length}`,
  components: [{ type: "BODY", text, example: { body_text_named_params: [{ param_name: "who", example: sample }] } }],
});

const seed = {
  data: [
    ...published.data,
    shipped("de", "Guten Tag {{who}}, Ihre Bestellung ist unterwegs und kommt morgen an.", "Ana"),
    shipped("en_US", "Hello {{who}}, your order is on its way and arrives tomorrow.", "Ana"),
    {
      ...shipped("en_US", "Hi {{who}}, WhatsApp wrote this.", "Ana"),
      name: "made",
      id: "771",
      source: "AUTO_GENERATED",
    },
  ],
};

// As JSON, which a seed file is.
const { account, workspace, people } = await stage({ rate: 0, quotas: false, seed: JSON.parse(JSON.stringify(seed)) });

/** Requests that could change something. */
function writes({ metrics }: Emulator): number {
  return Object.entries(metrics().requests)
    .filter(([route]) => !route.startsWith("GET"))
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((sum, count) => sum + count, 0);
}

function mycobot(project: Workspace, ...args: string[]) {
  return project.run("node", ["dist/cli/main.js", ...args]);
}

const IMPORT = ["-y", "--generate-code=false", "--protect=false"];

describe("an account under management without one write", () => {
  it("adopt, import, preview, refresh and preview show no change", async () => {
    const profile = { messaging_product: "whatsapp", about: "Fresh herbs", websites: ["https://herbs.example"] };
    await people.graph("POST", `${PHONE}/whatsapp_business_profile`, profile);
    const before = writes(account);
    const adopt = await mycobot(
      workspace,
      "adopt",
      "--waba",
      WABA,
      "--out",
      "stacks/shop.yaml",
      "--import-file",
      "import.json",
    );
    expect(adopt.code, adopt.output).toBe(0);
    expect(adopt.output).toMatch(/25 templates, 1 profile/);
    await workspace.init("shop");
    const imported = await workspace.pulumi(["import", "-s", "shop", "-f", "import.json", ...IMPORT]);
    expect(imported.code, imported.output).toBe(0);
    await expectSettled(workspace, "shop");
    expect(writes(account)).toBe(before);
    const state = await workspace.state("shop");
    expect(state.filter(({ type }) => type.endsWith(":Template"))).toHaveLength(25);
    // Nothing is left for the first up, either.
    expect(await expectUp(workspace, "shop")).toMatch(/unchanged/);
    expect(writes(account)).toBe(before);
  });

  it("adopt --into adds a new template to the file and leaves its text as it is", async () => {
    const file = join(workspace.folder, "stacks/shop.yaml");
    const text = `${await readFile(file, "utf8")}# The end.\n`;
    await writeFile(file, text);
    await people.graph("POST", `${WABA}/message_templates`, {
      name: "order_shipped",
      language: "fr",
      category: "UTILITY",
      components: [{ type: "BODY", text: "Votre commande est en route, elle arrivera demain matin." }],
    });
    const before = writes(account);
    const adopt = await mycobot(workspace, "adopt", "--into", "shop", "--import-file", "more.json");
    expect(adopt.code, adopt.output).toBe(0);
    const french = "      fr:\n        body: Votre commande est en route, elle arrivera demain matin.\n";
    const place = text.indexOf("  order_update:\n");
    expect(await readFile(file, "utf8")).toBe(text.slice(0, place) + french + text.slice(place));
    const imported = await workspace.pulumi(["import", "-s", "shop", "-f", "more.json", ...IMPORT]);
    expect(imported.code, imported.output).toBe(0);
    const steps = (await workspace.previewSteps("shop")).filter(({ op }) => op !== "same");
    expect(steps.map(({ op, urn }) => `${op} ${urn.split("::").at(-2)?.split(":").at(-1)}`)).toEqual([
      "update Inventory",
    ]);
    await expectUp(workspace, "shop");
    await expectSettled(workspace, "shop");
    expect(writes(account)).toBe(before);
  });
});
