import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { expectSettled, expectUp, PHONE, stage, WABA } from "./harness/scenario.ts";

const { account, workspace, people } = await stage({ rate: 0 }, "forms");
const picture = await readFile(join(import.meta.dirname, "../fixtures/media/square.png"));

beforeAll(async () => {
  await workspace.write("stacks/media/square.png", picture);
});

const body = "This is what we have for you today.";
const forms: Record<string, { category: string; languages: Record<string, unknown> }> = {
  text_parts: {
    category: "UTILITY",
    languages: {
      en_US: {
        header: "Your order",
        body: `${body}\n`,
        footer: "Reply STOP to opt out",
        buttons: [
          { quick_reply: "Thank you" },
          { url: { text: "Open", url: "https://example.com/{{1}}", example: "a" } },
          { phone: { text: "Call us", number: "+1 (555) 005-1310" } },
        ],
      },
    },
  },
  named: {
    category: "UTILITY",
    languages: {
      en_US: { variables: { first_name: "Ana" }, body: "Hello {{first_name}}, this is what we have for you." },
    },
  },
  positional: {
    category: "UTILITY",
    languages: {
      en_US: {
        header: "Order {{1}}",
        header_example: "A-1042",
        body: "Hello {{1}}, your order {{2}} is on its way to you.",
        examples: ["Ana", "A-1042"],
      },
    },
  },
  picture: { category: "MARKETING", languages: { en_US: { header: { image: "media/square.png" }, body } } },
  handle: {
    category: "MARKETING",
    languages: { en_US: { header: { image: { handle: "4::aW1hZ2U=:ARZ" } }, body: `${body} Again.` } },
  },
  place: { category: "UTILITY", languages: { en_US: { header: "location", body: `${body} Here.` } } },
  code: {
    category: "AUTHENTICATION",
    languages: {
      en_US: { authentication: { expires: 10, security_recommendation: true, button: { copy_code: "Copy code" } } },
    },
  },
  one_tap: {
    category: "AUTHENTICATION",
    languages: {
      en_US: {
        authentication: {
          button: {
            one_tap: {
              text: "Copy",
              autofill: "Autofill",
              apps: [{ package_name: "com.example.shop", signature_hash: "K8a/AINcGX7" }],
            },
          },
        },
      },
    },
  },
  coupon: {
    category: "MARKETING",
    languages: { en_US: { body: `${body} With a coupon.`, buttons: [{ copy_code: "HERBS25" }] } },
  },
  flow: {
    category: "UTILITY",
    languages: {
      en_US: { body: `${body} With a form.`, buttons: [{ flow: { text: "Sign up", id: "123456789012345" } }] },
    },
  },
  verbatim: {
    category: "UTILITY",
    languages: {
      en_US: {
        components: [
          { type: "body", text: `${body} Verbatim.` },
          { type: "footer", text: "Bye" },
        ],
      },
    },
  },
};

