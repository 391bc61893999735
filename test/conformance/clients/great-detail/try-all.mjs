// The calls of a @great-detail/whatsapp user. Its option `prefixUrl` is the emulator's address.
import assert from "node:assert/strict";
import {
  BASE_URL,
  inbound,
  isAccepted,
  LINK,
  load,
  PHONE_ID,
  PNG,
  runAll,
  USER,
  WABA_ID,
} from "../../harness/steps.mjs";

const { Client } = await load();
const headers = { Authorization: "Bearer unknown-token" };
const sdk = new Client({ prefixUrl: BASE_URL, request: { headers, retry: 0 } });
const phone = { phoneNumberID: PHONE_ID };
const send = async (message) => isAccepted(await sdk.message.createMessage({ ...phone, to: USER, ...message }).json());
const interactive = (content) => send({ type: "interactive", interactive: content });
const ids = {};

const receipt = (footer) => [
  { type: "BODY", text: "Hello {{1}}, your receipt is ready for you.", example: { body_text: [["Ada"]] } },
  { type: "FOOTER", text: footer },
];
const names = async (filters = {}) => {
  const { data } = await sdk.template.list(WABA_ID, { fields: ["name", "status"], ...filters }).json();
  return data.map(({ name }) => name).sort();
};

await runAll({
  "Messages: text": () => send({ type: "text", text: { body: "Good morning", preview_url: true } }),
  "Messages: reply": async () =>
    send({ type: "text", text: { body: "Here we are" }, context: { message_id: await inbound() } }),
  "Messages: reaction": async () => send({ type: "reaction", reaction: { message_id: await inbound(), emoji: "👍" } }),
  "Media: upload": async () => {
    const upload = { ...phone, file: new Blob([PNG], { type: "image/png" }), filename: "a.png", mimeType: "image/png" };
    ids.media = (await sdk.media.upload(upload).json()).id;
  },
  "Messages: image by id": () => send({ type: "image", image: { id: ids.media, caption: "A picture" } }),
  "Messages: image by link": () => send({ type: "image", image: { link: LINK } }),
  "Messages: document": () => send({ type: "document", document: { link: `${LINK}.pdf`, filename: "tea.pdf" } }),
  "Messages: audio": () => send({ type: "audio", audio: { link: `${LINK}.mp3` } }),
  "Messages: video": () => send({ type: "video", video: { link: `${LINK}.mp4`, caption: "A film" } }),
  "Messages: sticker": () => send({ type: "sticker", sticker: { link: `${LINK}.webp` } }),
  "Messages: location": () =>
    send({ type: "location", location: { latitude: 52.5, longitude: 13.4, name: "Shop", address: "1 Garden Lane" } }),
  "Messages: contacts": () => {
    const contact = { name: { formatted_name: "Ada L.", first_name: "Ada" }, phones: [{ phone: "+16505550000" }] };
    return send({ type: "contacts", contacts: [contact] });
  },
  "Messages: reply buttons": () =>
    interactive({
      type: "button",
      body: { text: "Which one?" },
      action: { buttons: [{ type: "reply", reply: { id: "this", title: "This" } }] },
    }),
  "Messages: list": () =>
    interactive({
      type: "list",
      body: { text: "Choose a tea" },
      action: { button: "Teas", sections: [{ title: "All", rows: [{ id: "green", title: "Green" }] }] },
    }),
  "Messages: link button": () =>
    interactive({
      type: "cta_url",
      body: { text: "See more" },
      action: { name: "cta_url", parameters: { display_text: "Open", url: "https://shop.example/tea" } },
    }),
  "Messages: template": () =>
    send({ type: "template", template: { name: "hello_world", language: { code: "en_US" } } }),
  "Messages: mark as read": async () => {
    const status = { ...phone, status: "read", message_id: await inbound() };
    assert.deepEqual(await sdk.message.createStatus(status).json(), { success: true });
  },
  "Messages: typing indicator": async () => {
    const status = { ...phone, status: "read", message_id: await inbound(), typing_indicator: { type: "text" } };
    assert.deepEqual(await sdk.message.createStatus(status).json(), { success: true });
  },
  "Messages: error: unknown template": async () => {
    const template = { name: "nowhere", language: { code: "de" } };
    const sent = await sdk.message
      .createMessage({ ...phone, to: USER, type: "template", template })
      .json()
      .catch(({ response }) => response.json());
    assert.equal(sent.error?.code, 132001);
  },
  "Media: read": async () => {
    const read = await sdk.media.getURL({ ...phone, mediaID: ids.media }).json();
    assert.equal(read.mime_type, "image/png");
    ids.url = read.url;
  },
  "Media: download": async () => {
    const file = await sdk.media.download({ mediaURL: ids.url, request: { headers } }).arrayBuffer();
    assert.deepEqual(new Uint8Array(file), PNG);
  },
  "Media: delete": async () =>
    assert.deepEqual(await sdk.media.delete({ ...phone, mediaID: ids.media }).json(), { success: true }),
  "Templates: create": async () => {
    const template = {
      name: "receipt_ready",
      language: "en_US",
      category: "UTILITY",
      components: receipt("A small shop"),
    };
    const created = await sdk.template.create(WABA_ID, template).json();
    assert.equal(created.status, "PENDING");
    ids.template = created.id;
  },
  "Templates: list": async () => assert.deepEqual(await names(), ["hello_world", "receipt_ready"]),
  "Templates: list by status": async () => {
    assert.deepEqual(await names({ status: ["APPROVED"] }), ["hello_world", "receipt_ready"]);
    assert.deepEqual(await names({ status: ["REJECTED", "PAUSED"] }), []);
    assert.deepEqual(await names({ name_or_content: "receipt", category: "UTILITY", language: "en_US" }), [
      "receipt_ready",
    ]);
  },
  "Templates: list of the library": async () => {
    const { data } = await sdk.template.listLibrary({ search: "order", language: "en_US" }).json();
    assert.equal(data.length > 0, true);
  },
  "Templates: read": async () => {
    const read = await sdk.template.get(ids.template, { fields: ["name", "status", "quality_score"] }).json();
    assert.equal(read.status, "APPROVED");
  },
  "Messages: template with parameters": () => {
    const components = [{ type: "body", parameters: [{ type: "text", text: "Ada" }] }];
    return send({ type: "template", template: { name: "receipt_ready", language: { code: "en_US" }, components } });
  },
  "Templates: edit": async () => {
    const edited = await sdk.template.update(ids.template, { components: receipt("A larger shop") }).json();
    assert.equal(edited.success, true);
  },
  "Templates: delete by id": async () => {
    const template = { name: "receipt_ready", hsm_id: ids.template };
    assert.deepEqual(await sdk.template.delete(WABA_ID, template).json(), { success: true });
    assert.deepEqual(await names(), ["hello_world"]);
  },
  "Templates: delete by name": async () =>
    assert.deepEqual(await sdk.template.delete(WABA_ID, { name: "hello_world" }).json(), { success: true }),
  "Business profile: update": async () => {
    const change = { ...phone, about: "Tea and more", vertical: "RETAIL", websites: ["https://shop.example/"] };
    assert.deepEqual(await sdk.businessProfile.updateBusinessProfile(change).json(), { success: true });
  },
  "Business profile: read": async () => {
    const { data } = await sdk.businessProfile.getBusinessProfile({ ...phone, fields: ["about", "vertical"] }).json();
    assert.equal(data[0].about, "Tea and more");
  },
  "Phone numbers: list": async () => {
    const query = { businessAccountID: WABA_ID, fields: ["id", "verified_name"] };
    assert.equal((await sdk.phoneNumbers.listPhoneNumbers(query).json()).data[0].id, PHONE_ID);
  },
  "Phone numbers: read": async () => {
    const query = { ...phone, fields: ["id", ["throughput", ["level"]]] };
    assert.equal((await sdk.phoneNumbers.getPhoneNumber(query).json()).id, PHONE_ID);
  },
  "Phone numbers: change display name": async () => {
    const change = { ...phone, new_display_name: "A bigger shop" };
    assert.deepEqual(await sdk.phoneNumbers.updatePhoneNumber(change).json(), { success: true });
  },
  "Accounts: read": async () =>
    assert.equal((await sdk.whatsappBusinessAccount.get(WABA_ID, { fields: ["id", "name"] }).json()).id, WABA_ID),
  "Accounts: subscribe an app": async () => {
    const subscribed = await sdk.subscribedApps.createSubscription({ businessAccountID: WABA_ID }).json();
    assert.deepEqual(subscribed, { success: true });
  },
  "Accounts: list subscribed apps": async () =>
    assert.equal((await sdk.subscribedApps.listSubscriptions({ businessAccountID: WABA_ID }).json()).data.length, 1),
});
