import { beforeAll, expect, it } from "vitest";
import { expectSettled, expectUp, PHONE, stage, WABA } from "./harness/scenario.ts";

const { workspace, people } = await stage({ rate: 0 }, "dev");

beforeAll(async () => {
  await people.graph("POST", `${PHONE}/whatsapp_business_profile`, {
    messaging_product: "whatsapp",
    description: "Written in the console",
    about: "Old",
  });
});

function declare(profile: Record<string, unknown>) {
  return workspace.writeStack("dev", {
    account: { waba: WABA },
    settings: { allowEmpty: true },
    profiles: { [PHONE]: profile },
  });
}

it("only declared fields are written; the others are unchanged", async () => {
  await declare({
    about: "Fresh herbs, delivered",
    email: "hello@example.com",
    websites: ["https://example.com"],
    vertical: "RETAIL",
  });
  await expectUp(workspace, "dev");
  expect(await people.profile()).toMatchObject({
    about: "Fresh herbs, delivered",
    email: "hello@example.com",
    description: "Written in the console",
    vertical: "RETAIL",
    websites: ["https://example.com/"],
  });
  await expectSettled(workspace, "dev");
});

it("only a changed field is sent", async () => {
  await declare({
    about: "Herbs at your door",
    email: "hello@example.com",
    websites: ["https://example.com"],
    vertical: "RETAIL",
  });
  const steps = await workspace.previewSteps("dev");
  const step = steps.find(({ urn }) => urn.includes("BusinessProfile"));
  expect(Object.keys(step?.detailedDiff ?? {})).toEqual(["about"]);
  await expectUp(workspace, "dev");
  expect(await people.profile()).toMatchObject({ about: "Herbs at your door", description: "Written in the console" });
});

it("drift is shown per field and reverted", async () => {
  await people.graph("POST", `${PHONE}/whatsapp_business_profile`, {
    messaging_product: "whatsapp",
    email: "other@example.com",
  });
  const preview = await workspace.preview("dev", ["--refresh"]);
  expect(preview.output).toMatch(/email\s*:\s*"other@example.com" => "hello@example.com"/);
  await expectUp(workspace, "dev", ["--refresh"]);
  expect(await people.profile()).toMatchObject({ email: "hello@example.com" });
  await expectSettled(workspace, "dev");
});

it("a field that is removed from the file is unchanged in the account", async () => {
  await declare({ about: "Herbs at your door", websites: ["https://example.com"] });
  await expectUp(workspace, "dev");
  expect(await people.profile()).toMatchObject({ email: "hello@example.com", vertical: "RETAIL" });
  await expectSettled(workspace, "dev");
});

it("empty values clear the fields that can be cleared", async () => {
  await declare({ about: "Herbs at your door", websites: [], email: "" });
  await expectUp(workspace, "dev");
  const profile = await people.profile();
  expect(profile.websites ?? []).toEqual([]);
  expect(profile.email ?? "").toBe("");
  await expectSettled(workspace, "dev");
});

it("onRemove: retain keeps all fields; clear empties the declared fields that can be cleared", async () => {
  const destroyed = await workspace.destroy("dev");
  expect(destroyed.code, destroyed.output).toBe(0);
  expect(await people.profile()).toMatchObject({ about: "Herbs at your door", description: "Written in the console" });

  await declare({
    about: "Herbs at your door",
    email: "hello@example.com",
    description: "Ours now",
    onRemove: "clear",
  });
  await expectUp(workspace, "dev");
  const cleared = await workspace.destroy("dev");
  expect(cleared.code, cleared.output).toBe(0);
  const profile = await people.profile();
  expect(profile.about).toBe("Herbs at your door");
  expect([profile.email ?? "", profile.description ?? ""]).toEqual(["", ""]);
});
