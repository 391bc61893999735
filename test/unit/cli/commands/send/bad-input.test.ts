import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, testAccount } from "../../account.ts";
import type { CliOptions } from "../../run-cli.ts";
import { NUMBER, offline, WAMID } from "./dry-run.ts";
import { PNG } from "./png.ts";

const TO = ["--to", NUMBER];
function ROWS(count: number, from: number) {
  return Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, title: `Row ${from + index}` }));
}

const SECTIONS = [
  { title: "One", rows: ROWS(6, 0) },
  { title: "Two", rows: ROWS(5, 6) },
];
function buttons(...titles: string[]) {
  return [
    ...["buttons", "--body", "Which?", ...TO],
    ...titles.flatMap((title, index) => ["--button", `b${index}=${title}`]),
  ];
}

describe("mycobot send refuses before a request, with exit code 3", () => {
  it.each([
    {
      what: "a button title of 21 characters",
      argv: buttons("A".repeat(21)),
      says: "has 21 characters; WhatsApp allows 20",
    },
    { what: "four buttons", argv: buttons("1", "2", "3", "4"), says: "4 buttons" },
    { what: "two buttons with one title", argv: buttons("Yes", "Yes"), says: '"Yes" occurs more than once' },
    {
      what: "eleven rows over two sections",
      argv: ["list", "--body", "Which?", "--button", "Rows", "--data", JSON.stringify(SECTIONS), ...TO],
      says: "11 rows",
    },
    {
      what: "a text of 4097 characters",
      argv: ["text", "a".repeat(4097), ...TO],
      says: "has 4097 characters; WhatsApp allows 4096",
    },
    { what: "a phone number that is too short", argv: ["text", "Hi", "--to", "+49 123"], says: "has 5 digits" },
    { what: "a phone number with letters", argv: ["text", "Hi", "--to", "0800-HERBS"], says: "is not a phone number" },
    {
      what: "a caption on audio",
      argv: ["audio", "--id", "1", "--caption", "Hi", ...TO],
      says: 'audio cannot have a "caption"',
    },
    {
      what: "a caption on a sticker",
      argv: ["sticker", "--id", "1", "--caption", "Hi", ...TO],
      says: "a sticker cannot have",
    },
    { what: "a latitude of 91", argv: ["location", "--latitude", "91", "--longitude", "0", ...TO], says: "91" },
    {
      what: "a contact without a name",
      argv: ["contacts", "--number", "+16505551234", ...TO],
      says: "No contact name given",
    },
    {
      what: "a contact without a name, as data",
      argv: ["contacts", "--data", '[{"phones":[{"phone":"+16505551234"}]}]', ...TO],
      says: "contacts[0].name is missing",
    },
    { what: "an unknown language", argv: ["template", "news", "--language", "xx_XX", ...TO], says: '"xx_XX"' },
    { what: "a reaction of two emoji", argv: ["reaction", WAMID, "👍🎉", ...TO], says: "emoji" },
    { what: "a reaction without an emoji", argv: ["reaction", WAMID, ...TO], says: "No emoji given" },
    { what: "no text", argv: ["text", ...TO], says: "No text given" },
    { what: "no recipient", argv: ["text", "Hi"], says: "Required option '--to <recipient>' not specified" },
    {
      what: "media given twice",
      argv: ["image", "--id", "1", "--link", "https://example.com/a.png", ...TO],
      says: "More than one source given",
    },
    { what: "no media", argv: ["image", ...TO], says: "No source given" },
    {
      what: "two headers",
      argv: [...buttons("Yes"), "--header", "A", "--header-image", "1"],
      says: "More than one header given",
    },
    { what: "data that is no JSON", argv: ["carousel", "--body", "A", "--data", "[1,", ...TO], says: "--data:1:4" },
    {
      what: "data of another shape",
      argv: ["carousel", "--body", "A", "--data", "{}", ...TO],
      says: "--data is not a list of cards",
    },
    {
      what: "a whole message as data",
      argv: ["order-details", "--body", "A", "--data", '{"messaging_product":"whatsapp"}', ...TO],
      says: "send --file FILE",
    },
    { what: "a kind that is not one", argv: ["butons", ...TO], says: "Did you mean buttons?" },
    { what: "no kind", argv: [], says: "`mycobot send` requires --file FILE or a kind of message" },
    {
      what: "options in front of the kind",
      argv: ["--dry-run", "text", "Hi", ...TO],
      says: "--dry-run must follow the kind of message",
    },
    {
      what: "a file and a kind",
      argv: ["--file", "message.json", "text", "Hi", ...TO],
      says: "--file and text are mutually exclusive.",
    },
    {
      what: "two recipients",
      argv: ["text", "Hi", ...TO, "--to", "16505550000"],
      says: "It is given twice: a message has one recipient.",
    },
    {
      what: "numbers and names at once",
      argv: ["template", "news", "--language", "en", "--body", "a", "--param", "b=c", ...TO],
      says: "--body and --param are mutually exclusive",
    },
    {
      what: "a button without an index",
      argv: ["template", "news", "--language", "en", "--button", "code", ...TO],
      says: "INDEX=VALUE",
    },
    {
      what: "a button of an unknown kind",
      argv: ["template", "news", "--language", "en", "--button", "0:link=code", ...TO],
      says: "KIND must be one of quick_reply, url, copy_code, flow, catalog.",
    },
    {
      what: "a flow without a name",
      argv: ["flow", "--body", "A", "--button", "B", ...TO],
      says: "No flow specified",
    },
  ])("$what", async ({ argv, says }) => {
    const { code, stdout, stderr } = await offline(argv);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toMatch(/\nhint: /);
  });

  it("prints all issues as JSON", async () => {
    const { code, stderr } = await offline([...buttons("A".repeat(21), "A".repeat(21)), "--json"]);
    expect(code).toBe(3);
    const { version, error } = JSON.parse(stderr);
    expect({ version, code: error.code }).toEqual({ version: 1, code: "MYCO_MESSAGE_INVALID" });
    expect(error.issues).toContainEqual(
      expect.objectContaining({
        severity: "error",
        path: "/interactive/action/buttons/0/reply/title",
        whatsapp: { code: 131009 },
      }),
    );
    expect(error.issues.length).toBe(3);
  });

  it("prints the hint of each of several issues", async () => {
    const { stderr } = await offline(buttons("A".repeat(21), "B", "B"));
    expect(stderr).toMatch(/^error: The message was not sent: it has 2 errors\. \[MYCO_MESSAGE_INVALID\]\n/);
    expect(stderr).toMatch(/has 21 characters; WhatsApp allows 20\. Shorten it by 1\.\n/);
    expect(stderr).toMatch(/\nhint: {2}--no-validate skips the check\.\n$/);
  });

  it("names a doubtful number on stderr, and goes on", async () => {
    const { code, stderr } = await offline(["text", "Hi", "--to", "+1 555 0100200", "--dry-run"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^warning: .*numbering plan/);
  });

  it("shows it with --no-validate", async () => {
    const { code, stdout } = await offline([...buttons("A".repeat(21)), "--no-validate", "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain("A".repeat(21));
  });
});

describe("mycobot send refuses files before a request", () => {
  async function withFile(name: string, bytes: Uint8Array): Promise<CliOptions> {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, name), bytes);
    return { cwd };
  }

  it.each([
    {
      what: "a picture that is too large",
      kind: "image",
      file: "large.png",
      bytes: Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]),
      says: /"large\.png" has 5\.01 MB; WhatsApp allows 5 MB/,
    },
    {
      what: "another type by content than by name",
      kind: "image",
      file: "photo.jpg",
      bytes: Buffer.from("%PDF-1.7\n%%EOF"),
      says: /"photo\.jpg" has the extension of image\/jpeg but contains application\/pdf/,
    },
    {
      what: "a picture as a video",
      kind: "video",
      file: "dot.png",
      bytes: PNG,
      says: /"dot\.png" was declared as video but contains/,
    },
    { what: "an empty file", kind: "document", file: "empty.txt", bytes: new Uint8Array(), says: /is empty/ },
  ])("$what", async ({ kind, file, bytes, says }) => {
    const { code, stdout, stderr } = await offline([kind, file, ...TO], await withFile(file, bytes));
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr).toContain("[MYCO_MEDIA_INVALID]");
  });

  it("a file that is not there", async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "photos"));
    for (const file of ["photo.jpg", "photos"]) {
      expect(await offline(["image", file, ...TO], { cwd })).toMatchObject({
        code: 3,
        stderr: expect.stringContaining("[MYCO_MEDIA_UNREADABLE]"),
      });
    }
  });

  it("takes any type as a document", async () => {
    const options = await withFile("dot.png", PNG);
    expect(await offline(["document", "dot.png", ...TO, "--dry-run"], options)).toMatchObject({ code: 0 });
  });
});

