// The calls of a whatsapp-api-js user. Its documented option `ponyfill.fetch` redirects requests to the emulator.
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import {
  control,
  graph,
  inbound,
  isAccepted,
  LINK,
  load,
  PHONE_ID,
  PNG,
  redirected,
  runAll,
  USER,
  WABA_ID,
} from "../../harness/steps.mjs";

const { WhatsAppAPI } = await load();
const m = await load(join(dirname(process.env.CLIENT_MODULE), "messages", "index.js"));
const client = new WhatsAppAPI({ token: "unknown-token", secure: false, v: "v23.0", ponyfill: { fetch: redirected } });
const send = async (message, context) => isAccepted(await client.sendMessage(PHONE_ID, USER, message, context));
const body = (text) => new m.Body(text);
const ids = {};

await runAll({
  "Messages: text": () => send(new m.Text("Good morning", true)),
  "Messages: text to a business-scoped user id": async () =>
    isAccepted(await client.sendMessage(PHONE_ID, { bsuid: "US.13491208655302741918" }, new m.Text("Good morning"))),
  "Messages: reply": async () => send(new m.Text("Here we are"), await inbound()),
  "Messages: reaction": async () => send(new m.Reaction(await inbound(), "👍")),
  "Media: upload": async () => {
    const form = new FormData();
    form.set("file", new Blob([PNG], { type: "image/png" }), "a.png");
    ids.media = (await client.uploadMedia(PHONE_ID, form)).id;
    assert.match(ids.media, /^\d+$/);
  },
  "Messages: image by id": () => send(new m.Image(ids.media, true, "A picture")),
  "Messages: image by link": () => send(new m.Image(LINK)),
  "Messages: document": () => send(new m.Document(`${LINK}.pdf`, false, "A page", "tea.pdf")),
  "Messages: audio": () => send(new m.Audio(`${LINK}.mp3`)),
  "Messages: video": () => send(new m.Video(`${LINK}.mp4`, false, "A film")),
  "Messages: sticker": () => send(new m.Sticker(`${LINK}.webp`)),
  "Messages: location": () => send(new m.Location(13.4, 52.5, "Shop", "1 Garden Lane")),
  "Messages: contacts": () =>
    send(
      new m.Contacts([new m.Name("Ada L.", "Ada"), new m.Phone("+16505550000"), new m.Birthday("1990", "12", "10")]),
    ),
  "Messages: reply buttons": () =>
    send(
      new m.Interactive(
        new m.ActionButtons(new m.Button("this", "This"), new m.Button("that", "That")),
        body("Which one?"),
        new m.Header("A question"),
        new m.Footer("Take your time"),
      ),
    ),
  "Messages: list": () =>
    send(
      new m.Interactive(
        new m.ActionList("Teas", new m.ListSection("All", new m.Row("green", "Green", "Hot"))),
        body("Choose a tea"),
      ),
    ),
  "Messages: link button": () =>
    send(new m.Interactive(new m.ActionCTA("Open", "https://shop.example/tea"), body("See more"))),
  "Messages: location request": () => send(new m.Interactive(new m.ActionLocation(), body("Where are you?"))),
  "Messages: contact request": () =>
    send(new m.Interactive(new m.ActionContactRequest(), body("May we have your number?"))),
  "Messages: call permission request": () =>
    send(new m.Interactive(new m.ActionCallPermission(), body("May we call you?"))),
  "Messages: catalog": () => send(new m.Interactive(new m.ActionCatalog(new m.Product("green")), body("All our teas"))),
  "Messages: product": () =>
    send(
      new m.Interactive(new m.ActionProduct(new m.CatalogProduct("green", "194836987003835")), body("Our best tea")),
    ),
  "Messages: product list": () =>
    send(
      new m.Interactive(
        new m.ActionProductList("194836987003835", new m.ProductSection("Teas", new m.Product("green"))),
        body("Choose one"),
        new m.Header("Our teas"),
      ),
    ),
  "Messages: flow": () =>
    send(
      new m.Interactive(
        new m.ActionNavigateFlow("token", "1234567890123456", "Book", "START", { day: "today" }),
        body("Book a table"),
      ),
    ),
  "Messages: template": () => send(new m.Template("hello_world", "en_US")),
  "Messages: template with parameters": async () => {
    const { id } = await graph(`${WABA_ID}/message_templates`, {
      name: "receipt_ready",
      language: "en_US",
      category: "UTILITY",
      components: [
        { type: "BODY", text: "Hello {{1}}, your receipt is ready for you.", example: { body_text: [["Ada"]] } },
        { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Thank you" }] },
      ],
    });
    await control("review", { id, status: "APPROVED" });
    const components = [new m.BodyComponent(new m.BodyParameter("Ada")), new m.PayloadComponent("thanks")];
    await send(new m.Template("receipt_ready", "en_US", ...components));
  },
  "Messages: mark as read": async () =>
    assert.deepEqual(await client.markAsRead(PHONE_ID, await inbound()), { success: true }),
  "Messages: typing indicator": async () =>
    assert.deepEqual(await client.markAsRead(PHONE_ID, await inbound(), "text"), { success: true }),
  "Messages: error: unknown template": async () => {
    const { error } = await client.sendMessage(PHONE_ID, USER, new m.Template("nowhere", "de"));
    assert.equal(error.code, 132001);
  },
  "Media: read": async () => assert.equal((await client.retrieveMedia(ids.media, PHONE_ID)).mime_type, "image/png"),
  "Media: download": async () => {
    const { url } = await client.retrieveMedia(ids.media);
    assert.deepEqual(new Uint8Array(await (await client.fetchMedia(url)).arrayBuffer()), PNG);
  },
  "Media: delete": async () => assert.deepEqual(await client.deleteMedia(ids.media, PHONE_ID), { success: true }),
  "QR codes: create": async () => {
    const code = await client.createQR(PHONE_ID, "Tell me about tea", "svg");
    assert.match(code.qr_image_url, /^https:/);
    ids.code = code.code;
  },
  "QR codes: read": async () =>
    assert.equal((await client.retrieveQR(PHONE_ID, ids.code)).data[0].prefilled_message, "Tell me about tea"),
  "QR codes: list": async () => assert.equal((await client.retrieveQR(PHONE_ID)).data[0].code, ids.code),
  "QR codes: update": async () =>
    assert.equal(
      (await client.updateQR(PHONE_ID, ids.code, "Tell me about cake")).prefilled_message,
      "Tell me about cake",
    ),
  "QR codes: delete": async () => assert.deepEqual(await client.deleteQR(PHONE_ID, ids.code), { success: true }),
  "Blocked users: block": async () => {
    await inbound();
    const { block_users } = await client.blockUser(PHONE_ID, USER);
    assert.equal(block_users.added_users[0].wa_id, USER);
  },
  "Blocked users: unblock": async () => {
    const { block_users } = await client.unblockUser(PHONE_ID, USER);
    assert.equal(block_users.removed_users[0].wa_id, USER);
  },
});
