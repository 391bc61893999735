import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, emulator, PHONE, WABA } from "../engine/harness/scenario.ts";
import { installed, runSteps, type StepResult } from "./harness/foreign-client.ts";

const scripts = join(import.meta.dirname, "pywa");
const requirements = join(scripts, "requirements.txt");

function pip(folder: string) {
  return ["python3", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"].concat([
    "--only-binary=:all:",
    "--target",
    folder,
    "--requirement",
    requirements,
  ]);
}

let account: Emulator;
let results: StepResult[];

beforeAll(async () => {
  account = await emulator({ direct: true, rate: 0 });
  results = await runSteps("python3", [join(scripts, "try_all.py")], {
    PYTHONPATH: installed("pywa", readFileSync(requirements, "utf8"), pip),
    PYTHONDONTWRITEBYTECODE: "1",
    EMULATOR_URL: account.url,
    PHONE_ID: PHONE,
    WABA_ID: WABA,
  });
});
afterAll(() => account?.close());

describe("pywa", () => {
  it.each([
    "sends text",
    "sends buttons",
    "sends a list",
    "sends a call to action",
    "gets an error for a title that is too long",
    "sends a location, a contact and requests",
    "answers a user: read, typing, reaction, reply",
    "uploads, reads, sends, downloads and deletes media",
    "uploads and sends a file in one call",
    "creates, lists, reads, sends, updates and deletes a template",
    "gets an error for a template that does not exist",
    "creates a template with a picture",
    "reads and updates the business profile",
    "reads the phone number and the account",
    "changes settings, commerce and automation",
    "creates, reads, updates and deletes QR codes",
    "overrides callback URLs",
    "blocks and unblocks a user",
    "deregisters and registers the phone number",
  ])("%s", (name) => {
    expect(results.find((result) => result.name === name)).toEqual({ name, ok: true });
  });

  it("runs no other steps", () => {
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(results).toHaveLength(19);
  });
});
