import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, localServer, type Respond } from "../../gateway/local-server.ts";
import { temporaryFolder } from "../account.ts";
import { type CliOptions, runCli } from "../run-cli.ts";
import { orderBody } from "../stack-project.ts";

const NAMED = {
  name: "welcome",
  language: "en_US",
  category: "MARKETING",
  parameter_format: "NAMED",
  components: [
    {
      type: "BODY",
      text: "Welcome {{first_name}}, here is what is new in the shop this week.",
      example: { body_text_named_params: [{ param_name: "first_name", example: "Ana" }] },
    },
  ],
};
const CODE = {
  name: "code",
  language: "en_US",
  category: "AUTHENTICATION",
  components: [{ type: "BODY" }, { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] }],
};

function answering(category: string): Respond {
  return (response) => json(response, 200, { success: true, category });
}

const refused: Respond = (response) =>
  json(response, 400, {
    error: { message: "(#100) Direct Send is not enabled", type: "OAuthException", code: 100, fbtrace_id: "A" },
  });

/** `mycobot template lint --live` over these bodies, against a server that answers so. */
async function live(
  respond: Respond,
  bodies: object[],
  argv: readonly string[] = [],
  { env, ...more }: CliOptions = {},
) {
  const { url, received } = await localServer(respond);
  const cwd = await temporaryFolder();
  const files = bodies.map((_, index) => `${index}.json`);
  for (const [index, body] of bodies.entries()) await writeFile(join(cwd, `${index}.json`), JSON.stringify(body));
  const done = await runCli(["template", "lint", "--live", ...argv, ...files], {
    cwd,
    env: { MATON_API_URL: url, MATON_API_KEY: "k-3kq9vz7w", MATON_CONNECTION: "c-1", WHATSAPP_WABA_ID: "7", ...env },
    ...more,
  });
  return { ...done, received };
}

describe("template lint --live", () => {
  it("asks for the category of the text as a person gets it", async () => {
    const { code, stdout, stderr, received } = await live(answering("MARKETING"), [NAMED]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "0.json: ok, no problems\n", stderr: "" });
    expect(received).toMatchObject([{ method: "POST", path: "/whatsapp-business/v23.0/7/message_samples" }]);
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({
      messaging_product: "whatsapp",
      type: "text",
      text: { body: "Welcome Ana, here is what is new in the shop this week." },
    });
  });

  it("warns of another category than the declared one", async () => {
    const { code, stdout, received } = await live(answering("MARKETING"), [orderBody("en_US"), NAMED], ["--json"]);
    expect(code).toBe(0);
    const { ok, files, live: answers } = JSON.parse(stdout);
    expect({ ok, answers }).toEqual({ ok: true, answers: { available: true } });
    expect(files).toEqual([
      {
        file: "0.json",
        ok: true,
        issues: [
          {
            severity: "warning",
            code: "category-differs",
            path: "/category",
            message: "WhatsApp's category of this text is MARKETING; the file declares UTILITY.",
            hint: expect.stringContaining("Declare MARKETING, or change the text"),
          },
        ],
      },
      { file: "1.json", ok: true, issues: [] },
    ]);
    expect(JSON.parse(received[0]?.body ?? "").text.body).toContain("Hi Ana, your order");
  });

  it("asks nothing about what breaks a rule, or has no text of its own", async () => {
    const broken = { ...orderBody("en_US"), name: "Order Shipped!" };
    const { code, received } = await live(answering("UTILITY"), [broken, CODE]);
    expect(code).toBe(3);
    expect(received).toEqual([]);
  });

  it("notes once that WhatsApp does not answer, and keeps the result", async () => {
    const bodies = [orderBody("en_US"), orderBody("es_MX"), { ...NAMED, name: "Not Good" }];
    const { code, stdout, stderr, received } = await live(refused, bodies, ["--json"]);
    expect(code).toBe(3);
    expect(received).toHaveLength(1);
    expect(stderr).toBe(
      "note: WhatsApp's categories are not available; only the rules were checked: POST …/message_samples answered 400: (#100) Direct Send is not enabled (fbtrace_id A)\n",
    );
    const { files, live: answers } = JSON.parse(stdout);
    expect(files.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, true, false]);
    expect(answers).toEqual({ available: false, reason: expect.stringContaining("not enabled") });
  });

  it("ends with the code of what is wrong on this side", async () => {
    const noKey = await live(answering("UTILITY"), [NAMED], [], { env: { MATON_API_KEY: "" } });
    expect(noKey).toMatchObject({ code: 4, stderr: expect.stringContaining("MYCO_KEY_MISSING") });
    const noAccount = await live(answering("UTILITY"), [NAMED], [], { env: { WHATSAPP_WABA_ID: "" } });
    expect(noAccount).toMatchObject({ code: 3, stderr: expect.stringContaining("--waba") });
    const unknown = await live(
      (response) => json(response, 404, { message: "Connection not found", code: 404 }),
      [NAMED],
    );
    expect(unknown.stderr).toContain("MYCO_CONNECTION_UNKNOWN");
    expect(unknown.code).toBe(3);
  });

  it("is what the ids are for", async () => {
    const { code, stderr } = await runCli(["template", "lint", "--waba", "7", "x.json"]);
    expect({ code, stderr }).toMatchObject({ code: 3, stderr: expect.stringContaining("--waba") });
    expect(stderr).toContain("--live");
  });
});