describe("every short form", () => {
  it("is created, and further previews and refreshes show no changes", async () => {
    await workspace.writeStack("forms", {
      account: { waba: WABA, app: "670843887433847" },
      templates: forms,
      profiles: { [PHONE]: { about: "Herbs", picture: "media/square.png" } },
    });
    await expectUp(workspace, "forms");
    expect(await people.names()).toEqual(
      Object.keys(forms)
        .map((name) => `${name}/en_US`)
        .sort(),
    );
    await expectSettled(workspace, "forms");
  });

  it("a file that several templates and the profile use is uploaded once", () => {
    const sessions = Object.entries(account.metrics().requests).filter(([route]) => /POST .*uploads/.test(route));
    expect(sessions.flatMap(([, byStatus]) => Object.values(byStatus)).reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it("a changed sample picture is detected, but the approved template is not edited for it", async () => {
    account.clock.advance(24 * 3_600_000);
    await workspace.write("stacks/media/square.png", Buffer.concat([picture, Buffer.from([0])]));
    const preview = await workspace.preview("forms");
    expect(preview.output).toMatch(/MYCO_W_SAMPLES_LATER: picture\/en_US: only samples changed/);
    const steps = await workspace.previewSteps("forms");
    const changed = steps.filter(({ op }) => op !== "same").map(({ urn }) => urn.split("::").at(-1));
    expect(changed).toEqual([PHONE]);
    await expectUp(workspace, "forms");
    await expectSettled(workspace, "forms");
  });
});

describe("versions", () => {
  const version = (number: number | undefined, text: string, more: Record<string, unknown> = {}) => ({
    account: { waba: WABA },
    templates: {
      sale: {
        category: "MARKETING",
        ...(number === undefined ? {} : { version: number }),
        languages: { en_US: { body: text } },
        ...more,
      },
    },
  });

  it("a new version is a second template until the old version is removed", async () => {
    await workspace.init("versions");
    await workspace.writeStack("versions", version(undefined, "Everything is cheaper this week."));
    await expectUp(workspace, "versions");
    const previous = {
      previous: { 1: { category: "MARKETING", languages: { en_US: { body: "Everything is cheaper this week." } } } },
    };
    await workspace.writeStack("versions", version(2, "Everything is half the price.", previous));
    const steps = await workspace.previewSteps("versions");
    expect(
      steps
        .filter(({ op, urn }) => op !== "same" && urn.includes("mycobot:Template"))
        .map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`)
        .sort(),
    ).toEqual(["create sale_v2/en_US"]);
    await expectUp(workspace, "versions");
    expect((await people.names()).filter((name) => name.startsWith("sale"))).toEqual(["sale/en_US", "sale_v2/en_US"]);
    const output = await workspace.pulumi(["stack", "output", "templateNames", "--json", "-s", "versions"]);
    expect(JSON.parse(output.stdout)).toEqual({ sale: "sale_v2" });
    await workspace.writeStack("versions", version(2, "Everything is half the price."));
    await expectUp(workspace, "versions");
    expect((await people.names()).filter((name) => name.startsWith("sale"))).toEqual(["sale_v2/en_US"]);
  });
});

describe("changes by WhatsApp", () => {
  it("a changed category is reported and not reverted", async () => {
    await workspace.init("flip");
    account.setFaults({ switches: { categoryFlip: true } });
    await workspace.writeStack("flip", {
      account: { waba: WABA },
      templates: {
        offer: { category: "UTILITY", languages: { en_US: { body: "Your account has an offer for you." } } },
      },
    });
    await expectUp(workspace, "flip");
    account.setFaults({});
    const resource = (await workspace.state("flip")).find(({ type }) => type.endsWith(":Template"));
    expect(resource?.outputs).toMatchObject({ category: "UTILITY", approvedCategory: "MARKETING" });
    await expectSettled(workspace, "flip");
  });

  it("a rejection does not fail the run; the state contains the reason, and only changed content is sent again", async () => {
    await workspace.init("rejected");
    const declare = (text: string) =>
      workspace.writeStack("rejected", {
        account: { waba: WABA },
        templates: { scam: { category: "MARKETING", languages: { en_US: { body: text } } } },
      });
    await declare("You have won a prize in our lottery.");
    await expectUp(workspace, "rejected");
    await people.call("POST", "/_emulator/review", { name: "scam", status: "REJECTED", reason: "SCAM" });
    await workspace.refresh("rejected");
    const resource = (await workspace.state("rejected")).find(({ type }) => type.endsWith(":Template"));
    expect(resource?.outputs).toMatchObject({ status: "REJECTED", rejectedReason: "SCAM" });
    const preview = await workspace.preview("rejected", ["--expect-no-changes"]);
    expect(preview.code, preview.output).toBe(0);
    await expectUp(workspace, "rejected", ["--expect-no-changes"]);
    const output = await workspace.pulumi(["stack", "output", "templates", "--json", "-s", "rejected"]);
    expect(JSON.parse(output.stdout)).toEqual({
      "scam/en_US": { status: "REJECTED", category: "MARKETING", rejectedReason: "SCAM" },
    });
    await declare("Our new herbs have arrived in the shop.");
    await expectUp(workspace, "rejected");
    expect((await people.templates()).find(({ name }) => name === "scam")?.status).toBe("APPROVED");
  });

  it("an edit of a template in review fails with instructions", async () => {
    await workspace.init("pending");
    const declare = (text: string) =>
      workspace.writeStack("pending", {
        account: { waba: WABA },
        templates: { slow: { category: "UTILITY", languages: { en_US: { body: text } } } },
      });
    await declare("This one is reviewed slowly.");
    await expectUp(workspace, "pending");
    await people.call("POST", "/_emulator/review", { name: "slow", status: "PENDING" });
    await declare("This one was changed too soon.");
    const up = await workspace.up("pending");
    expect(up.code).not.toBe(0);
    expect(up.output).toMatch(/slow\/en_US.*PENDING.*in review cannot be edited.*mycobot wait/s);
  });
});
