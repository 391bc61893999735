import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Switches } from "../../../src/emulator/faults/schema.ts";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { type Answer, errorOf, Gateway, textTemplate, WABA, withBody, withButtons } from "./gateway-client.ts";
import { FILES } from "./media-files.ts";
import { authentication, body, otp } from "./refused-templates.ts";

const EDGE = `${WABA}/message_templates`;

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

async function approved(changes: JsonObject = {}): Promise<string> {
  const id = await gateway.created(textTemplate(changes));
  await gateway.graph("GET", id);
  return id;
}

async function deleted(): Promise<void> {
  await gateway.graph("DELETE", `${EDGE}?name=parcel_sent&hsm_id=${await approved()}`);
}

async function uploadedHandle(bytes: Buffer, type: string): Promise<string> {
  const query = `file_name=sample&file_length=${bytes.length}&file_type=${encodeURIComponent(type)}`;
  const { id } = (await gateway.graph("POST", `app/uploads?${query}`)).json;
  const response = await fetch(`${gateway.emulator.url}/whatsapp-business/v21.0/${String(id)}`, {
    method: "POST",
    headers: { authorization: "Bearer k", file_offset: "0", "content-type": "application/octet-stream" },
    body: new Uint8Array(bytes),
  });
  return String(((await response.json()) as JsonObject).h);
}

const create = (sent: JsonObject) => () => gateway.create(sent);
const header = (fields: JsonObject) => textTemplate({ components: [{ type: "HEADER", ...fields }, body] });

interface Row {
  code?: number;
  subcode?: number;
  /** `error_user_title`, or a part of `message` where the API has no title. */
  says: RegExp;
  switches?: Partial<Switches>;
  request: () => Promise<Answer>;
}

/** The errors of the template API, with one request that leads to each. */
const ROWS: readonly Row[] = [
  {
    subcode: 2388019,
    says: /limit exceeded/,
    switches: { templateLimit: 1 },
    request: async () => {
      await approved();
      return gateway.create(textTemplate({ language: "de" }));
    },
  },
  {
    subcode: 2388023,
    says: /being deleted/,
    request: async () => {
      await deleted();
      return gateway.create(textTemplate());
    },
  },
  {
    subcode: 2388024,
    says: /Content in This Language Already Exists/,
    request: async () => {
      await approved();
      return gateway.create(textTemplate());
    },
  },
  {
    subcode: 2388025,
    says: /category can't be changed/,
    request: async () => {
      await deleted();
      return gateway.create(textTemplate({ category: "MARKETING" }));
    },
  },
  {
    subcode: 2388027,
    says: /maximum one product catalogue/,
    request: async () => {
      await gateway.graph("POST", `${WABA}/product_catalogs`, { catalog_id: "1" });
      return gateway.graph("POST", `${WABA}/product_catalogs`, { catalog_id: "2" });
    },
  },
  {
    subcode: 2388039,
    says: /status can't be changed/,
    request: async () => gateway.graph("POST", await gateway.created(textTemplate()), { components: [body] }),
  },
  { subcode: 2388040, says: /Character limit/, request: create(withBody("a".repeat(1025))) },
  {
    subcode: 2388042,
    says: /unexpected field/,
    request: create(authentication({ type: "BODY", text: "Your code is {{1}} today" }, otp)),
  },
  { subcode: 2388043, says: /missing expected field/, request: create(withBody("It costs {{1}} for all of it")) },
  { subcode: 2388046, says: /Name Format is Incorrect/, request: create(textTemplate({ name: "Parcel" })) },
  { subcode: 2388047, says: /header format/, request: create(header({ format: "TEXT", text: "*Big* news" })) },
  { subcode: 2388049, says: /Language/, request: create(textTemplate({ language: "en-US" })) },
  { subcode: 2388050, says: /Button/, request: create(withButtons({ type: "PHONE_NUMBER", text: "Call" })) },
  {
    subcode: 2388052,
    says: /Button URL/,
    request: create(withButtons({ type: "URL", text: "See", url: "https://example.com/{{1}}/x", example: ["a"] })),
  },
  {
    subcode: 2388060,
    says: /Button format is incorrect/,
    request: create(withButtons({ type: "QUICK_REPLY", text: "Fine 👍" })),
  },
  { subcode: 2388072, says: /body format/, request: create(withBody("One\n\n\ntwo")) },
  {
    subcode: 2388073,
    says: /footer format/,
    request: create(textTemplate({ components: [body, { type: "FOOTER", text: "Bye\nnow" }] })),
  },
  {
    subcode: 2388084,
    says: /file type not supported/,
    request: async () => {
      const handle = await uploadedHandle(FILES.pdf(), "application/pdf");
      return gateway.create(header({ format: "IMAGE", example: { header_handle: [handle] } }));
    },
  },
  { subcode: 2388155, says: /sample template/, request: create(textTemplate({ name: "hello_world" })) },
  {
    subcode: 2388185,
    says: /verified business/,
    switches: { unverifiedBusiness: true },
    request: create(authentication({ type: "BODY" }, otp)),
  },
  {
    subcode: 2388293,
    says: /words ratio/,
    request: create(withBody("Dear {{1}} take {{2}} with you", { body_text: [["Ana", "it"]] })),
  },
  {
    subcode: 2388299,
    says: /Leading or trailing params/,
    request: create(withBody("{{1}}, your parcel has left our house", { body_text: [["Ana"]] })),
  },
  {
    code: 192,
    says: /^\(#192\) Param components\[1\]\['buttons'\]\[0\]\['phone_number'\] is not a valid phone number\.$/,
    request: create(withButtons({ type: "PHONE_NUMBER", text: "Call", phone_number: "call me" })),
  },
  {
    says: /^\(#100\) Param category must be one of \{AUTHENTICATION, MARKETING, UTILITY\} - got "NEWS"\.$/,
    request: create(textTemplate({ category: "NEWS" })),
  },
];

const TITLED = ROWS.filter(({ subcode }) => subcode !== undefined);

describe("every error of the template API is one request away", () => {
  it.each(ROWS)("$subcode $says", async ({ code = 100, subcode, says, switches = {}, request }) => {
    gateway.emulator.setFaults({ switches });
    const answer = await request();
    const error = errorOf(answer);
    expect(answer.status).toBe(400);
    expect(error).toMatchObject({ type: "OAuthException", code, fbtrace_id: expect.any(String) });
    expect(error.error_subcode).toBe(subcode);
    expect(error.error_user_title ?? error.message).toMatch(says);
    if (subcode !== undefined) expect(error.message).toBe("Invalid parameter");
  });

  it.each(TITLED)("$subcode in the user's language: other texts, the same codes", async (row) => {
    gateway.emulator.setFaults({ switches: { ...row.switches, userLanguage: "pt_BR" } });
    const error = errorOf(await row.request());
    expect(error).toMatchObject({ message: "Invalid parameter", code: 100, error_subcode: row.subcode });
    expect(error.error_user_title).toEqual(expect.any(String));
    expect(error.error_user_title).not.toMatch(row.says);
    expect(`${error.error_user_title} ${error.error_user_msg}`).not.toMatch(/ the | template |\{\d\}(?!\})/);
  });
});
