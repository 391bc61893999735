// The calls of a @kapso/whatsapp-cloud-api user. Its documented option `baseUrl` is the emulator's address.
import assert from "node:assert/strict";
import {
  BASE_URL,
  EMULATOR_URL,
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

const { WhatsAppClient } = await load();
const client = new WhatsAppClient({ accessToken: "unknown-token", baseUrl: BASE_URL, graphVersion: "v23.0" });
const { messages, media, templates, phoneNumbers, flows } = client;
const from = { phoneNumberId: PHONE_ID };
const to = { ...from, to: `+${USER}` };
const account = { businessAccountId: WABA_ID };
const FLOW = {
  version: "7.0",
  screens: [
    {
      id: "START",
      title: "Start",
      terminal: true,
      layout: {
        type: "SingleColumnLayout",
        children: [{ type: "Footer", label: "Done", onClickAction: { name: "complete", payload: {} } }],
      },
    },
  ],
};
const ids = {};

const receipt = (name) => ({
  ...account,
  name,
  language: "en_US",
  category: "UTILITY",
  components: [
    { type: "BODY", text: "Hello {{1}}, your receipt is ready for you.", example: { body_text: [["Ada"]] } },
  ],
});
const upload = async () => {
  const file = new Blob([PNG], { type: "image/png" });
  return (await media.upload({ ...from, type: "image", file, fileName: "a.png" })).id;
};
const names = async (more = {}) => (await templates.list({ ...account, ...more })).data.map(({ name }) => name);

const steps = {
  "Messages: text": async () => isAccepted(await messages.sendText({ ...to, body: "Good morning" })),
  "Messages: text to a business-scoped user id": async () =>
    isAccepted(await messages.sendText({ ...from, recipient: "US.13491208655302741918", body: "Good morning" })),
  "Messages: reply": async () =>
    isAccepted(await messages.sendText({ ...to, body: "Here we are", contextMessageId: await inbound() })),
  "Messages: reaction": async () =>
    isAccepted(await messages.sendReaction({ ...to, reaction: { messageId: await inbound(), emoji: "👍" } })),
  "Messages: image by id": async () =>
    isAccepted(await messages.sendImage({ ...to, image: { id: await upload(), caption: "A picture" } })),
  "Messages: image by link": async () => isAccepted(await messages.sendImage({ ...to, image: { link: LINK } })),
  "Messages: document": async () =>
    isAccepted(await messages.sendDocument({ ...to, document: { link: `${LINK}.pdf`, filename: "tea.pdf" } })),
  "Messages: audio": async () => isAccepted(await messages.sendAudio({ ...to, audio: { link: `${LINK}.mp3` } })),
  "Messages: video": async () =>
    isAccepted(await messages.sendVideo({ ...to, video: { link: `${LINK}.mp4`, caption: "A film" } })),
  "Messages: sticker": async () => isAccepted(await messages.sendSticker({ ...to, sticker: { link: `${LINK}.webp` } })),
  "Messages: location": async () =>
    isAccepted(await messages.sendLocation({ ...to, location: { latitude: 52.5, longitude: 13.4, name: "Shop" } })),
  "Messages: contacts": async () => {
    const contact = { name: { formattedName: "Ada L.", firstName: "Ada" }, phones: [{ phone: "+16505550000" }] };
    isAccepted(await messages.sendContacts({ ...to, contacts: [contact] }));
  },
  "Messages: reply buttons": async () => {
    const buttons = ["This", "That"].map((title) => ({ id: title.toLowerCase(), title }));
    const message = { ...to, bodyText: "Which one?", footerText: "Take your time", buttons };
    isAccepted(await messages.sendInteractiveButtons(message));
  },
  "Messages: list": async () => {
    const sections = [{ title: "All", rows: [{ id: "green", title: "Green", description: "Hot" }] }];
    isAccepted(await messages.sendInteractiveList({ ...to, bodyText: "Choose a tea", buttonText: "Teas", sections }));
  },
  "Messages: link button": async () => {
    const parameters = { displayText: "Open", url: "https://shop.example/tea" };
    isAccepted(await messages.sendInteractiveCtaUrl({ ...to, bodyText: "See more", parameters }));
  },
  "Messages: location request": async () =>
    isAccepted(
      await messages.sendInteractiveLocationRequest({
        ...to,
        bodyText: "Where are you?",
        parameters: { requestMessage: "Where are you?" },
      }),
    ),
  "Messages: call permission request": async () =>
    isAccepted(
      await messages.sendInteractiveCallPermission({
        ...to,
        bodyText: "May we call you?",
        parameters: { phoneNumber: "+16505550100" },
      }),
    ),
  "Messages: address request": async () =>
    isAccepted(
      await messages.sendInteractiveAddress({ ...to, bodyText: "Your address?", parameters: { country: "IN" } }),
    ),
  "Messages: catalog": async () =>
    isAccepted(
      await messages.sendInteractiveCatalogMessage({
        ...to,
        bodyText: "All our teas",
        parameters: { thumbnailProductRetailerId: "green" },
      }),
    ),
  "Messages: product": async () =>
    isAccepted(
      await messages.sendInteractiveProduct({
        ...to,
        bodyText: "Our best tea",
        catalogId: "194836987003835",
        productRetailerId: "green",
      }),
    ),
  "Messages: product list": async () => {
    const sections = [{ title: "Teas", productItems: [{ productRetailerId: "green" }] }];
    const header = { type: "text", text: "Our teas" };
    isAccepted(
      await messages.sendInteractiveProductList({
        ...to,
        bodyText: "Choose one",
        catalogId: "194836987003835",
        header,
        sections,
      }),
    );
  },
  "Flows: create": async () => {
    const flow = await flows.create({ wabaId: WABA_ID, name: "booking", categories: ["OTHER"], flowJson: FLOW });
    assert.equal(flow.success, true);
    ids.flow = flow.id;
  },
  "Flows: list": async () => {
    const { data } = await flows.list({ wabaId: WABA_ID });
    assert.deepEqual(
      data.map(({ id }) => id),
      [ids.flow],
    );
  },
  "Flows: read": async () => assert.equal((await flows.get({ flowId: ids.flow })).name, "booking"),
  "Flows: upload JSON": async () =>
    assert.equal((await flows.updateAsset({ flowId: ids.flow, json: FLOW })).success, true),
  "Flows: publish": async () => assert.equal((await flows.publish({ flowId: ids.flow })).success, true),
  "Messages: flow": async () => {
    const parameters = {
      flowId: ids.flow,
      flowCta: "Book",
      flowToken: "token",
      flowAction: "navigate",
      flowMessageVersion: "3",
      flowActionPayload: { screen: "START" },
    };
    isAccepted(await messages.sendInteractiveFlow({ ...to, bodyText: "Book a table", parameters }));
  },
  "Flows: deprecate": async () => assert.equal((await flows.deprecate({ flowId: ids.flow })).success, true),
  "Messages: media carousel": async () => {
    const cards = [0, 1].map((cardIndex) => ({
      cardIndex,
      header: { type: "image", image: { link: LINK } },
      bodyText: "A tea",
      action: { displayText: "Open", url: "https://shop.example/tea" },
    }));
    isAccepted(await messages.sendInteractiveCarousel({ ...to, bodyText: "Two teas", cards }));
  },
  "Messages: template": async () =>
    isAccepted(await messages.sendTemplate({ ...to, template: { name: "hello_world", language: { code: "en_US" } } })),
  "Messages: mark as read": async () =>
    assert.equal((await messages.markRead({ ...from, messageId: await inbound() })).success, true),
  "Messages: typing indicator": async () => {
    const read = await messages.markRead({ ...from, messageId: await inbound(), typingIndicator: { type: "text" } });
    assert.equal(read.success, true);
  },
  "Messages: error: unknown template": async () => {
    const sent = messages.sendTemplate({ ...to, template: { name: "nowhere", language: { code: "de" } } });
    await assert.rejects(sent, (error) => error.code === 132001 && error.httpStatus === 404);
  },
  "Media: upload": async () => {
    ids.media = await upload();
  },
  "Media: read": async () => assert.equal((await media.get({ ...from, mediaId: ids.media })).mimeType, "image/png"),
  "Media: download": async () =>
    assert.deepEqual(new Uint8Array(await media.download({ mediaId: ids.media, auth: "always" })), PNG),
  "Media: delete": async () => {
    assert.equal((await media.delete({ ...from, mediaId: ids.media })).success, true);
    await assert.rejects(media.get({ ...from, mediaId: ids.media }));
  },
  "Templates: create": async () => {
    const created = await templates.create(receipt("receipt_ready"));
    assert.equal(created.status, "PENDING");
    ids.template = created.id;
  },
  "Templates: list": async () => assert.deepEqual((await names()).sort(), ["hello_world", "receipt_ready"]),
  "Templates: list by status": async () => {
    assert.deepEqual((await names({ status: "APPROVED" })).sort(), ["hello_world", "receipt_ready"]);
    assert.deepEqual(await names({ status: "REJECTED" }), []);
  },
  "Templates: list page by page": async () => {
    const first = await templates.list({ ...account, limit: 1 });
    const { data } = await templates.list({ ...account, limit: 1, after: first.paging.cursors.after });
    assert.deepEqual([first.data[0].name, data[0].name].sort(), ["hello_world", "receipt_ready"]);
  },
  "Templates: read": async () =>
    assert.equal((await templates.get({ ...account, templateId: ids.template })).name, "receipt_ready"),
  "Messages: template with parameters": async () => {
    const components = [{ type: "body", parameters: [{ type: "text", text: "Ada" }] }];
    const template = { name: "receipt_ready", language: { code: "en_US" }, components };
    isAccepted(await messages.sendTemplate({ ...to, template }));
  },
  "Templates: delete by name": async () => {
    assert.equal((await templates.delete({ ...account, name: "receipt_ready" })).success, true);
    assert.deepEqual(await names(), ["hello_world"]);
  },
  "Business profile: update": async () => {
    const change = { ...from, about: "Tea and more", vertical: "RETAIL", websites: ["https://shop.example/"] };
    assert.equal((await phoneNumbers.businessProfile.update(change)).success, true);
  },
  "Business profile: read": async () => {
    const { data } = await phoneNumbers.businessProfile.get({ ...from, fields: "about,vertical" });
    assert.equal(data[0].about, "Tea and more");
  },
  "Phone numbers: update settings": async () => {
    const change = { ...from, calling: { status: "ENABLED" } };
    assert.equal((await phoneNumbers.settings.update(change)).success, true);
  },
  "Phone numbers: read settings": async () =>
    assert.equal((await phoneNumbers.settings.get(from)).calling.status, "ENABLED"),
  "Phone numbers: deregister": async () => assert.equal((await phoneNumbers.deregister(from)).success, true),
  "Phone numbers: register": async () =>
    assert.equal((await phoneNumbers.register({ ...from, pin: "123456" })).success, true),
};

// The media host is reached with --direct only: behind a gateway, the URL of a file leads to WhatsApp.
if (BASE_URL !== EMULATOR_URL) delete steps["Media: download"];

await runAll(steps);
