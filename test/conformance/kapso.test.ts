import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, emulator, PHONE, WABA } from "../engine/harness/scenario.ts";
import { installed, runSteps, type StepResult } from "./harness/foreign-client.ts";

const NAME = "@kapso/whatsapp-cloud-api";
const PACKAGES = [`${NAME}@0.3.0`, "zod@4.6.7"];
const script = join(import.meta.dirname, "kapso", "try-all.mjs");

function npm(folder: string) {
  return ["npm", "install", "--prefix", folder, "--no-save", "--no-package-lock", "--ignore-scripts"].concat(
    ["--no-audit", "--no-fund", "--loglevel=error"],
    PACKAGES,
  );
}

const EVERYWHERE = [
  "sends text",
  "sends to a business-scoped user id",
  "sends buttons",
  "sends a list",
  "sends a call to action, a location and a contact",
  "answers a user: read, typing, reaction",
  "uploads, sends and deletes media",
  "creates, lists, sends and deletes a template",
  "gets an error for a template that does not exist",
  "reads and updates the business profile",
  "changes settings and registration",
];

describe.each([
  { where: "the address of WhatsApp", prefix: "", names: [...EVERYWHERE, "downloads media"] },
  { where: "the address of the gateway", prefix: "/whatsapp-business", names: EVERYWHERE },
])("@kapso/whatsapp-cloud-api at $where", ({ prefix, names }) => {
  let account: Emulator;
  let results: StepResult[];

  beforeAll(async () => {
    account = await emulator({ direct: true, rate: 0 });
    const folder = installed("kapso", PACKAGES.join(" "), npm);
    results = await runSteps(process.execPath, [script], {
      KAPSO_MODULE: join(folder, "node_modules", NAME, "dist", "index.js"),
      BASE_URL: account.url + prefix,
      EMULATOR_URL: account.url,
      PHONE_ID: PHONE,
      WABA_ID: WABA,
    });
  });
  afterAll(() => account?.close());

  it.each(names)("%s", (name) => {
    expect(results.find((result) => result.name === name)).toEqual({ name, ok: true });
  });

  it("runs no other steps", () => {
    expect(results).toHaveLength(names.length);
  });
});
