import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Switches } from "../../../src/emulator/faults/schema.ts";
import { type JsonObject, listOf, objectOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE } from "./gateway-client.ts";
import { FILES, upload } from "./media-files.ts";
import { interactive, replyButton } from "./message-bodies.ts";

// What reports contradict each other about: one answer by default, the other one behind a switch.

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
beforeEach(() => gateway.emulator.reset());
afterAll(() => gateway.emulator.close());

function turn(switches: Partial<Switches>): void {
  gateway.emulator.setFaults({ switches });
}

it("a QR code is updated by its code in the path only with the switch", async () => {
  const edge = `${PHONE}/message_qrdls`;
  const { code } = (await gateway.graph("POST", edge, { prefilled_message: "Hi" })).json;
  const update = () => gateway.graph("POST", `${edge}/${String(code)}`, { prefilled_message: "Hello" });
  expect(errorOf(await update())).toMatchObject({ code: 2500 });
  turn({ qrCodeInPath: true });
  expect(await update()).toMatchObject({ status: 200, json: { code, prefilled_message: "Hello" } });
  expect(listOf((await gateway.graph("GET", edge)).json.data)).toMatchObject([{ code, prefilled_message: "Hello" }]);
  expect((await gateway.graph("POST", `${edge}/ANED2T5QRU7HG1`, { prefilled_message: "Hello" })).status).toBe(404);
});

it("the size of a file is a number, or a text with the switch", async () => {
  const id = String((await upload(gateway, FILES.png(), "image/png")).json.id);
  expect((await gateway.graph("GET", id)).json.file_size).toBe(FILES.png().length);
  turn({ fileSize: "text" });
  expect((await gateway.graph("GET", id)).json.file_size).toBe(String(FILES.png().length));
});

it("a profile has an id only with the switch", async () => {
  const read = () => gateway.graph("GET", `${PHONE}/whatsapp_business_profile?fields=id,about`);
  expect(errorOf(await read()).message).toContain("nonexisting field (id)");
  turn({ profileId: true });
  expect(listOf((await read()).json.data)).toEqual([
    { id: expect.stringMatching(/^\d+$/), messaging_product: "whatsapp" },
  ]);
});

describe("an empty footer", () => {
  const body: JsonObject = interactive({ type: "button", footer: {}, action: { buttons: [replyButton("a")] } });

  it("is refused, or no footer with the switch", async () => {
    const send = () => gateway.graph("POST", `${PHONE}/messages`, body);
    expect(errorOf(await send()).message).toContain("interactive['footer']['text']");
    turn({ emptyFooter: true });
    expect(await send()).toMatchObject({ status: 200 });
    const long = { ...body, interactive: { ...objectOf(body.interactive), footer: { text: "f".repeat(61) } } };
    expect((await gateway.graph("POST", `${PHONE}/messages`, long)).status).toBe(400);
  });
});