describe("mycobot send --file", () => {
  const message = { to: "+1 (650) 555-1234", type: "text", text: { body: "Hi", new_field: [1] }, later: { a: 1 } };

  async function planned(body: unknown, more: readonly string[] = []) {
    const done = await offline(["--file", "-", "--dry-run", "--json", ...more], { stdin: JSON.stringify(body) });
    return { ...done, body: done.code === 0 ? JSON.parse(done.stdout).request.body : undefined };
  }

  it("sends the body as it is: messaging_product and the spelling of to are set", async () => {
    expect((await planned(message)).body).toEqual({ ...message, messaging_product: "whatsapp", to: NUMBER });
    expect((await planned(message, ["--to", "+1 650 555 9999"])).body).toMatchObject({ to: "16505559999" });
  });

  it("takes a read receipt, unknown keys too", async () => {
    const receipt = { status: "read", message_id: WAMID, typing_indicator: { type: "text" }, later: true };
    expect((await planned(receipt)).body).toEqual({ ...receipt, messaging_product: "whatsapp" });
  });

  it("reads a file", async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, "help"), JSON.stringify(message));
    expect(await offline(["--file", "help", "--dry-run"], { cwd })).toMatchObject({ code: 0 });
  });

  it("shows help, and sends nothing, with --help behind the file", async () => {
    const { emulator, cli } = await testAccount();
    const { code, stdout } = await cli(["send", "--file", "message.json", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: mycobot send");
    expect(emulator.state().messages).toEqual([]);
  });

  it.each([
    { what: "no object", stdin: "[]", says: "a message is an object" },
    { what: "no JSON", stdin: '{"to":', says: "stdin:1:7: Invalid JSON" },
    { what: "nothing at all", stdin: "\n", says: "Invalid JSON: the text is empty." },
    { what: "no recipient", stdin: '{"type":"text","text":{"body":"Hi"}}', says: "has no recipient" },
    { what: "an unknown type", stdin: '{"to":"16505551234","type":"txt"}', says: "Did you mean text?" },
  ])("refuses $what", async ({ stdin, says }) => {
    const { code, stderr } = await offline(["--file", "-"], { stdin });
    expect(code).toBe(3);
    expect(stderr).toContain(says);
  });
});
